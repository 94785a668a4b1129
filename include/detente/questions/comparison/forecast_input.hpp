#pragma once
/// \file
/// What a forecast may go by: numbers that an input reads off a pair's history at the end of each period. Write one of
/// your own as a name and a function; it is handed what was known and nothing else:
///
///     ForecastInput worst;
///     worst.name = "worst act so far";
///     worst.read = [](const KnownPair& pair, std::span<float> values) {
///       std::fill(values.begin(), values.end(), 0.0F);
///       for (std::size_t t = 0; t < pair.periods.size(); ++t)
///         for (const Impulse& act : pair.pulses)
///           if (act.day < pair.periods[t].end) values[t] = std::max(values[t], static_cast<float>(act.points));
///     };
///
/// or give a model of your own to `level_input`. Every input goes through the same link (rolling_origin.hpp), so only
/// what it knows tells it from others.
///
/// *What was known.* `pulses` and `acts` hold what had been reported by the end of the last of the periods asked for.
/// Where anything was reported late, periods are asked for one at a time, so that an input cannot see ahead by mistake;
/// where several are asked for, no report is later than the period of its event. What is dated after a period is in the
/// list while the period is read: an input must not look at it, as no model does.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/engines/score.hpp"
#include "detente/models/any_model.hpp"
#include "detente/models/catalogue.hpp"

namespace detente {

/// A pair as it was known.
struct KnownPair {
  const Dyad& dyad;
  /// Whose last days are the origins, ascending.
  std::span<const Period> periods;
  /// What a model sees of both sides: pulses, in the order of `comes_before`.
  std::span<const Impulse> pulses;
  /// The acts, where events are vague, doubtful or touch measures; else empty, and the pulses say everything.
  std::span<const Act> acts;

  /// The impulses as the model wants them, by side.
  SidedImpulses impulses_of(const AnyModel& model) const;
  std::vector<Day> origins() const;
};

struct ForecastInput {
  std::string name;
  /// Columns: `values[f * periods + t]` is feature f at the end of period t; not a number where it cannot be said.
  std::size_t features = 1;
  /// Called from several threads at once.
  std::function<void(const KnownPair& pair, std::span<float> values)> read;
  bool baseline = false;
};

/// How a number enters: as it is, or as ln(1 + x), signed: for sums and counts, which differ a thousandfold.
enum class Entering : std::uint8_t { plain, logarithm };

/// The level of both sides at each origin.
ForecastInput level_input(std::string name, AnyModel model, Entering how);
/// The same of a model of the catalogue, or `level_input(…, Entering::plain)` of another: levels that the catalogue
/// reads on a bounded scale are sums and enter by their logarithm.
ForecastInput level_input(const Catalogue& catalogue, const AnyModel& model);
/// The parts of `two_speed`, acute and chronic strain, each with a weight of its own in the link. Throws
/// `std::invalid_argument` for another model.
ForecastInput strain_input(std::string name, const AnyModel& two_speed);

/// ln(1 + events of the period), and of those with tension above 0. Baselines.
ForecastInput event_count_input();
ForecastInput hostile_count_input();

}  // namespace detente
