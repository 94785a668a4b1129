// GDELT's profile from event files: what the available ones can show about ρ, and what they cannot.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "detente/readers/read_events.hpp"
#include "validation/parts.hpp"
#include "validation/skill.hpp"

namespace validation {
namespace {

using namespace detente;

constexpr double few_events = 20;

/// Hostile points and events of a pair up to each month.
ForecastInput totals_input() {
  const auto read = [](const KnownPair& pair, std::span<float> values) {
    double hostile = 0, events = 0;
    auto pulse = pair.pulses.begin();
    for (std::size_t t = 0; t < pair.periods.size(); ++t) {
      for (; pulse != pair.pulses.end() && pulse->day < pair.periods[t].end; ++pulse) {
        hostile += std::max(0.0, pulse->points) * pulse->weight;
        events += pulse->weight;
      }
      values[t] = static_cast<float>(hostile);
      values[pair.periods.size() + t] = static_cast<float>(events);
    }
  };
  return {"totals", 2, read};
}

std::vector<std::string> row_of(const std::string& name, const ComparisonColumns& columns) {
  const auto& features = columns.inputs.front().features;
  double hostile = 0, events = 0;
  std::vector<double> shares;
  const std::size_t pairs = columns.table.pairs.size();
  for (std::size_t p = pairs * (columns.table.periods.size() - 1); p < columns.table.origins(); ++p) {
    hostile += static_cast<double>(features[0][p]);
    events += static_cast<double>(features[1][p]);
    if (features[1][p] >= few_events) shares.push_back(static_cast<double>(features[0][p] / features[1][p]));
  }
  return {name,
          count_text(columns.events),
          figure(hostile / events),
          std::to_string(shares.size()),
          figure(quantile(shares, 0.1)),
          figure(median(shares)),
          figure(quantile(shares, 0.9))};
}

ComparisonColumns columns_of(const std::filesystem::path& file, ComparisonRequest request) {
  DyadRows pairs;
  pairs.finish(read_events(file, {.brief = true}).log, 2);
  request.pairs.clear();
  request.to = Day::from_civil(2020, 1, 1);
  request.least_events = 1;
  return comparison_columns(pairs, request);
}

}  // namespace

void write_gdelt(Document& out, const Levant& levant, const std::filesystem::path& events) {
  out.heading("GDELT's profile");
  const ComparisonRequest request = levant.request({totals_input()});
  std::vector<std::vector<std::string>> rows{
      row_of("KEDS Levant, 46 pairs", Levant::columns(levant.events(), request))};
  for (const char* name :
       {"gdelt2_20191024143000.export.CSV", "gdelt1_mixed_710_rows.tsv", "gdelt1_57_and_58_columns.tsv"})
    if (std::filesystem::exists(events / name)) rows.push_back(row_of(name, columns_of(events / name, request)));
  out.say(
      "ρ is the hostile points an event that a calm relation shows. Hostile points an event under this library's "
      "codebook "
      "and rules, over all events and over pairs with 20 or more:");
  out.table({"file", "events", "points an event", "pairs", "10 %", "median", "90 %"}, rows);
  out.say(
      "The shipped ρ of KEDS is .25, that of GDELT .85. The files of GDELT at hand are a quarter of an hour of one day "
      "of 2019 and two "
      "samples of single rows. They show how many points machines code into an event, and not what a calm relation "
      "shows "
      "over years, for no pair has months. A ρ from them would be no better founded than the provisional one of raw "
      "daily "
      "counts, and κ cannot be had from them at all. The provisional profile stays, and results go on to say "
      "*uncalibrated "
      "scale*. (This part is not in the plan, and chooses nothing.)");
}

}  // namespace validation
