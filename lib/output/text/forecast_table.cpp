#include "detente/output/text/forecast_table.hpp"

#include <fmt/format.h>

#include "detente/ground/number.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/output/text/text_table.hpp"
#include "detente/output/wording/outlook_text.hpp"
#include "output/wording/figures.hpp"

namespace detente {
using namespace detail;
namespace {

/// " by the gdelt profile (uncalibrated scale)", as a headline says it.
std::string profile_note(const std::optional<SourceProfile>& profile) {
  if (!profile) return {};
  const bool own = profile->standing == ProfileStanding::users;
  const std::string name = own ? fmt::format("a profile of the user's own for {}", profile->source())
                               : fmt::format("the {} profile", profile->name);
  const std::string_view caution = caution_of(*profile);
  const bool says_more = !caution.empty() && caution != "own profile";
  return fmt::format(" by {}{}", name, says_more ? fmt::format(" ({})", caution) : "");
}

std::string answers_text(const Forecast& f) {
  TextTable table({{"answer"}, {"a severe act", Align::right}, {"number", Align::right}, {"from"}});
  table.add({"calibration", chance_text(*f.outlook.chance), rounded(*f.outlook.expected, 2), f.outlook.calibration});
  const auto own = [&](const char* name, const OwnMonths& months) {
    if (months.months > 0)
      table.add({name, chance_text(months.share), rounded(months.mean, 2), counted(months.months, "month")});
  };
  own("own history", f.own);
  own("own last year", f.recent);
  return table.text();
}

std::vector<std::string> fan_cells(const FanDay& d) {
  return {to_text(d.day),       rounded(d.silent, 1), rounded(d.lowest, 1), rounded(d.low, 1),
          rounded(d.middle, 1), rounded(d.high, 1),   rounded(d.highest, 1)};
}

std::string fan_text(const Forecast& f) {
  if (f.fan.empty())
    return fmt::format("No fan: it needs {} whole months of history, and there are {}.\n", least_pasts, f.own.months);
  TextTable table({{"index on"},
                   {"silent", Align::right},
                   {"5 %", Align::right},
                   {"25 %", Align::right},
                   {"50 %", Align::right},
                   {"75 %", Align::right},
                   {"95 %", Align::right}});
  for (std::size_t i = 6; i + 1 < f.fan.size(); i += 7) table.add(fan_cells(f.fan[i]));
  table.add(fan_cells(f.fan.back()));
  return fmt::format("{}if the month brings what one of the last {} brought; silent: nothing is reported\n",
                     table.text(), counted(f.pasts, "month"));
}

std::string share_fields(const std::optional<CalibrationBin>& near) {
  if (!near) return ",,,,";
  return fmt::format("{},{},{},{},{}", near->months, shortest(near->chance), shortest(near->share),
                     shortest(near->lowest), shortest(near->highest));
}

std::string own_row(const char* name, const OwnMonths& months) {
  if (months.months == 0) return {};
  return fmt::format("{},{},{},{},,,,,,\n", name, months.months, shortest(months.share), shortest(months.mean));
}

}  // namespace

std::string forecast_table(const Forecast& f, Script script) {
  const std::string index = f.index ? rounded(*f.index, 1) : "no index";
  return fmt::format("{} from {} to {}; index {} on {}{}\n\n{}{}\n{}", dyad_name(f.pair, DirectionChoice::both, script),
                     to_text(f.day + 1), to_text(f.last), index, to_text(f.day), profile_note(f.provenance.profile),
                     answers_text(f), outlook_lines(f.outlook, script), fan_text(f));
}

std::string forecast_csv(const Forecast& f) {
  std::string out = "answer,months,chance,expected,near_months,near_said,near_came,near_lowest,near_highest,standing\n";
  out += fmt::format("{},,{},{},{},{}\n", csv_field(f.outlook.calibration), shortest(*f.outlook.chance),
                     shortest(*f.outlook.expected), share_fields(f.outlook.near), to_text(f.outlook.standing));
  out += own_row("own", f.own) + own_row("own_12", f.recent);
  out += "\nday,silent,lowest,low,middle,high,highest\n";
  for (const FanDay& d : f.fan)
    out += fmt::format("{},{},{},{},{},{},{}\n", to_text(d.day), shortest(d.silent), shortest(d.lowest),
                       shortest(d.low), shortest(d.middle), shortest(d.high), shortest(d.highest));
  return out;
}

}  // namespace detente
