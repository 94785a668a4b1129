#include "ranking_options.hpp"

#include <fmt/format.h>

#include "detente/ground/error.hpp"
#include "request.hpp"
#include "request_words.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

RankBy order_of(const RankingOptions& options) {
  if (options.sort.empty()) return RankBy::index;
  return word("--sort", options.sort, parse_rank_by);
}

std::optional<Day> since_of(const RankingOptions& options) {
  return options.since.empty() ? std::nullopt : std::optional(begin_of("--since", options.since));
}

Day day_of(const PanelRequest& panel, const FileKind& kind) {
  if (panel.to) return *panel.to - 1;
  if (panel.as_of) return *panel.as_of;
  if (!kind.covered_to) throw InputError("no file has an event with a day");
  const Day last = *kind.covered_to - 1;
  return kind.chosen_acts ? period_of(panel.every, last).last_day() : last;
}

}  // namespace

void add_ranking(CLI::App& app, RankingOptions& options) {
  constexpr const char* group = "Ranking";
  app.add_option("--top", options.top,
                 "in place of all rows, a table of so many pairs: who is\ntensest, and what moved it")
      ->type_name("N")
      ->default_str("20")
      ->group(group)
      ->check(CLI::Range(std::size_t{1}, std::size_t{100'000}));
  app.add_option("--sort", options.sort,
                 "by index, by change since a day, or by risk: the\nchance of a severe act, where a calibration holds")
      ->type_name("WHAT")
      ->default_str("index")
      ->group(group);
  app.add_option("--since", options.since,
                 "first day of the change: 2025-09-26, or a period:\n2025-W39; by default this period's")
      ->type_name("DAY")
      ->group(group);
  app.add_option("--page", options.page,
                 "also write a page to open in a browser: the pairs\nover time, as a map of heat and as lines")
      ->type_name("FILE.html")
      ->group(group);
  app.add_option(
         "--calibration", options.calibration,
         "what a level has meant, as detente calibrate writes\nit; by default that of KEDS Levant, where it holds")
      ->type_name("FILE.csv")
      ->group(group);
}

void check_ranking(const RankingOptions& options, const PeriodOptions& periods, const UncertaintyOptions& uncertainty) {
  if (!options.wanted()) {
    if (!options.calibration.empty())
      throw_bad_value("--calibration", options.calibration, "is for a ranking; add --top 20 or --sort risk");
    return;
  }
  (void)order_of(options);
  (void)since_of(options);
  const std::string ranking = "a ranking (--top, --sort, --since, --page)";
  if (uncertainty.bands || uncertainty.draws || uncertainty.seed)
    throw_conflict("--bands", ranking, "it has no bands; detente index has that of one pair");
  if (periods.at != "end") throw_conflict("--at " + periods.at, ranking, "pairs are compared on one day");
  if (!periods.from.empty() && options.page.empty())
    throw_conflict("--from " + periods.from, ranking, "it shows one day; say by --since from when changes count");
}

RankingRequest ranking_request(const RankingOptions& options, const PanelRequest& panel, const FileKind& kind) {
  RankingRequest out{.scoring = panel.scoring};
  out.day = day_of(panel, kind);
  out.since = since_of(options).value_or(period_of(panel.every, out.day).first);
  if (const auto period = panel.scoring.model.periodic()) {  // whole ones alone have a value
    out.day = period_of(*period, out.day).last_day();
    out.since = period_of(*period, out.since).first;
  }
  if (out.day < out.since)
    throw_bad_value("--since", options.since,
                    fmt::format("is after {}, on which pairs are compared", to_text(out.day)));
  if (panel.scoring.scale.looks_back())
    throw_conflict("--scale " + to_text(panel.scoring.scale), "--top",
                   "it compares a pair with its own other days, and pairs are held against each other");
  out.by = order_of(options);
  out.most = options.top.value_or(out.most);
  out.issue = panel.issue;
  out.as_of = panel.as_of;
  out.assumptions = panel.assumptions;
  out.calibration = calibration_of(options.calibration);
  out.threads = panel.threads;
  return out;
}

}  // namespace detente::cli
