#include "kind.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "console.hpp"
#include "detente/ground/error.hpp"
#include "detente/questions/relation/file_codebook.hpp"
#include "detente/readers/formats/format_info.hpp"
#include "request.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

void fill(std::string& word, std::string_view otherwise) {
  if (word.empty()) word = otherwise;
}

/// The rule of the files. CAMEO's needs all of them to be coded so, because it would cut names of others, and beside it
/// none applies; that for governments touches no code, so one such file is enough.
RollUp roll_up_of_files(std::span<const FileReport> files) {
  const auto has = [&](RollUp rule) {
    return [rule](const FileReport& file) { return format_info(file).roll_up == rule; };
  };
  if (std::none_of(files.begin(), files.end(), has(RollUp::cameo)))
    return std::any_of(files.begin(), files.end(), has(RollUp::governments)) ? RollUp::governments : RollUp::none;
  return std::all_of(files.begin(), files.end(), has(RollUp::cameo)) ? RollUp::cameo : RollUp::none;
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

const char* scores_of_files(bool machine_coded) { return machine_coded ? "codebook" : "file"; }

}  // namespace

FileKind kind_unsaid(std::span<const FileReport> files, const CodingOptions& coding) {
  FileKind kind;
  for (const FileReport& file : files) {
    const FormatInfo& format = format_info(file);
    kind.machine_coded |= format.machine_coded;
    kind.chosen_acts &= format.chosen_acts;
  }
  kind.roll_up = roll_up_of_files(files);
  if (coding.codebook.empty()) take_codebook(files, kind);
  FileProfile told = profile_of_files(files);
  kind.profile = std::move(told.profile);
  kind.covered_from = coverage_start(files);
  kind.covered_to = coverage_end(files);
  kind.assumptions.insert(kind.assumptions.end(), told.assumptions.begin(), told.assumptions.end());
  return kind;
}

FileKind kind_of(std::span<const FileReport> files, const CodingOptions& coding) {
  FileKind kind = kind_unsaid(files, coding);
  for (const std::string& assumption : kind.assumptions) say("assumed: " + assumption);
  if (const auto doubt = likelier_codebook(codebook_of(completed(coding, kind)), files)) say("warning: " + *doubt);
  return kind;
}

ActorTable actors_for(std::span<const FileReport> files, const CodingOptions& coding) {
  CodingOptions how = coding;
  fill(how.roll_up, to_text(roll_up_of_files(files)));
  return actors_of(how);
}

bool keeps_own_scores(std::span<const FileReport> files, const ScoringOptions& scoring) {
  std::string scores = scoring.scores;
  fill(scores, scores_of_files(std::any_of(files.begin(), files.end(),
                                           [](const FileReport& file) { return format_info(file).machine_coded; })));
  return scores == "file";
}

CodingOptions completed(CodingOptions options, const FileKind& kind) {
  options.plain_terms = kind.chosen_acts;
  fill(options.codebook, kind.codebook);
  fill(options.roll_up, to_text(kind.roll_up));
  return options;
}

ScoringOptions completed(ScoringOptions options, const FileKind& kind) {
  fill(options.model, kind.chosen_acts ? "decayed_sum" : "two_speed");
  options.profile = profile_of_model(options.model, kind.profile);
  options.model = with_profile(options.model, kind.profile);
  options.covered_from = kind.covered_from;
  options.covered_to = kind.covered_to;
  fill(options.mirrors, kind.machine_coded ? "once" : "twice");
  fill(options.scores, scores_of_files(kind.machine_coded));
  if (!options.one_a_day) options.one_a_day = kind.machine_coded;
  return options;
}

}  // namespace detente::cli
