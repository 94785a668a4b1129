/// \file
/// A model and a codebook of your own, beside the standard ones. In this model grave acts weigh more than their score:
/// one act of 8 points counts as much as four of 4. Any struct with start, advance, observe and level is a model, and
/// has a band; with `contribution` its changes are attributed exactly.

#include <fmt/format.h>

#include <cmath>
#include <iostream>

#include "detente/codebooks/built_in.hpp"
#include "detente/output/text/explain_table.hpp"
#include "detente/questions/index/index_report.hpp"
#include "detente/readers/read_events.hpp"

namespace {

using namespace detente;

/// L(t) = sum of w x |x| / 10 x 2^(-d/h)
struct GraveSum {
  double half_life = 45;  // days

  struct State {
    Day day;
    double level = 0;
    friend bool operator==(const State&, const State&) = default;
  };
  State start(Day day) const { return {day, 0}; }
  void advance(State& state, Day day) const {
    state.level *= faded(day - state.day);
    state.day = day;
  }
  void observe(State& state, const Impulse& act) const { state.level += gravity(act); }
  std::optional<double> level(const State& state) const { return state.level; }
  /// What is left of the act on the state's day.
  Contribution contribution(const State& state, const Impulse& act) const {
    return {.act = gravity(act) * faded(state.day - act.day)};
  }

  double faded(std::int64_t days) const { return std::exp2(-static_cast<double>(days) / half_life); }
  static double gravity(const Impulse& act) { return act.weight * act.points * std::abs(act.points) / 10; }
};
static_assert(Model<GraveSum> && Additive<GraveSum>);

/// `plain`, but with a threat of force nearly as bad as force.
Codebook stern_codebook() {
  const CodeEntry threat{.code = "threat_of_force", .score = -9, .sd = 1, .label = "threat of force"};
  return built_in_codebook("plain").extended_by(Codebook("stern", "1", {threat}));
}

void compare(const std::filesystem::path& path) {
  const ReadResult read = read_events(path);
  const Scoring standard{.codebook = built_in_codebook("plain"), .model = Catalogue::built_in().make("decayed_sum")};
  const Scoring custom{.codebook = stern_codebook(),
                       .model = AnyModel(GraveSum{.half_life = 45}, "grave_sum half_life=45")};
  const Selection selection{.dyad = {"USA", "COL"}};
  const IndexReport a = index_report(read.log, {.selection = selection, .scoring = standard});
  const IndexReport b = index_report(read.log, {.selection = selection, .scoring = custom});

  fmt::print("month    decayed_sum, plain   grave_sum, stern\n");
  for (std::size_t i = 0; i < a.series.rows.size(); ++i) {
    const IndexRow &x = a.series.rows[i], &y = b.series.rows[i];
    fmt::print("{}  {:5.1f} [{:.1f}, {:.1f}]   {:5.1f} [{:.1f}, {:.1f}]\n", x.period.label(), *x.index, *x.lower,
               *x.upper, *y.index, *y.lower, *y.upper);
  }
  const History history = prepare(read.log, selection, custom, PeriodKind::month);
  const Attribution why = attribute(history, custom, Day::from_civil(2025, 9, 30), Day::from_civil(2025, 10, 31));
  fmt::print("\n{}", explain_table(why, selection.dyad, {.top = 3, .codebook = &custom.codebook}));
}

}  // namespace

int main(int argc, char** argv) try {
  compare(argc > 1 ? argv[1] : DETENTE_EXAMPLES_DATA "/us_colombia_2025_2026.csv");
} catch (const std::exception& error) {
  std::cerr << "custom_model: " << error.what() << '\n';
  return 1;
}
