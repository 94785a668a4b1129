#include "detente/quality/reporting.hpp"

#include <algorithm>
#include <cmath>

namespace detente::quality {
namespace {

/// The conditions of a way of reporting.
struct Conditions {
  bool grows = false;
  bool has_gaps = false;
  double day_effect_sd = 0;
};

Conditions conditions_of(Reporting reporting) {
  switch (reporting) {
    case Reporting::constant: return {};
    case Reporting::tenfold: return {.grows = true};
    case Reporting::gaps: return {.has_gaps = true};
    case Reporting::day_effects: return {.day_effect_sd = 1.2};
    case Reporting::everything: break;
  }
  return {.grows = true, .has_gaps = true, .day_effect_sd = 1.2};
}

/// Whether each day is reported at all: one silence of 40 days somewhere in each quarter of the span.
std::vector<bool> reported_days(std::size_t days, bool has_gaps, const Chance& chance) {
  std::vector<bool> out(days, true);
  const std::size_t quarter = days / 4, silence = std::min<std::size_t>(40, quarter / 2);
  for (std::uint64_t g = 0; has_gaps && g < 4; ++g) {
    const auto free = static_cast<double>(quarter - silence);
    const std::size_t from = g * quarter + static_cast<std::size_t>(chance.uniform(Use::gap, g) * free);
    for (std::size_t d = from; d < from + silence; ++d) out[d] = false;
  }
  return out;
}

double acts_a_day(std::size_t day, std::size_t days, bool grows) {
  return grows ? 0.5 * std::pow(10, static_cast<double>(day) / static_cast<double>(days)) : 2;
}

QuadClass quad_of(double points, bool deed) {
  if (points > 0) return deed ? QuadClass::material_conflict : QuadClass::verbal_conflict;
  return deed ? QuadClass::material_cooperation : QuadClass::verbal_cooperation;
}

Impulse act_of(Day day, double expected, std::uint64_t number, const Chance& chance) {
  Impulse act;
  act.day = act.since = day;
  act.key = act.opening = {number};
  act.points = expected + 5 * chance.normal(Use::score, number);
  act.quad = quad_of(act.points, chance.uniform(Use::deed, number) < 1.0 / 3);
  return act;
}

}  // namespace

std::string_view to_text(Reporting reporting) {
  constexpr std::array<std::string_view, reportings.size()> names{"constant", "tenfold", "gaps", "day_effects",
                                                                  "everything"};
  return names[static_cast<std::size_t>(reporting)];
}

std::vector<Impulse> report(const Truth& truth, Reporting reporting, const Chance& chance) {
  const Conditions conditions = conditions_of(reporting);
  const std::size_t days = truth.level.size();
  const std::vector<bool> reported = reported_days(days, conditions.has_gaps, chance);
  std::vector<Impulse> out;
  for (std::size_t d = 0; d < days; ++d) {
    if (!reported[d]) continue;
    const double expected = truth.level[d] + conditions.day_effect_sd * chance.normal(Use::day_effect, d);
    const double mean = truth.activity[d] * acts_a_day(d, days, conditions.grows);
    const std::uint32_t n = chance.poisson(mean, Use::volume, d);
    for (std::uint64_t i = 0; i < n; ++i)
      out.push_back(act_of(first_day + static_cast<std::int32_t>(d), expected, (std::uint64_t{d} << 20U) + i, chance));
  }
  return out;
}

}  // namespace detente::quality
