#include "kind.hpp"

#include <fmt/format.h>

#include "detente/readers/format_info.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

void fill(std::string& word, const char* otherwise) {
  if (word.empty()) word = otherwise;
}

}  // namespace

FileKind kind_of(std::span<const FileReport> files, const CodingOptions& coding) {
  FileKind kind;
  kind.cameo_actors = !files.empty();
  const FileReport* first = nullptr;
  for (const FileReport& file : files) {
    const FormatInfo& format = *find_format(file.format);
    if (first && coding.codebook.empty() && format.codebook != kind.codebook)
      throw UsageError(fmt::format("{} is {} and {} is {}: say by --codebook which scores are meant", first->name,
                                   first->format, file.name, file.format));
    kind.machine_coded |= format.machine_coded;
    kind.codebook = format.codebook;
    kind.cameo_actors &= format.cameo_actors;
    first = &file;
  }
  return kind;
}

CodingOptions completed(CodingOptions options, const FileKind& kind) {
  options.plain_terms = !kind.machine_coded;
  fill(options.codebook, kind.codebook.c_str());
  fill(options.roll_up, kind.cameo_actors ? "cameo" : "none");
  return options;
}

ScoringOptions completed(ScoringOptions options, const FileKind& kind) {
  fill(options.model, kind.machine_coded ? "latent_level" : "decayed_sum");
  fill(options.mirrors, kind.machine_coded ? "once" : "twice");
  fill(options.scores, kind.machine_coded ? "codebook" : "file");
  if (!options.one_a_day) options.one_a_day = kind.machine_coded;
  return options;
}

}  // namespace detente::cli
