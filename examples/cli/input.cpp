#include "input.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>

#include "console.hpp"
#include "detente/codebooks/own_term.hpp"
#include "detente/contracts/term_suggestions.hpp"
#include "detente/ground/atomic_file.hpp"
#include "detente/ground/text.hpp"
#include "detente/readers/formats/format_info.hpp"
#include "request.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

namespace fs = std::filesystem;

/// The canonical name of a file, whether or not it exists: without links, `.` and `..`.
fs::path plain_name(const std::string& path) {
  std::error_code none;
  return fs::weakly_canonical(fs::absolute(behind_links(path), none), none);
}

/// Whether two names mean the same file; hard links do.
bool same_file(const std::string& a, const std::string& b) {
  std::error_code none;
  return fs::equivalent(a, b, none) || plain_name(a) == plain_name(b);
}

/// For an option that takes a word or a file: whether it is a file.
bool names_a_file(const std::string& text) { return text.find_first_of("./") != std::string::npos; }

std::string whole_path(const std::string& path) { return visible(path, SIZE_MAX); }

/// Whether it is a regular file; a pipe or a device may be named several times.
bool is_plain_file(const std::string& path) {
  std::error_code none;
  return path != "-" && !path.empty() && (fs::is_regular_file(path, none) || !fs::exists(path, none));
}

/// Standard output can hold only one result, and rejected rows are not a result.
void refuse_standard_output(const std::vector<NamedFile>& written) {
  const auto is_standard = [](const NamedFile& file) { return file.path == "-"; };
  for (const NamedFile& file : written)
    if (is_standard(file) && file.option == "--rejects")
      throw_bad_value("--rejects", "-", "is a file; standard output is for the result");
  const auto first = std::find_if(written.begin(), written.end(), is_standard);
  if (first == written.end()) return;
  const auto clashes = [&](const NamedFile& other) {
    return is_standard(other) || (other.option == "--to-file" && other.path.empty());
  };
  for (const NamedFile& other : written)
    if (&other != &*first && clashes(other))
      throw_conflict(first->option + " -", other.path.empty() ? "a result without --to-file" : other.option + " -",
                     "standard output holds one of them");
}

void refuse_same(const NamedFile& written, const NamedFile& other, const std::string& why) {
  if (!is_plain_file(written.path) || !is_plain_file(other.path) || !same_file(written.path, other.path)) return;
  throw_conflict(written.option + " " + written.path, other.option + " " + other.path, why);
}

/// The selections under every roll-up rule that the formats of the files may suggest.
std::vector<Selection> possible_selections(const ScoringOptions& scoring, CodingOptions coding) {
  if (!coding.roll_up.empty()) return {selection_of(scoring, coding)};
  std::vector<Selection> out;
  for (const char* rule : {"none", "cameo", "governments"}) {
    coding.roll_up = rule;
    out.push_back(selection_of(scoring, coding));
  }
  return out;
}

/// Rejected dates of the file, as many as its report shows.
std::vector<std::string> bad_dates(const FileReport& file) {
  std::vector<std::string> out;
  for (const DamageExample& example : file.examples)
    if (format_info(file).chosen_acts && example.reason == "bad date") out.push_back(example.text);
  return out;
}

bool reads_all(DateLayout layout, const std::vector<std::string>& dates) {
  return std::all_of(dates.begin(), dates.end(), [&](const std::string& date) { return bool(edtf_of(date, layout)); });
}

/// Throws for a missing FILE such as "half_life=60", which is a word of `--model` or `--scale` that was not quoted.
void refuse_loose_words(const InputOptions& input, const ScoringOptions& scoring) {
  std::error_code none;
  for (const std::string& file : input.files) {
    const std::size_t equals = file.find('=');
    if (equals == std::string::npos || fs::exists(file, none)) continue;
    const std::string name = file.substr(0, equals);
    const bool of_scale = name == "kappa" || name == "slope" || scoring.model.empty();
    const std::string& words = of_scale ? scoring.scale : scoring.model;
    if (words.empty()) continue;
    const char* option = of_scale ? "--scale" : "--model";
    throw UsageError(
        fmt::format("{0} is taken for a file and is none; if it belongs to {1}, quote the words together: "
                    "{1} '{2} {0}'",
                    visible(file), option, visible(words)));
  }
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

void refuse_shared_input(const InputOptions& input, const NamedFile& beside) {
  if (beside.path == "-" && std::count(input.files.begin(), input.files.end(), "-") > 0)
    throw_conflict("FILE -", beside.option + " -", "standard input can be read only once");
}

void say_damage(std::span<const FileReport> files, const InputOptions& input) {
  for (const FileReport& file : files) {
    if (rejected_rows(file) > 0) {
      say("warning: " + report_line(file));
      say(fmt::format("  {}", to_text(file, file.examples.front())));
      say(fmt::format("  all of it: detente check {}", whole_path(file.path)));
    }
    if (const auto at = file.set_aside.find("conflicting version"); at != file.set_aside.end())
      say(
          fmt::format("warning: {}: {} {} another row's id and report and say{} something else; detente check {} shows "
                      "them",
                      whole_path(file.name), at->second, at->second == 1 ? "row repeats" : "rows repeat",
                      at->second == 1 ? "s" : "", whole_path(file.path)));
    if (!file.unknown_columns.empty())
      say(fmt::format("note: {}: columns that are shown and not scored: {}", whole_path(file.name),
                      listed(file.unknown_columns)));
  }
  say_dates(files, input);
}

void say_dates(std::span<const FileReport> files, const InputOptions& input) {
  if (input.dates != "edtf") return;  // another layout would read the other rows otherwise
  constexpr std::array<DateLayout, 3> layouts{DateLayout::words, DateLayout::dmy, DateLayout::mdy};
  for (const FileReport& file : files) {
    std::vector<std::string> options;
    const std::vector<std::string> dates = bad_dates(file);
    for (const DateLayout layout : layouts)
      if (reads_all(layout, dates) && (options.empty() || options.front() != "--dates words"))
        options.push_back(fmt::format("--dates {}", to_text(layout)));
    if (!dates.empty() && !options.empty())
      say(fmt::format("note: {}: dates such as '{}' are read with {}", whole_path(file.name), visible(dates.front()),
                      fmt::join(options, " or ")));
  }
}

void say_unknown(const std::vector<UnknownCode>& unknown, const Codebook& codebook) {
  constexpr std::size_t most = 5;
  if (unknown.empty()) return;
  const TermSuggester suggester(codebook);
  for (const UnknownCode& term : std::span(unknown).first(std::min(most, unknown.size()))) {
    const std::vector<Suggestion> near = suggester.of(term.code);
    say(fmt::format("warning: '{}' is not in codebook {}, so {} event{} left out{}", visible(term.code),
                    visible(codebook.name()), term.events, term.events == 1 ? " is" : "s are",
                    near.empty() ? "" : "; near: " + to_text(near)));
  }
  if (unknown.size() > most)
    say(fmt::format("warning: {} more codes are unknown; detente check lists them", unknown.size() - most));
  say(fmt::format("note: '{}': {}", visible(unknown.front().code), how_to_add(codebook.name(), unknown.front().code)));
}

void say_roll_ups(const std::vector<ActorRollUp>& rolled) {
  if (const std::string text = roll_ups_text(rolled); !text.empty())
    say(fmt::format("note: actors rolled up by the rule of their format: {}; --roll-up none keeps them apart", text));
}

void say_idle_volume(std::span<const FileReport> files, const ScoringOptions& scoring, const CodingRules& rules) {
  if (rules.volume != Volume::file) return;
  const auto covers = [&](const FileReport& file) {
    return file.first_day && rules.exposure.total(*file.first_day, *file.last_day + 1) > 0;
  };
  if (std::none_of(files.begin(), files.end(), covers))
    say(fmt::format("warning: --volume {}: no total of a day on which the events lie, so nothing is divided",
                    whole_path(scoring.volume)));
}

void say_idle_also(std::initializer_list<const EventLog*> logs, const Selection& selection) {
  for (const auto& other : selection.also) {
    Selection alone{.dyad = other.first};
    alone.actors = selection.actors;
    const auto has = [&](const EventLog* log) {
      return std::any_of(log->dyads().begin(), log->dyads().end(), [&](const EventLog::DyadIds& ids) {
        return may_concern(alone, log->actors()[ids.source], log->actors()[ids.target]);
      });
    };
    if (std::none_of(logs.begin(), logs.end(), has))
      say(fmt::format("warning: --also {}: no event between these two", visible(to_text(other.first))));
  }
}

void name_sources(Provenance& provenance, std::span<const FileReport> files) {
  for (const FileReport& file : files) provenance.sources.push_back(file.name);
}

void say_assumptions(const Provenance& provenance) {
  for (const std::string& assumption : provenance.assumptions) say("assumed: " + assumption);
}

std::vector<NamedFile> files_read(const InputOptions& input, const CodingOptions& coding,
                                  const ScoringOptions& scoring) {
  refuse_loose_words(input, scoring);
  std::vector<NamedFile> out{{"--actors", coding.actors}};
  if (names_a_file(coding.codebook)) out.push_back({"--codebook", coding.codebook});
  if (names_a_file(scoring.volume)) out.push_back({"--volume", scoring.volume});
  for (const std::string& file : input.files) out.push_back({"FILE", file});
  out.push_back({"--store", input.store});
  return out;
}

void refuse_overlaps(const std::vector<NamedFile>& read, const std::vector<NamedFile>& written) {
  refuse_standard_output(written);
  for (std::size_t i = 0; i < written.size(); ++i) {
    for (const NamedFile& other : read) refuse_same(written[i], other, "a file that is read is not written over");
    for (std::size_t j = 0; j < i; ++j) refuse_same(written[i], written[j], "two results need two files");
  }
}

}  // namespace detente::cli
