/// \file
/// Does a model of your own recover a tension that is known? It goes through the recovery study beside the standard
/// models, with the options of detente/quality/program.hpp; without any, a small study is made.

#include <cmath>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "detente/models/any_model.hpp"
#include "detente/quality/program.hpp"

using namespace detente;

/// The mean of the acts of late: an act counts half after 30 days.
struct LateMean {
  struct State {
    Day day;
    double points = 0, weight = 0;
    friend bool operator==(const State&, const State&) = default;
  };
  State start(Day day) const { return {day}; }
  void advance(State& s, Day day) const {
    const double left = std::exp2(-static_cast<double>(day - s.day) / 30);
    s = {day, left * s.points, left * s.weight};
  }
  void observe(State& s, const Impulse& act) const { s.points += act.weight * act.points, s.weight += act.weight; }
  std::optional<double> level(const State& s) const {
    return s.weight > 0 ? std::optional(s.points / s.weight) : std::nullopt;
  }
};

int main(int argc, char** argv) {
  std::vector<std::string> words{argv + 1, argv + argc};
  if (words.empty()) words = {"--quick", "--alone", "--model", "decayed_mean", "--model", "decayed_sum"};
  return quality::run_program(words, {quality::contestant(AnyModel(LateMean{}, "late_mean"), "late_mean")}, std::cout,
                              std::cerr);
}
