#include "detente/questions/index/landmarks.hpp"

#include <algorithm>
#include <vector>

namespace detente {
namespace {

/// How the numbers below were made: the program's defaults for a chronology.
constexpr std::string_view model =
    "decayed_sum half_life_verbal=14 half_life_material=60 half_life_cooperation=30 omega=0.5 residue=0.25";
constexpr std::string_view codebook_hash = "619cbc1bd95c8686";
constexpr std::string_view scale = "softsign kappa=10";
constexpr std::string_view rules = "one-a-day off, mirrors twice, mentions one, volume none";
constexpr std::string_view status_weights = "confirmed=1,alleged=0.7,disputed=0.5,denied=0.5,scheduled=0,cancelled=0";

std::vector<Landmark> made() {
  const char *australia = "australia_china_2017_2024.csv", *india = "india_pakistan_1998_2024.csv",
             *soviet = "us_ussr_1979_1991.csv";
  const auto on = [](int year, unsigned month) {
    return period_of(PeriodKind::month, Day::from_civil(year, month, 1));
  };
  return {{"India and Pakistan", "the Kargil war", india, {"IND", "PAK"}, on(1999, 7).last_day(), 90.50},
          {"Australia and China", "at their worst", australia, {"AUS", "CHN"}, on(2020, 11).last_day(), 83.95},
          {"USA and Soviet Union", "after Afghanistan", soviet, {"USA", "SUN"}, on(1980, 1).last_day(), 74.62},
          {"USA and Soviet Union", "the INF treaty", soviet, {"USA", "SUN"}, on(1987, 12).last_day(), 55.93},
          {"USA and Soviet Union", "the Cold War ends", soviet, {"USA", "SUN"}, on(1990, 12).last_day(), 50.50},
          {"India and Pakistan", "the bus to Lahore", india, {"IND", "PAK"}, on(1999, 2).last_day(), 42.68}};
}

bool is_made_alike(const IndexSeries& series) {
  const Provenance& p = series.provenance;
  return series.direction == DirectionChoice::both && p.issue.empty() && p.model == model &&
         p.codebook_hash == codebook_hash && p.scale == scale && p.rules == rules && p.status_weights == status_weights;
}

}  // namespace

std::span<const Landmark> landmarks() {
  static const std::vector<Landmark> all = made();
  return all;
}

std::span<const Landmark> landmarks_for(const IndexSeries& series) {
  return is_made_alike(series) ? landmarks() : std::span<const Landmark>();
}

}  // namespace detente
