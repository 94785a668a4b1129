#include "models/rival_entries.hpp"

#include "detente/ground/error.hpp"
#include "detente/models/conflict_share.hpp"
#include "detente/models/period.hpp"
#include "detente/models/saturating.hpp"
#include "detente/models/window_mean.hpp"

namespace detente::detail {
namespace {

/// Whether a parameter is the first of two words rather than the second.
bool says_first(const ModelParameters& p, const std::string& name, std::string_view first, std::string_view second) {
  const std::string& text = p.text(name);
  if (text != first && text != second)
    throw_invalid(name, text, "is " + std::string(first) + " or " + std::string(second));
  return text == first;
}

ModelEntry period_count_entry() {
  return {"period_count",
          "number of acts of each calendar period: the plainest rival",
          "L = sum w over hostile acts, or over all",
          "event counts, as every data set prints them",
          {{"every", "period", "month", "day, week, month, quarter, year", "the calendar period"},
           {"of", "acts", "hostile", "hostile or all", "which acts are counted", {"hostile", "all"}}},
          [](const ModelParameters& p, std::string text) {
            return AnyModel(PeriodCount(p.period("every"), says_first(p, "of", "hostile", "all")), std::move(text));
          }};
}

ModelEntry window_mean_entry() {
  return {"window_mean",
          "mean of the daily means of the last two weeks, both directions in one; silence reads as calm",
          "d(t) = sum w x / sum w, w = ln(1 + mentions); L = mean of d over the window's days with acts, else 0",
          "GeoPrizm; its index is 100 minus ours on linear slope=12",
          {{"window", "days", "14", ">= 1, whole", "length of the window", {"7", "28"}}},
          [](const ModelParameters& p, std::string text) {
            return AnyModel(WindowMean({p.number("window")}), std::move(text));
          },
          "linear slope=12"};
}

std::optional<Exposure> totals_for(const ModelParameters& p, const std::optional<Exposure>& log_totals) {
  if (says_first(p, "denominator", "dyad", "log")) return std::nullopt;
  return log_totals.value_or(Exposure());
}

ModelEntry conflict_share_entry(const std::optional<Exposure>& log_totals) {
  return {"conflict_share",
          "share of the acts, or of the whole log, that is conflict, in percent",
          "L = 100 (material conflict + v verbal conflict) / all events, of each calendar period",
          "GDELT stability; GPR's share of all articles",
          {{"every", "period", "month", "day, week, month, quarter, year", "the calendar period"},
           {"verbal", "share", "0.5", "0 to 1", "v: what an act of verbal conflict counts", {"0", "1"}},
           {"denominator", "events", "dyad", "dyad or log", "all acts of the two, or all events of the log"},
           {"sides", "runs", "together", "together or apart", "both directions in one run, or each in its own"}},
          [log_totals](const ModelParameters& p, std::string text) {
            return AnyModel(ConflictShare({p.number("verbal"), p.period("every"),
                                           says_first(p, "sides", "together", "apart"), totals_for(p, log_totals)}),
                            std::move(text));
          },
          "linear slope=0.5"};
}

std::optional<PeriodKind> stepping_together(const ModelParameters& p) {
  if (p.text("step") == "act") return std::nullopt;
  const auto kind = parse_period_kind(p.text("step"));
  if (!kind) throw_invalid("step", p.text("step"), "is act, or one of day, week, month, quarter, year");
  return kind;
}

ModelEntry saturating_entry() {
  return {"saturating",
          "ladder from -9 to 9 with smaller steps near its ends; nothing fades",
          "P += (N - P)/N I if I >= 0, (N + P)/N I if I < 0; I = s score; L = -P",
          "Tsinghua University (Yan Xuetong)",
          {{"limit", "points", "9", "> 0", "N: the ends of the ladder"},
           {"scale", "points a point", "0.1", "> 0", "s: the step that a score point makes at 0", {"0.05", "0.2"}},
           {"start", "points", "0", "-limit to limit", "P before the first act, positive for friendship"},
           {"step", "acts", "act", "act, day, week, month, quarter, year", "acts that step together"}},
          [](const ModelParameters& p, std::string text) {
            return AnyModel(Saturating({p.number("limit"), p.number("scale"), p.number("start"), stepping_together(p)}),
                            std::move(text));
          },
          "linear"};
}

}  // namespace

void add_rivals(Catalogue& catalogue, const std::optional<Exposure>& log_totals) {
  catalogue.add(period_count_entry());
  catalogue.add(window_mean_entry());
  catalogue.add(conflict_share_entry(log_totals));
  catalogue.add(saturating_entry());
}

}  // namespace detente::detail
