/// \file
/// Does a model of your own forecast better than a pair's own past? It goes through the same comparison as the standard
/// models: the same link, the same origins, the same baselines.
///
///   compare_own_model [keds_levant_cameo.tsv]      without the file it says so and ends with 77

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <optional>

#include "detente/detente.hpp"

using namespace detente;

namespace {

/// The worst act so far, which fades; the number of acts does not matter.
struct WorstAct {
  struct State {
    Day day;
    double level = 0;
    friend bool operator==(const State&, const State&) = default;
  };
  State start(Day day) const { return {day, 0}; }
  void advance(State& state, Day day) const {
    state.level *= std::exp2(-static_cast<double>(day - state.day) / 60);
    state.day = day;
  }
  void observe(State& state, const Impulse& act) const { state.level = std::max(state.level, act.points); }
  std::optional<double> level(const State& state) const { return state.level; }
};
static_assert(Model<WorstAct>);

void compare_own(const std::filesystem::path& file) {
  DyadRows pairs(ActorTable({{.actor = "PSE", .parent = "PAL"}}, RollUp::cameo));
  pairs.finish(read_events(file, {.brief = true}).log);
  const Catalogue catalogue = Catalogue::built_in();
  ComparisonRequest request{.scoring = {.codebook = built_in_codebook("gdelt"),
                                        .model = catalogue.make("two_speed"),
                                        .rules = CodingRules::machine_coded(),
                                        .own_scores = false}};
  request.pairs = {{"ISR", "LBN"}, {"ISR", "PAL"}, {"ISR", "SYR"}, {"EGY", "ISR"}, {"ISR", "JOR"}, {"LBN", "SYR"}};
  request.inputs = {level_input("worst_act", AnyModel(WorstAct{}, "worst_act"), Entering::plain),
                    level_input(catalogue, request.scoring.model), event_count_input(), hostile_count_input()};
  const ComparisonColumns columns = comparison_columns(pairs, request);
  const Comparison found = compare(columns.table, columns.inputs, request.options);
  fmt::print("{}", comparison_table({found, "severe acts of the next month"}));
}

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path file = argc > 1 ? argv[1] : DETENTE_SHARED_EVENTS "/keds_levant_cameo.tsv";
  if (!std::filesystem::exists(file)) {
    fmt::print(stderr, "skipped: there is no {}; name the KEDS Levant file\n", file.string());
    return 77;
  }
  compare_own(file);
}
