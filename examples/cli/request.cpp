#include "request.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <tuple>

#include "detente/codebooks/built_in.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "detente/readers/read_events.hpp"
#include "option_words.hpp"
#include "request_words.hpp"
#include "stopping.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

std::optional<Day> first_day(const std::string& option, const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(period_or_day(option, text).first);
}

/// "USA:VEN=0.3"
std::pair<Dyad, double> also_of(const std::string& text) {
  const std::size_t equals = text.rfind('=');
  const auto weight = equals == std::string::npos ? std::nullopt : parse_number(text.substr(equals + 1));
  if (!weight || *weight < -1 || *weight > 1)
    throw_bad_value("--also", text, "is written A:B=WEIGHT with a weight from -1 to 1, such as USA:VEN=0.3");
  return {value("--also", text.substr(0, equals), parse_dyad), *weight};
}

/// Adds a pair whose events count too; it must not be the pair itself or a repeated one.
void take_also(Selection& selection, const std::string& text) {
  const std::pair<Dyad, double> other = also_of(text);
  const Dyad pair = other.first.canonical();
  if (pair == selection.dyad.canonical())
    throw_conflict("--also " + text, "--dyad " + to_text(selection.dyad), "that pair counts already, with weight 1");
  for (const auto& [earlier, weight] : selection.also)
    if (earlier.canonical() == pair)
      throw_conflict("--also " + text, fmt::format("--also {}={}", to_text(earlier), shortest(weight)),
                     "that is one pair; give it one weight");
  selection.also.push_back(other);
}

// ---- periods ----

SampleAt sample_at(const PeriodOptions& periods, const ScoringOptions& scoring, const AnyModel& model) {
  const SampleAt at = word("--at", periods.at, parse_sample_at);
  if (at != SampleAt::end && model.periodic())
    throw_conflict("--at " + periods.at, "--model " + scoring.model,
                   "a period model is read at the end of its periods");
  return at;
}

/// First day shown, and the day after the last.
std::pair<std::optional<Day>, std::optional<Day>> shown(const PeriodOptions& periods) {
  const auto from = first_day("--from", periods.from), to = first_day("--to", periods.to);
  if (from && to && *to <= *from)
    throw_conflict("--from " + periods.from, "--to " + periods.to, "nothing lies between them; --to is exclusive");
  return {from, to};
}

// ---- uncertainty ----

/// Throws for options that only a band uses.
void refuse_without_bands(const UncertaintyOptions& options) {
  const char* why = "there is no band then";
  if (options.bands) throw_conflict("--bands", "--no-bands", why);
  if (options.draws) throw_conflict("--draws", "--no-bands", why);
  if (options.seed) throw_conflict("--seed", "--no-bands", why);
}

std::optional<BandOptions> band_of(const UncertaintyOptions& options) {
  if (options.no_bands) {
    refuse_without_bands(options);
    return std::nullopt;
  }
  BandOptions band;
  band.coverage = options.bands.value_or(band.coverage);
  band.draws = options.draws.value_or(band.draws);
  band.seed = options.seed.value_or(band.seed);
  if (!(band.coverage > 0 && band.coverage < 1))
    throw_bad_value("--bands", shortest(band.coverage), "is a share between 0 and 1, such as 0.9");
  if (band.draws < 20) throw_bad_value("--draws", std::to_string(band.draws), "is at least 20");
  return band;
}

/// An unknown format counts as input that cannot be used, like an unknown codebook.
std::string format_of(const std::string& name) {
  const std::vector<std::string> known = words_of("--format");
  if (std::find(known.begin(), known.end(), name) == known.end())
    throw InputError(fmt::format("--format {}: this version reads {}{}", visible(name), fmt::join(known, ", "),
                                 did_you_mean(name, known)));
  return name;
}

/// One character of ASCII that no field needs for itself, or "tab".
std::optional<char> separator_of(const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (text == "tab" || text == "\\t") return '\t';
  const bool is_sign = text.size() == 1 && text[0] > 0 && std::ispunct(static_cast<unsigned char>(text[0])) != 0;
  if (!is_sign || text == "\"") throw_bad_value("--separator", text, "is one sign, such as ; or |, or tab");
  return text[0];
}

}  // namespace

Period period_or_day(const std::string& option, const std::string& text) {
  const Parsed<Period> period = parse_period(text);
  if (period) return *period;
  const Parsed<std::string> meant = edtf_of(text, DateLayout::words);
  throw_bad_value(option, text,
                  meant ? fmt::format("did you mean {}?", *meant)
                        : period.rule() + "; write a day (2025-09-26) or a period (2025-09, 2025-W36, 2025-Q3, 2025)");
}

ReadOptions read_options(const InputOptions& options) {
  ReadOptions out;
  out.format = format_of(options.format);
  out.code_column = options.code_column;
  out.sources = options.sources;
  out.columns = value("--columns", options.columns, parse_column_layout);
  out.dates = word("--dates", options.dates, parse_date_layout);
  out.separator = separator_of(options.separator);
  out.max_rejects = options.max_rejects;
  out.rejects_file = options.rejects;
  if (options.threads) out.threads = *options.threads;
  out.stop = stopping();
  return out;
}

std::optional<std::size_t> memory_limit(const InputOptions& options) {
  if (options.memory.empty()) return std::nullopt;
  const std::string units = "KMGT";
  const std::size_t unit = units.find(options.memory.back());
  const auto number = parse_number(std::string_view(options.memory).substr(0, options.memory.size() - 1));
  if (unit == std::string::npos || !number || !(*number > 0 && *number < 1e6))
    throw_bad_value("--memory", options.memory, "is a number with K, M, G or T, such as 2G");
  const double bytes = *number * std::pow(1024.0, static_cast<double>(unit) + 1);
  return static_cast<std::size_t>(std::min(bytes, 1e18));
}

Codebook codebook_of(const CodingOptions& options) {
  const Codebook codebook = open_codebook(options.codebook);
  return options.plain_terms ? for_chronology(codebook) : codebook;
}

RollUp roll_up_of(const CodingOptions& options) {
  if (options.roll_up.empty()) return RollUp::none;
  return word("--roll-up", options.roll_up, parse_roll_up);
}

ActorTable actors_of(const CodingOptions& options) {
  const RollUp rule = roll_up_of(options);
  if (options.actors.empty()) return ActorTable({}, rule);
  return ActorTable::parse(*open_bytes(options.actors), options.actors, rule);
}

std::optional<Day> as_of(const CodingOptions& options) {
  return options.as_of.empty() ? std::nullopt : std::optional(end_of("--as-of", options.as_of));
}

Dyad dyad_of(const ScoringOptions& options) {
  if (options.dyad.empty())
    throw UsageError("--dyad A:B is needed: whose relation? detente check FILE lists the pairs of a file");
  return dyad_called(options.dyad);
}

Dyad dyad_called(const std::string& text) { return value("--dyad", text, parse_dyad); }

Selection selection_of(const ScoringOptions& scoring, const CodingOptions& coding) {
  Selection selection;
  selection.dyad = dyad_of(scoring);
  selection.issue = scoring.issue;
  selection.as_of = as_of(coding);
  selection.actors = actors_of(coding);
  for (const std::string& other : scoring.also) take_also(selection, other);
  return selection;
}

IndexRequest index_request(const ScoringOptions& scoring, const CodingOptions& coding, const PeriodOptions& periods,
                           const UncertaintyOptions& uncertainty, bool has_page) {
  const PeriodKind every = every_of(periods, scoring);
  IndexRequest request{.selection = selection_of(scoring, coding), .scoring = scoring_of(scoring, coding, every)};
  request.every = every;
  request.at = sample_at(periods, scoring, request.scoring.model);
  std::tie(request.from, request.to) = shown(periods);
  request.band = band_of(uncertainty);
  if (uncertainty.sensitivity || has_page) request.alternatives = Catalogue::built_in();
  request.delta = periods.delta.value_or(request.delta);
  if (!(request.delta > 0)) throw_bad_value("--delta", shortest(request.delta), "is above 0");
  return request;
}

PanelRequest panel_request(const ScoringOptions& scoring, const CodingOptions& coding, const PeriodOptions& periods,
                           const UncertaintyOptions& uncertainty) {
  const PeriodKind every = every_of(periods, scoring);
  PanelRequest request{.scoring = scoring_of(scoring, coding, every)};
  request.every = every;
  request.at = sample_at(periods, scoring, request.scoring.model);
  std::tie(request.from, request.to) = shown(periods);
  request.issue = scoring.issue;
  request.as_of = as_of(coding);
  if (uncertainty.bands || uncertainty.draws || uncertainty.seed) request.band = band_of(uncertainty);
  return request;
}

Day end_of(const std::string& option, const std::string& text) { return period_or_day(option, text).last_day(); }
Day begin_of(const std::string& option, const std::string& text) { return period_or_day(option, text).first; }

Window window_of(const std::string& option, const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) throw_bad_value(option, text, "a window is written FROM/TO, such as 2025-01/2025-07");
  const Window window{begin_of(option, text.substr(0, slash)), begin_of(option, text.substr(slash + 1))};
  if (window.end <= window.first) throw_bad_value(option, text, "the window ends before it begins; TO is exclusive");
  return window;
}

}  // namespace detente::cli
