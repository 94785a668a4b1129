#pragma once
/// \file
/// Ten years of made-up reports of six pairs, some of them violent at times: machine-coded, for comparisons.

#include <array>
#include <string>
#include <vector>

#include "detente/codebooks/built_in.hpp"
#include "detente/detail/hash.hpp"
#include "detente/engines/dyad_rows.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/questions/comparison/comparison_columns.hpp"

namespace detente::test {
using namespace detail;

/// An extra event, with its own reported day.
struct MadeReport {
  Day day;
  Day reported;
  std::string source, target, code;
  std::uint32_t mentions = 1;
  std::string id = {};  ///< one of its own if empty
};

inline DyadRows made_months(const std::vector<MadeReport>& more = {}) {
  constexpr int years = 10, actors = 4;
  const std::array<std::string, actors> names{"AAA", "BBB", "CCC", "DDD"};
  const std::array<std::string, 4> codes{"010", "042", "112", "190"};
  EventBatch batch({"gdelt", IdScope::report});
  const Day start = Day::from_civil(2000, 1, 1);
  std::size_t number = 0;
  const auto add = [&](const MadeReport& report) {
    const std::string id = report.id.empty() ? std::to_string(++number) : report.id;
    BriefEvent event{.id = id, .day = report.day};
    event.reported = report.reported;
    event.source = report.source;
    event.target = report.target;
    event.code = report.code;
    event.mentions = report.mentions;
    batch.add(event);
  };
  for (int day = 0; day < years * 365; ++day)
    for (std::size_t pair = 0; pair < 6; ++pair) {
      const std::uint64_t dice = mix64(static_cast<std::uint64_t>(day) * 8 + pair + 1);
      if (dice % 4 != 0) continue;
      const std::size_t a = pair % actors, b = (pair + 1 + pair / actors) % actors;
      const bool violent = (day / 90 + static_cast<int>(pair)) % 4 == 0 && pair < 3;
      const std::string& code = violent && (dice >> 8) % 3 == 0 ? codes[3] : codes[(dice >> 16) % 3];
      const Day on = start + day;
      add({on, on, names[a], names[b], code});
    }
  for (const MadeReport& report : more) add(report);
  EventLog log;
  log.append(std::move(batch));
  DyadRows out;
  out.finish(std::move(log));
  return out;
}

inline ComparisonRequest made_request() {
  ComparisonRequest request{.scoring = {.codebook = built_in_codebook("gdelt"),
                                        .model = Catalogue::built_in().make("decayed_sum"),
                                        .rules = CodingRules::machine_coded(),
                                        .own_scores = false}};
  request.inputs = {level_input(Catalogue::built_in(), Catalogue::built_in().make("decayed_sum")), event_count_input(),
                    hostile_count_input()};
  request.least_events = 50;
  request.options.draws = 50;
  request.options.threads = 1;
  return request;
}

}  // namespace detente::test
