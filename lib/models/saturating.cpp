#include "detente/models/saturating.hpp"

#include "detente/contracts/time_order.hpp"
#include "detente/detail/stored.hpp"
#include "detente/ground/error.hpp"
#include "models/parameter_tables.hpp"

namespace detente {
using namespace detail;

namespace {

constexpr Range step_sizes{.high = 1e6, .has_low = false, .shown = "> 0", .rule = "is above 0, at most 1e6"};

/// Acts that step together: those of a period, or none.
Parameter<SaturatingOptions> step() {
  const std::string words = "act, " + std::string(period_words);
  return {{"step", "acts", "act", words, "acts that step together"},
          [](SaturatingOptions& options, const ModelParameters& p) {
            const std::string& text = p.text("step");
            options.together = parse_period_kind(text);
            if (!options.together && text != "act")
              throw_invalid("step", text, "is act, or one of " + std::string(period_words));
          },
          [](const SaturatingOptions&) {}};
}

/// P before the first act lies on the ladder.
Parameter<SaturatingOptions> first_step() {
  auto out = number(&SaturatingOptions::start, "start", "points", {.shown = "-limit to limit"},
                    "P before the first act, positive for friendship");
  out.check = [](const SaturatingOptions& o) { require_within("start", o.start, -o.limit, o.limit); };
  return out;
}

}  // namespace

const Parameters<SaturatingOptions>& detail::saturating_parameters() {
  using O = SaturatingOptions;
  static const Parameters<O> all{
      number(&O::limit, "limit", "points", step_sizes, "N: the ends of the ladder"),
      number(&O::scale, "scale", "points a point", step_sizes, "s: the step that a score point makes at 0",
             {.alternatives = {"0.05", "0.2"}}),
      first_step(),
      step(),
  };
  return all;
}

Saturating::Saturating(const SaturatingOptions& options) : options_(checked(options, saturating_parameters())) {}

Saturating::State Saturating::start(Day day) const {
  State state;
  state.day = day;
  state.settled = options_.start;
  if (options_.together) state.period = period_of(*options_.together, day);
  return state;
}

void Saturating::advance(State& state, Day day) const {
  days_passed(state.day, day);
  state.day = day;
  if (!options_.together || state.period.contains(day)) return;
  settle(state);
  state.period = period_of(*options_.together, day);
}

void Saturating::observe(State& state, const Impulse& impulse) const noexcept {
  const double friendly = -impulse.points * impulse.weight * options_.scale;
  (friendly < 0 ? state.fall : state.rise) += friendly;
  if (!options_.together) settle(state);
}

std::string Saturating::save(const State& state) const { return stored("saturating", fields(state)); }

Saturating::State Saturating::load(std::string_view bytes) const {
  State state;
  restore(bytes, "saturating", fields(state));
  state.period = start(state.day).period;
  return state;
}

}  // namespace detente
