#include "detente/questions/comparison/forecast_input.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "detente/contracts/run.hpp"
#include "detente/ground/error.hpp"
#include "detente/models/two_speed.hpp"
#include "ground/limits.hpp"

namespace detente {
using namespace detail;
namespace {

float entered(double level, Entering how) {
  const double size = std::log1p(std::abs(level));
  return static_cast<float>(how == Entering::plain ? level : std::copysign(size, level));
}

/// The total weight in each period of the pulses that count.
template <class Counts>
void count(const KnownPair& pair, std::span<float> values, const Counts& counts) {
  auto pulse = pair.pulses.begin();
  for (std::size_t t = 0; t < pair.periods.size(); ++t) {
    double sum = 0;
    pulse = std::lower_bound(pulse, pair.pulses.end(), pair.periods[t].first,
                             [](const Impulse& i, Day day) { return i.day < day; });
    for (; pulse != pair.pulses.end() && pulse->day < pair.periods[t].end; ++pulse)
      if (counts(*pulse)) sum += pulse->weight;
    values[t] = entered(sum, Entering::logarithm);
  }
}

}  // namespace

SidedImpulses KnownPair::impulses_of(const AnyModel& model) const {
  return acts.empty() ? by_side(model, {pulses.begin(), pulses.end()}) : impulses_for(model, acts);
}

std::vector<Day> KnownPair::origins() const {
  std::vector<Day> out;
  out.reserve(periods.size());
  for (const Period& period : periods) out.push_back(period.last_day());
  return out;
}

ForecastInput level_input(std::string name, AnyModel model, Entering how) {
  const auto read = [model = std::move(model), how](const KnownPair& pair, std::span<float> values) {
    const std::vector<Day> origins = pair.origins();
    const SidedReadings readings = score(model, pair.impulses_of(model), origins, DirectionChoice::both);
    for (std::size_t t = 0; t < origins.size(); ++t) {
      const std::optional<double> level = readings.of(DirectionChoice::both, t).level;
      values[t] = level ? entered(*level, how) : missing_float;
    }
  };
  return {std::move(name), 1, read};
}

ForecastInput level_input(const Catalogue& catalogue, const AnyModel& model) {
  const std::string name = model.text().substr(0, model.text().find(' '));
  const bool is_sum = catalogue.find(name) && catalogue.usual_scale(model.text()).kind == ScaleKind::softsign;
  return level_input(model.text(), model, is_sum ? Entering::logarithm : Entering::plain);
}

ForecastInput strain_input(std::string name, const AnyModel& two_speed) {
  const TwoSpeed* model = two_speed.as<TwoSpeed>();
  if (!model) throw_invalid("two_speed", two_speed.text(), "is a two_speed, which has parts");
  const auto read = [any = two_speed, model](const KnownPair& pair, std::span<float> values) {
    const SidedImpulses impulses = pair.impulses_of(any);
    const std::vector<Day> origins = pair.origins();
    run_states(*model, std::span(std::as_const(impulses.both)), origins, [&](std::size_t t, const auto& state) {
      const auto parts = model->parts(state);
      values[t] = static_cast<float>(parts[TwoSpeed::acute].strain);
      values[origins.size() + t] = static_cast<float>(parts[TwoSpeed::chronic].strain);
    });
  };
  return {std::move(name), 2, read};
}

ForecastInput event_count_input() {
  const auto read = [](const KnownPair& pair, std::span<float> values) {
    count(pair, values, [](const Impulse&) { return true; });
  };
  return {"events", 1, read, true};
}

ForecastInput hostile_count_input() {
  const auto read = [](const KnownPair& pair, std::span<float> values) {
    count(pair, values, [](const Impulse& pulse) { return pulse.points > 0; });
  };
  return {"hostile events", 1, read, true};
}

}  // namespace detente
