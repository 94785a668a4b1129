// A model of a user's own in the recovery study and in a comparison of forecasts, with nothing but the installed
// library.

#include <cmath>
#include <iostream>

#include "detente/detente.hpp"

using namespace detente;

struct LastAct {
  struct State {
    Day day;
    double points = 0;
    friend bool operator==(const State&, const State&) = default;
  };
  State start(Day day) const { return {day}; }
  void advance(State& state, Day day) const { state.day = day; }
  void observe(State& state, const Impulse& act) const { state.points = act.points; }
  std::optional<double> level(const State& state) const { return state.points; }
};

int main() {
  const AnyModel model(LastAct{}, "last_act");
  const std::vector<std::string> words{"--quick", "--alone"};
  if (quality::run_program(words, {quality::contestant(model, "last_act")}, std::cout, std::cerr) != 0) return 1;

  EventLog log("made up");
  for (int i = 0; i < 900; ++i)
    log.add({.id = std::to_string(i),
             .date = DateSpan::on(Day::from_civil(1990, 1, 1) + 8 * i),
             .source = i % 2 == 0 ? "AAA" : "BBB",
             .target = i % 4 < 2 ? "CCC" : "DDD",
             .code = i % 7 == 0 ? "clash" : "criticism"});
  DyadRows pairs;
  pairs.finish(std::move(log));
  ComparisonRequest request{.scoring = {.codebook = built_in_codebook("plain"), .model = model}};
  request.inputs = {level_input("last_act", model, Entering::plain)};
  const ComparisonColumns columns = comparison_columns(pairs, request);
  const Comparison found = compare(columns.table, columns.inputs, request.options);
  for (const ComparedInput& input : found.inputs)
    if (input.name == "last_act") return 0;
  return 1;
}
