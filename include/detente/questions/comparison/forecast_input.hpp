#pragma once
/// \file
/// What a forecast uses: numbers that an input computes from a pair's history at the end of each period. Write your own
/// as a name and a function; it gets what was known and nothing else:
///
/// ```cpp
/// ForecastInput worst;
/// worst.name = "worst act so far";
/// worst.read = [](const KnownPair& pair, std::span<float> values) {
///   std::fill(values.begin(), values.end(), 0.0F);
///   for (std::size_t t = 0; t < pair.periods.size(); ++t)
///     for (const Impulse& act : pair.pulses)
///       if (act.day < pair.periods[t].end) values[t] = std::max(values[t], static_cast<float>(act.points));
/// };
/// ```
///
/// or give a model of your own to `level_input`. Every input goes through the same link (rolling_origin.hpp), so inputs
/// differ only in what they know.
///
/// *What was known.* `pulses` and `acts` hold what had been reported by the end of the last of `periods`. If anything
/// was reported late, the function gets one period at a time, so that an input cannot look ahead by mistake; if it gets
/// several, no report is later than the period of its event. The lists may hold acts dated after the period being read:
/// an input must not use them there, as no model does.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/engines/score.hpp"
#include "detente/models/any_model.hpp"
#include "detente/models/catalogue.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// A pair as known at some time.
struct KnownPair {
  const Dyad& dyad;
  /// Periods whose last days are the origins, ascending.
  std::span<const Period> periods;
  /// What a model sees of both sides: pulses, in the order of `comes_before`.
  std::span<const Impulse> pulses;
  /// The acts, if events are vague, doubtful or touch measures; else empty, because the pulses say everything.
  std::span<const Act> acts;

  /// The impulses as the model needs them, by side.
  SidedImpulses impulses_of(const AnyModel& model) const;
  /// The last days of the periods.
  std::vector<Day> origins() const;
};

/// What a forecast uses, as a name and a function.
struct ForecastInput {
  std::string name;
  /// Columns: `values[f * periods + t]` is feature f at the end of period t; NaN where it has no value.
  std::size_t features = 1;
  /// It is called from several threads at once.
  std::function<void(const KnownPair& pair, std::span<float> values)> read;
  /// Whether models are to be compared with it.
  bool baseline = false;
};

/// How a number enters the link: as it is, or as ln(1 + x), signed, for sums and counts, which differ a thousandfold.
enum class Entering : std::uint8_t { plain, logarithm };

/// An input of the model's level for both sides at each origin.
ForecastInput level_input(std::string name, AnyModel model, Entering how);
/// The same for a model of the catalogue: levels that the catalogue reads on a bounded scale are sums and enter by
/// their logarithm. For a model that is not in it, `level_input(…, Entering::plain)`.
ForecastInput level_input(const Catalogue& catalogue, const AnyModel& model);
/// The two parts of `two_speed`, acute and chronic strain, each with its own weight in the link. Throws
/// `std::invalid_argument` for another model.
ForecastInput strain_input(std::string name, const AnyModel& two_speed);

/// Baselines: ln(1 + events of the period), and the same for events with tension above 0.
ForecastInput event_count_input();
/// ln(1 + events with tension above 0).
ForecastInput hostile_count_input();

}  // namespace detente
#pragma GCC visibility pop
