#pragma once
/// \file
/// The result: an index by calendar period, and everything needed to say how it was made. It is only data: engines fill
/// it and output prints it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "detente/contracts/scale_words.hpp"
#include "detente/contracts/source_profile.hpp"
#include "detente/ground/period.hpp"
#include "detente/values/dyad.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Which direction's tension is meant. `both` is the mean of the two levels, so it lies between them; for a model that
/// pools its sides (`PoolsSides`) it is the level of what both did, and may lie outside them.
enum class DirectionChoice : std::uint8_t { both, forward, backward };
/// "both", "forward", "backward"
std::string_view to_text(DirectionChoice choice);
/// Whether acts of the direction count.
inline bool includes(DirectionChoice choice, Direction direction) {
  return choice == DirectionChoice::both || (choice == DirectionChoice::forward) == (direction == Direction::forward);
}
/// Reads the words of `to_text`; nothing for another.
std::optional<DirectionChoice> parse_direction_choice(std::string_view text);
/// Whose tension it is: of both directions the pair in the order in which it is named, else the dyad of the one chosen.
Dyad chosen_dyad(const Dyad& pair, DirectionChoice choice);

/// Which day represents a period: its last day, the mean of its days, or its tensest day.
enum class SampleAt : std::uint8_t { end, mean, peak };
/// "end", "mean", "peak"
std::string_view to_text(SampleAt at);
/// Reads the words of `to_text`; nothing for another.
std::optional<SampleAt> parse_sample_at(std::string_view text);

/// One period. A missing value is missing, not zero.
struct IndexRow {
  Period period;
  std::optional<double> index;
  /// Coding band of the index.
  std::optional<double> lower, upper;
  /// Sensitivity envelope of the index.
  std::optional<double> lowest, highest;
  /// In the model's points.
  std::optional<double> level;
  /// On the index scale.
  std::optional<double> heat;
  /// Points of the measures in force, both directions together; nothing if the codebook defines no measures.
  std::optional<double> measures;
  /// The index of each side alone.
  std::optional<double> forward, backward;
  /// Events whose day falls in the period, after one-a-day.
  std::size_t events = 0;
  /// Σ w k of the model on the period's last day: how much evidence is behind the level.
  std::optional<double> support;
  /// The model has not seen enough of the source yet, and reads low; leave such rows out of fits, comparisons and
  /// peaks.
  bool warming_up = false;
};

/// What was published of a period: its value as known in the first vintage after it (questions/change/vintages.hpp).
struct FirstValue {
  std::optional<double> index;  ///< nothing if nothing was known of the pair yet
  std::optional<Day> as_of;     ///< that vintage; nothing if the period is not over
};

/// What a result was made from, so that it can be repeated and cited.
struct Provenance {
  /// Files or stores, as they were named.
  std::vector<std::string> sources;
  /// As results cite it.
  std::string codebook, codebook_version, codebook_hash, codebook_title;
  std::string model;
  /// The profile of the source, if the model uses one (`two_speed`).
  std::optional<SourceProfile> profile = {};
  /// As `parse_scale` reads it.
  std::string scale;
  std::string rules;
  /// Probability by status, as `parse_status_weights` reads it.
  std::string status_weights;
  std::optional<Day> as_of;
  std::string issue;
  /// "1000 draws, seed 1, 90 % coding band", or empty.
  std::string band;
  /// Of the library.
  std::string version;
  /// Assumptions, in sentences.
  std::vector<std::string> assumptions;
};

/// The index of a pair by period, with what it was made from.
struct IndexSeries {
  /// The canonical pair, or the directed dyad if one direction was requested.
  Dyad dyad;
  DirectionChoice direction = DirectionChoice::both;
  SampleAt at = SampleAt::end;
  std::vector<IndexRow> rows;
  Provenance provenance;
  /// Of the scale that `rows` are read on.
  ScaleWords words = {};
  /// The first day on which the model has seen enough of the source; nothing for a model that needs no warm-up, or if
  /// the start of the source is not known.
  std::optional<Day> warm_from = {};
  /// By row; empty unless asked for.
  std::vector<FirstValue> first_values = {};

  /// Row number i minus its first value, in index points.
  std::optional<double> revision(std::size_t i) const {
    const auto &first = first_values[i].index, &latest = rows[i].index;
    return first && latest ? std::optional(*latest - *first) : std::nullopt;
  }
};

}  // namespace detente
#pragma GCC visibility pop
