#include "detente/output/text/scenario_table.hpp"

#include <fmt/format.h>

#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/output/text/text_table.hpp"
#include "output/wording/figures.hpp"

namespace detente {
using namespace detail;
namespace {

/// At most so many days of a fan are printed, and the last one.
constexpr std::size_t most_printed = 14;

std::string percent(double probability) { return rounded(100 * probability) + " %"; }

std::string outcome_name(const OutcomePath& o) { return o.outcome.empty() ? "(nothing)" : visible(o.outcome); }

std::vector<std::string> values_of(const FanDay& d) {
  return {rounded(d.silent, 1), rounded(d.lowest, 1), rounded(d.low, 1),
          rounded(d.middle, 1), rounded(d.high, 1),   rounded(d.highest, 1)};
}

/// The columns of a fan behind these.
TextTable fan_table(std::vector<TextTable::Column> first) {
  for (const char* title : {"silent", "5 %", "25 %", "50 %", "75 %", "95 %"}) first.push_back({title, Align::right, 0});
  return TextTable(std::move(first));
}

void add(TextTable& table, std::vector<std::string> first, const FanDay& day) {
  for (std::string& value : values_of(day)) first.push_back(std::move(value));
  table.add(std::move(first));
}

std::string days_text(const ScenarioForecast& s) {
  TextTable table = fan_table({{"index on"}});
  const std::size_t weeks = 1 + s.fan.size() / (7 * most_printed);
  for (std::size_t i = 7 * weeks - 1; i + 1 < s.fan.size(); i += 7 * weeks)
    add(table, {to_text(s.fan[i].day)}, s.fan[i]);
  add(table, {to_text(s.fan.back().day)}, s.fan.back());
  return table.text();
}

std::string basis_text(const ScenarioForecast& s) {
  const std::string days = counted(s.fan.size(), "day");
  if (s.pasts == 0)
    return fmt::format(
        "beside the scenario nothing is reported: {} whole past stretches of {} are too few ({} needed)\n",
        s.whole_pasts, days, least_pasts);
  return fmt::format("beside the scenario, what one of the last {} stretches of {} brought{}; silent: nothing at all\n",
                     s.pasts, days, s.fan.size() > 31 ? " (they overlap)" : "");
}

std::string outcomes_text(const ScenarioForecast& s) {
  if (s.outcomes.empty()) return {};
  TextTable table = fan_table({{"scheduled"}, {"outcome"}, {"chance", Align::right}});
  std::string last;
  for (const OutcomePath& o : s.outcomes) {
    add(table, {o.scheduled == last ? std::string() : o.scheduled, outcome_name(o), percent(o.probability)},
        o.path.back());
    last = o.scheduled;
  }
  const bool several = s.outcomes.front().scheduled != s.outcomes.back().scheduled;
  return fmt::format("\non {}, if it comes true:\n{}outcomes exclude each other, and the fan is their mixture{}\n",
                     to_text(s.last), table.text(),
                     several ? "; scheduled events are taken to be independent of one another" : "");
}

void append_row(std::string& out, const std::string& beginning, const FanDay& d) {
  out += fmt::format("{},{},{},{},{},{},{},{}\n", beginning, to_text(d.day), shortest(d.silent), shortest(d.lowest),
                     shortest(d.low), shortest(d.middle), shortest(d.high), shortest(d.highest));
}

}  // namespace

std::string scenario_sentence(const ScenarioForecast& s) {
  const FanDay& end = s.fan.back();
  std::string out = fmt::format("By {}: {} to {} with a chance of 90 %, middle {}.", day_in_words(s.last),
                                rounded(end.lowest), rounded(end.highest), rounded(end.middle));
  std::string last;
  for (const OutcomePath& o : s.outcomes) {
    out +=
        o.scheduled == last ? ", " : fmt::format("{} {}: ", &o == s.outcomes.data() ? "" : ".", visible(o.scheduled));
    out += fmt::format("{} {}", outcome_name(o), rounded(o.path.back().middle));
    last = o.scheduled;
  }
  return s.outcomes.empty() ? out : out + ".";
}

std::string scenario_table(const ScenarioForecast& s, Script script) {
  return fmt::format("{} from {} to {}; index {} on {}\n\n{}{}{}\n{}\n", dyad_name(s.pair, s.direction, script),
                     to_text(s.day + 1), to_text(s.last), rounded(s.index, 1), to_text(s.day), days_text(s),
                     basis_text(s), outcomes_text(s), scenario_sentence(s));
}

std::string scenario_csv(const ScenarioForecast& s) {
  std::string out = "scheduled,outcome,probability,day,silent,lowest,low,middle,high,highest\n";
  for (const FanDay& d : s.fan) append_row(out, ",,1", d);
  for (const OutcomePath& o : s.outcomes)
    for (const FanDay& d : o.path)
      append_row(out, fmt::format("{},{},{}", csv_field(o.scheduled), csv_field(o.outcome), shortest(o.probability)),
                 d);
  return out;
}

}  // namespace detente
