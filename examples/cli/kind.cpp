#include "kind.hpp"

#include <utility>

#include "console.hpp"
#include "detente/ground/error.hpp"
#include "detente/questions/relation/file_codebook.hpp"
#include "detente/readers/formats/format_info.hpp"
#include "request.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

void fill(std::string& word, const char* otherwise) {
  if (word.empty()) word = otherwise;
}

void take_codebook(std::span<const FileReport> files, FileKind& kind) {
  try {
    FileCodebook told = codebook_of_files(files);
    kind.codebook = std::move(told.name);
    kind.assumptions = std::move(told.assumptions);
  } catch (const InputError& open) {
    throw UsageError(open.message() + ": say by --codebook which scores are meant");
  }
}

}  // namespace

FileKind kind_of(std::span<const FileReport> files, const CodingOptions& coding) {
  FileKind kind;
  kind.cameo_actors = !files.empty();
  for (const FileReport& file : files) {
    const FormatInfo& format = *find_format(file.format);
    kind.machine_coded |= format.machine_coded;
    kind.cameo_actors &= format.cameo_actors;
  }
  if (coding.codebook.empty()) take_codebook(files, kind);
  FileProfile told = profile_of_files(files);
  kind.profile = std::move(told.profile);
  kind.covered_from = coverage_start(files);
  kind.covered_to = coverage_end(files);
  kind.assumptions.insert(kind.assumptions.end(), told.assumptions.begin(), told.assumptions.end());
  for (const std::string& assumption : kind.assumptions) say("assumed: " + assumption);
  if (const auto doubt = likelier_codebook(codebook_of(completed(coding, kind)), files)) say("warning: " + *doubt);
  return kind;
}

CodingOptions completed(CodingOptions options, const FileKind& kind) {
  options.plain_terms = !kind.machine_coded;
  fill(options.codebook, kind.codebook.c_str());
  fill(options.roll_up, kind.cameo_actors ? "cameo" : "none");
  return options;
}

ScoringOptions completed(ScoringOptions options, const FileKind& kind) {
  fill(options.model, kind.machine_coded ? "two_speed" : "decayed_sum");
  options.profile = profile_of_model(options.model, kind.profile);
  options.model = with_profile(options.model, kind.profile);
  options.covered_from = kind.covered_from;
  options.covered_to = kind.covered_to;
  fill(options.mirrors, kind.machine_coded ? "once" : "twice");
  fill(options.scores, kind.machine_coded ? "codebook" : "file");
  if (!options.one_a_day) options.one_a_day = kind.machine_coded;
  return options;
}

}  // namespace detente::cli
