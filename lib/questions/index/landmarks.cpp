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
  const auto end_of = [](int year, int month) {
    return period_of(PeriodKind::month, Day::from_civil(year, month, 1)).last_day();
  };
  return {{"India–Pakistan", "Kargil war", india, {"IND", "PAK"}, end_of(1999, 7), 90.50},
          {"Australia–China", "trade bans", australia, {"AUS", "CHN"}, end_of(2020, 11), 83.95},
          {"US–USSR", "Afghanistan", soviet, {"USA", "SUN"}, end_of(1980, 1), 74.62},
          {"US–USSR", "INF treaty", soviet, {"USA", "SUN"}, end_of(1987, 12), 55.93},
          {"US–USSR", "Cold War over", soviet, {"USA", "SUN"}, end_of(1990, 12), 50.50},
          {"India–Pakistan", "Lahore bus", india, {"IND", "PAK"}, end_of(1999, 2), 42.68}};
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
