#include "models/rival_entries.hpp"

#include "detente/models/period.hpp"
#include "models/parameter_tables.hpp"

namespace detente::detail {
namespace {

struct CountOptions {
  PeriodKind every = PeriodCount().period();
  bool hostile_only = PeriodCount().hostile_only();
};

ModelEntry period_count_entry() {
  static const Parameters<CountOptions> parameters{
      period(&CountOptions::every), either(&CountOptions::hostile_only, "of", "acts", "hostile", "all",
                                           "which acts are counted", {.alternatives = {"hostile", "all"}})};
  return entry_of({"period_count", "number of acts of each calendar period: the plainest baseline",
                   "L = sum w over hostile acts, or over all", "event counts, as every data set prints them"},
                  parameters,
                  [](const CountOptions& options) { return PeriodCount(options.every, options.hostile_only); });
}

ModelEntry window_mean_entry() {
  return entry_of(
      {"window_mean", "mean of the daily means of the last two weeks, both directions in one; silence reads as calm",
       "d(t) = sum w x / sum w, w = ln(1 + mentions); L = mean of d over the window's days with acts, else 0",
       "GeoPrizm; its index is 100 minus ours on linear slope=12", "linear slope=12"},
      window_mean_parameters(), [](const auto& options) { return WindowMean(options); });
}

ModelEntry conflict_share_entry(const std::optional<Exposure>& log_totals) {
  return entry_of({"conflict_share", "share of the acts, or of the whole log, that is conflict, in percent",
                   "L = 100 (material conflict + v verbal conflict) / all events, of each calendar period",
                   "GDELT stability; GPR's share of all articles", "linear slope=0.5"},
                  conflict_share_parameters(), [](const auto& options) { return ConflictShare(options); },
                  {.log_totals = log_totals});
}

ModelEntry saturating_entry() {
  return entry_of({"saturating", "ladder from -9 to 9 with smaller steps near its ends; nothing fades",
                   "P += (N - P)/N I if I >= 0, (N + P)/N I if I < 0; I = s score; L = -P",
                   "Tsinghua University (Yan Xuetong)", "linear"},
                  saturating_parameters(), [](const auto& options) { return Saturating(options); });
}

}  // namespace

void add_rivals(Catalogue& catalogue, const std::optional<Exposure>& log_totals) {
  catalogue.add(period_count_entry());
  catalogue.add(window_mean_entry());
  catalogue.add(conflict_share_entry(log_totals));
  catalogue.add(saturating_entry());
}

}  // namespace detente::detail
