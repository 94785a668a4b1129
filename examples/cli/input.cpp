#include "input.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "console.hpp"
#include "progress.hpp"
#include "request.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

namespace fs = std::filesystem;

/// Whether two names mean one file, whether or not it exists.
bool same_file(const std::string& a, const std::string& b) {
  std::error_code none;
  return fs::equivalent(a, b, none) || fs::weakly_canonical(a, none) == fs::weakly_canonical(b, none);
}

/// A pipe or a device may be named as often as one likes.
bool is_plain_file(const std::string& path) {
  std::error_code none;
  return path != "-" && !path.empty() && (fs::is_regular_file(path, none) || !fs::exists(path, none));
}

void refuse_same(const NamedFile& written, const NamedFile& other, const std::string& why) {
  if (!is_plain_file(written.path) || !is_plain_file(other.path) || !same_file(written.path, other.path)) return;
  throw_conflict(written.option + " " + written.path, other.option + " " + other.path, why);
}

/// Under every rule that the formats of the files may turn out to suggest.
std::vector<Selection> possible_selections(const ScoringOptions& scoring, CodingOptions coding) {
  if (!coding.roll_up.empty()) return {selection_of(scoring, coding)};
  std::vector<Selection> out;
  for (const char* rule : {"none", "cameo"}) {
    coding.roll_up = rule;
    out.push_back(selection_of(scoring, coding));
  }
  return out;
}

}  // namespace

ReadOptions options_for_one(const InputOptions& input, const ScoringOptions& scoring, const CodingOptions& coding) {
  ReadOptions options = read_options(input);
  options.own_scores = scoring.scores != "codebook";
  options.provenance_of = [selections = possible_selections(scoring, coding)](std::string_view source,
                                                                              std::string_view target) {
    return std::any_of(selections.begin(), selections.end(),
                       [&](const Selection& selection) { return may_concern(selection, source, target); });
  };
  return options;
}

ReadResult read_files(const InputOptions& options) { return read_files(options, read_options(options)); }

ReadResult read_files(const InputOptions& options, ReadOptions how) {
  if (options.files.empty())
    throw UsageError("no FILE is named: which events? detente new FILE.csv writes a chronology to begin with");
  if (std::count(options.files.begin(), options.files.end(), "-") > 1)
    throw UsageError("- is named twice: standard input can be read only once");
  const std::vector<fs::path> paths(options.files.begin(), options.files.end());
  Progress progress("reading", "bytes");
  how.progress = [&](std::uint64_t done, std::optional<std::uint64_t> of) { progress.at(done, of.value_or(0)); };
  try {
    return read_events(paths, how);
  } catch (const RepeatedIdsError& repeated) {
    throw InputError(
        fmt::format("{} (--source NAME says that all ids are one source's, --source once for each FILE that "
                    "they are different ones')",
                    repeated.what()));
  }
}

void say_damage(const ReadResult& read) {
  for (const FileReport& file : read.files) {
    if (rejected_rows(file) > 0) {
      say("warning: " + brief(file));
      say(fmt::format("  {}", to_text(file, file.examples.front())));
      say(fmt::format("  all of it: detente check {}", file.path));
    }
    if (const auto at = file.set_aside.find("conflicting version"); at != file.set_aside.end())
      say(
          fmt::format("warning: {}: {} {} another row's id and report and say{} something else; detente check {} shows "
                      "them",
                      file.name, at->second, at->second == 1 ? "row repeats" : "rows repeat",
                      at->second == 1 ? "s" : "", file.name));
    if (!file.unknown_columns.empty())
      say(fmt::format("note: {}: columns that are shown and not scored: {}", file.name, unknown_columns_text(file)));
  }
}

void say_unknown(const std::vector<UnknownCode>& unknown, const Codebook& codebook) {
  constexpr std::size_t most = 5;
  for (const UnknownCode& term : std::span(unknown).first(std::min(most, unknown.size()))) {
    const std::vector<std::string> near = codebook.suggestions(term.code);
    say(fmt::format("warning: '{}' is not in codebook {}, so {} event{} left out{}", term.code, codebook.name(),
                    term.events, term.events == 1 ? " is" : "s are",
                    near.empty() ? "" : fmt::format("; near: {}", fmt::join(near, ", "))));
  }
  if (unknown.size() > most)
    say(fmt::format("warning: {} more codes are unknown; detente check lists them", unknown.size() - most));
}

void say_roll_ups(const std::vector<ActorRollUp>& rolled) {
  if (const std::string text = roll_ups_text(rolled); !text.empty())
    say(fmt::format("note: actors rolled up by their first three letters: {}; --roll-up none keeps them apart", text));
}

void say_assumptions(const Provenance& provenance) {
  for (const std::string& assumption : provenance.assumptions) say("assumed: " + assumption);
}

std::vector<NamedFile> files_read(const InputOptions& input, const CodingOptions& coding) {
  std::vector<NamedFile> out{{"--actors", coding.actors}};
  if (coding.codebook.find_first_of("./") != std::string::npos) out.push_back({"--codebook", coding.codebook});
  for (const std::string& file : input.files) out.push_back({"FILE", file});
  return out;
}

void refuse_overlaps(const std::vector<NamedFile>& read, const std::vector<NamedFile>& written) {
  for (std::size_t i = 0; i < written.size(); ++i) {
    for (const NamedFile& other : read) refuse_same(written[i], other, "a file that is read is not written over");
    for (std::size_t j = 0; j < i; ++j) refuse_same(written[i], written[j], "two results need two files");
  }
}

}  // namespace detente::cli
