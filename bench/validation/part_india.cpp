// (c) India and its partners: the form of two_speed on daily counts of GDELT, without its codes.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "detente/engines/score.hpp"
#include "detente/models/two_speed.hpp"
#include "validation/crises.hpp"
#include "validation/parts.hpp"
#include "validation/skill.hpp"

namespace validation {
namespace {

using namespace detente;

/// Points of an event that the file calls conflict, and of one that it does not; the file says no more.
constexpr double hostile_points = 5, other_points = -5;

std::vector<Impulse> impulses_of(const std::vector<PartnerDay>& days) {
  std::vector<Impulse> out;
  for (const PartnerDay& d : days) {
    const auto add = [&](double points, double weight) {
      if (weight <= 0) return;
      Impulse impulse;
      impulse.points = points;
      impulse.weight = weight;
      impulse.day = d.day;
      impulse.key = impulse.opening = EventKey{static_cast<std::uint64_t>(d.day.value) * 2 + (points > 0 ? 1 : 0)};
      out.push_back(impulse);
    };
    add(hostile_points, d.conflicts);
    add(other_points, d.events - d.conflicts);
  }
  std::sort(out.begin(), out.end(), comes_before);
  return out;
}

/// The index at the end of every month, the first year left out.
Monthly index_of(const std::map<Dyad, std::vector<PartnerDay>>& partners, double rho) {
  const AnyModel model = Catalogue::built_in().make(fmt::format("two_speed rho={} kappa=25", rho));
  Monthly out{fmt::format("ρ {}", rho), {}, {}, {}};
  for (Period month = month_of(std::string("2018-01")); month.first <= Day::from_civil(2022, 12, 1);
       month = month.next())
    out.months.push_back(month);
  std::vector<Day> ends;
  for (const Period& month : out.months) ends.push_back(month.last_day());
  for (const auto& [pair, days] : partners) {
    out.pairs.push_back(pair);
    const SidedReadings readings = score(model, by_side(model, impulses_of(days)), ends, DirectionChoice::both);
    for (std::size_t t = 0; t < ends.size(); ++t)
      out.values[pair].push_back(50 + 6 * readings.of(DirectionChoice::both, t).level.value_or(0));
  }
  return out;
}

/// Partners, highest median first.
std::vector<std::pair<double, std::string>> order_of(const Monthly& series) {
  std::vector<std::pair<double, std::string>> out;
  for (const Dyad& pair : series.pairs)
    out.emplace_back(median(series.values.at(pair)), pair.source == "IND" ? pair.target : pair.source);
  std::sort(out.rbegin(), out.rend());
  return out;
}

}  // namespace

void write_india(Document& out, const std::filesystem::path& india, const std::filesystem::path& crises_file) {
  out.heading("(c) India and its partners, GDELT by day, 2017–2022");
  const auto partners = read_india(india);
  const std::vector<Crisis> crises = read_crises(crises_file);
  std::vector<std::vector<std::string>> rows;
  bool held = true;
  std::string firsts;
  for (const double rho : {0.75, 0.85, 0.95}) {
    const Monthly series = index_of(partners, rho);
    const CrisisFindings found = find_crises(series, crises);
    const auto order = order_of(series);
    std::vector<std::string> medians;
    for (std::size_t i = 0; i < std::min<std::size_t>(order.size(), 9); ++i)
      medians.push_back(fmt::format("{} {:.0f}", order[i].second, order[i].first));
    held = held && order.front().second == "PAK";
    firsts += (firsts.empty() ? "" : ", ") + order.front().second;
    rows.push_back({fmt::format("{}", rho), fmt::format("{} of {}", found.found, found.crises.size()),
                    fmt::format("{} of {}", found.false_alarms, found.high),
                    fmt::format("{}", fmt::join(medians, ", "))});
  }
  out.say(
      "The file has no codes, only how many events of a day are conflict: 5 points each, as the references take them, "
      "and "
      "5 points of cooperation for every other. So this tests the form of `two_speed` with GDELT's provisional κ = 25, "
      "and not "
      "this library's coding. 2017 warms up.");
  out.table({"ρ", "crises found", "false alarms", "highest medians of the months 2018–2022"}, rows);
  out.say(verdict(held, "The highest median belongs to " + firsts));
}

}  // namespace validation
