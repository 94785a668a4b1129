#pragma once
/// Two states that meet and clash on the same days of every month, in CAMEO codes, and an invented calibration.

#include <string>
#include <vector>

#include "detente/codebooks/built_in.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/questions/index/index_report.hpp"

namespace detente::test {

inline const Selection aaa_bbb{.dyad = {"AAA", "BBB"}};

inline Scoring two_speed_scoring(const std::string& model = "two_speed") {
  return {.codebook = built_in_codebook("gdelt"),
          .model = Catalogue::built_in().make(model),
          .scale = parse_scale("linear slope=6").value(),
          .rules = CodingRules::machine_coded(),
          .own_scores = false};
}

/// Every month a fight on the 5th (AAA on BBB), a threat on the 12th (BBB) and a meeting on the 20th.
inline EventLog clashes(int months, int first_year = 2000) {
  EventLog log;
  const auto add = [&](int month, int day, const char* source, const char* target, const char* code) {
    const Day on = Day::from_civil(first_year + month / 12, month % 12 + 1, day);
    log.add({.date = {on, on}, .source = source, .target = target, .code = code});
  };
  for (int month = 0; month < months; ++month) {
    add(month, 5, "AAA", "BBB", "190");
    add(month, 12, "BBB", "AAA", "138");
    add(month, 20, "AAA", "BBB", "040");
  }
  return log;
}

/// For events that are coded as `scoring` says.
inline Calibration made_up_calibration(const Scoring& scoring) {
  Calibration out;
  out.name = "Nowhere 1900–1910";
  out.coding = coding_of(scoring, RollUp::none);
  out.first = Day::from_civil(1900, 1, 1);
  out.last = Day::from_civil(1910, 12, 31);
  out.pairs = 6;
  out.months = 600;
  out.severe_months = 60;
  out.chance = {{-4, 0.4, 0.9}, {1, 1, 1}};
  out.count = {{-4, 0.3, 0.9}, {1, 1, 1}};
  out.bins = {{.from = 0,
               .to = 1,
               .months = 600,
               .chance = 0.1,
               .share = 0.12,
               .pairs = 3,
               .lowest = 0.05,
               .highest = 0.4,
               .expected = 0.2,
               .counted = 0.25}};
  return out;
}

}  // namespace detente::test
