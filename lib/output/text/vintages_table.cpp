#include "detente/output/text/vintages_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detente/contracts/act_label.hpp"
#include "detente/output/text/text_table.hpp"
#include "output/text/glyphs.hpp"
#include "output/wording/figures.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr std::size_t most_events = 3;  // of a period, one by one

/// Prints vintages part by part.
class VintagesText {
 public:
  VintagesText(const VintagesView& view, Script script)
      : v_(view), r_(view.report), script_(script), glyphs_(Glyphs::of(script)) {}

  std::string text() const { return opening() + periods() + summary() + notes(); }

 private:
  std::string opening() const {
    return fmt::format("{} by {}, in {} from {} to {}\n", dyad_name(r_.pair, r_.direction, script_), to_text(r_.every),
                       counted(r_.vintages.size(), "vintage"), to_text(r_.vintages.front()),
                       to_text(r_.vintages.back()));
  }

  std::string periods() const {
    const auto number = [](const char* title) { return TextTable::Column{title, Align::right, 0}; };
    TextTable table({{"period"},
                     number("first"),
                     number("latest"),
                     number("revised"),
                     number("lag"),
                     number("points"),
                     {"report"},
                     {"date"},
                     {"direction"},
                     {"event", Align::left, 44}},
                    glyphs_.cut);
    for (const RevisedPeriod& period : r_.periods)
      if (!period.revisions.empty()) add(table, period);
    return table.empty() ? std::string() : "\n" + table.text();
  }

  /// A line for the period and what moved it most, then one for each further event.
  void add(TextTable& table, const RevisedPeriod& period) const {
    std::vector<std::string> cells{period.period.label(), rounded(period.first, 1, glyphs_.missing),
                                   rounded(period.latest, 1, glyphs_.missing), points(period.revision()),
                                   period.settled_lag ? std::to_string(*period.settled_lag) : std::string()};
    const std::size_t own = cells.size();
    std::vector<std::vector<std::string>> events = events_of(period);
    if (events.empty()) events.emplace_back();
    for (const std::vector<std::string>& event : events) {
      cells.insert(cells.end(), event.begin(), event.end());
      table.add(std::move(cells));
      cells.assign(own, "");
    }
  }

  std::vector<std::vector<std::string>> events_of(const RevisedPeriod& period) const {
    const std::vector<RevisionLine> all = lines_together(period);
    std::vector<std::vector<std::string>> out;
    std::optional<double> others;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (i < most_events)
        out.push_back(event_cells(all[i]));
      else if (all[i].index)
        others = others.value_or(0) + *all[i].index;
    if (all.size() > most_events)
      out.push_back({points(others), "", "", "", counted(all.size() - most_events, "other event")});
    return out;
  }

  std::vector<std::string> event_cells(const RevisionLine& line) const {
    const Event event = v_.events.event(line.event);
    std::string what(to_text(line.cause));
    if (line.reported) what += " " + to_text(*line.reported);
    return {points(line.index), what, to_text(event.date),
            arrow_name(who(line.others, line.direction, r_.pair), script_),
            with_object(act_label(event, v_.codebook), event.object)};
  }

  std::string points(const std::optional<double>& value) const {
    return value ? signed_figure(*value, 1, script_ == Script::ascii) : std::string();
  }
  std::string fine_points(double value) const { return signed_figure(value, 2, script_ == Script::ascii); }

  std::string summary() const {
    if (!r_.summary) return "\nNo value has been published for long enough to be revised.\n";
    const RevisionSummary& s = *r_.summary;
    if (s.revised == 0) return fmt::format("\nOf {} none was revised.\n", counted(s.values, "value"));
    return fmt::format(
               "\nOf {}, {} % were revised, {} % by more than {}. From first to latest: mean {}, without sign {}, root "
               "mean square {}, largest {} ({}).\nHalf of them had settled {}, nine in ten {}.\n",
               counted(s.values, "value"), rounded(100 * s.revised), rounded(100 * s.moved), settled_within,
               fine_points(s.bias), rounded(s.mean_absolute, 2), rounded(s.root_mean_square, 2), fine_points(s.largest),
               s.largest_of.label(), after(s.settled_median), after(s.settled_ninety)) +
           by_lag(s);
  }

  static std::string after(std::int64_t days) {
    return days == 0 ? "when their period ended" : "after " + counted(static_cast<std::size_t>(days), "day");
  }

  std::string by_lag(const RevisionSummary& s) const {
    const auto number = [](const char* title) { return TextTable::Column{title, Align::right, 0}; };
    TextTable table({{"after"}, number("values"), number("revised"), number("mean"), number("without sign")});
    for (const RevisionByLag& lag : s.by_lag)
      table.add({counted(static_cast<std::size_t>(lag.periods), std::string(to_text(r_.every))),
                 std::to_string(lag.values), rounded(100 * lag.revised) + " %", fine_points(lag.bias),
                 rounded(lag.mean_absolute, 2)});
    return table.empty() ? std::string() : "\n" + table.text();
  }

  std::string notes() const {
    std::string out;
    if (const std::string text = unreported_text(r_); !text.empty()) out += "\n" + text + "\n";
    if (!r_.not_shared_out.empty()) out += "\nEvents are named without their points: " + r_.not_shared_out + ".\n";
    return out;
  }

  const VintagesView& v_;
  const VintageReport& r_;
  Script script_;
  Glyphs glyphs_;
};

}  // namespace

std::string unreported_text(const VintageReport& report) {
  if (report.assumed_reported == 0) return {};
  if (report.assumed_reported < report.acts)
    return fmt::format(
        "{} of {} do not say when they were reported: they count as known from the last day of their date on.",
        report.assumed_reported, counted(report.acts, "act"));
  return fmt::format(
      "None of {} says when it was reported: each counts as known from the last day of its date on, so only a date of "
      "several days can revise a value. Fill the column 'reported' to see more.",
      counted(report.acts, "act"));
}

std::string vintages_table(const VintagesView& view, Script script) { return VintagesText(view, script).text(); }

}  // namespace detente
