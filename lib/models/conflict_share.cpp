#include "detente/models/conflict_share.hpp"

#include "detente/contracts/time_order.hpp"
#include "detente/detail/stored.hpp"
#include "detente/ground/error.hpp"
#include "models/parameter_tables.hpp"

namespace detente {
using namespace detail;

namespace {

/// All acts of the two, or all events of the log, whose totals are in the options or missing.
Parameter<ConflictShareOptions> denominator_parameter() {
  return {{"denominator", "events", "dyad", "dyad or log", "all acts of the two, or all events of the log"},
          [](ConflictShareOptions& options, const ModelParameters& p) {
            if (says_first(p, "denominator", "dyad", "log"))
              options.log_totals.reset();
            else if (!options.log_totals)
              options.log_totals.emplace();
          },
          [](const ConflictShareOptions& options) {
            if (options.log_totals && options.log_totals->empty())
              throw_invalid("denominator", "log", "needs the daily totals of the whole log, such as totals_of(log)");
          }};
}

}  // namespace

const Parameters<ConflictShareOptions>& detail::conflict_share_parameters() {
  using O = ConflictShareOptions;
  static const Parameters<O> all{
      period(&O::every),
      number(&O::verbal, "verbal", "share", zero_to_one, "v: what an act of verbal conflict counts",
             {.alternatives = {"0", "1"}}),
      denominator_parameter(),
      either(&O::together, "sides", "runs", "together", "apart", "both directions in one run, or each in its own"),
  };
  return all;
}

ConflictShare::ConflictShare(const ConflictShareOptions& options)
    : options_(std::make_shared<const ConflictShareOptions>(checked(options, conflict_share_parameters()))) {}

RequiredRules ConflictShare::required_rules() const noexcept {
  if (!options_->log_totals) return {};
  return {.mentions = Mentions::one, .volume = Volume::none};
}

void ConflictShare::advance(State& state, Day day) const {
  days_passed(state.day, day);
  state.day = day;
  if (!state.period.contains(day)) state = start(day);
}

void ConflictShare::observe(State& state, const Impulse& impulse) const noexcept {
  state.conflict += impulse.weight * conflict_of(impulse.quad);
  state.all += impulse.weight;
}

std::optional<double> ConflictShare::level(const State& state) const {
  const double all = denominator(state);
  return all > 0 ? std::optional(100 * state.conflict / all) : std::nullopt;
}

Contribution ConflictShare::contribution(const State& state, const Impulse& impulse) const {
  const double all = denominator(state);
  if (!state.period.contains(impulse.day) || all <= 0) return {};
  return {.act = 100 * impulse.weight * conflict_of(impulse.quad) / all};
}

double ConflictShare::conflict_of(QuadClass quad) const noexcept {
  if (quad == QuadClass::material_conflict) return 1;
  return quad == QuadClass::verbal_conflict ? options_->verbal : 0;
}

double ConflictShare::denominator(const State& state) const {
  if (!options_->log_totals) return state.all;
  return options_->log_totals->total(state.period.first, state.day + 1);
}

std::string ConflictShare::save(const State& state) const { return stored("conflict_share", fields(state)); }

ConflictShare::State ConflictShare::load(std::string_view bytes) const {
  State state;
  restore(bytes, "conflict_share", fields(state));
  state.period = start(state.day).period;
  return state;
}

}  // namespace detente
