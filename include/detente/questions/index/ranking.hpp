#pragma once
/// \file
/// Who is tensest, who moved most, and where a severe act is likeliest: all pairs held against each other on one day,
/// with what moved those at the top since another.
///
/// ```cpp
/// const Ranking week = rank_pairs(pairs, {.scoring = scoring, .day = last, .since = last - 6,
///                                         .by = RankBy::change});
/// week.pairs.front().movement->movers;   // the acts of this week that moved it, and what silence did
/// ```
///
/// Every pair is read at the end of the same day, whenever it was last reported, and its index there is that of
/// `index_report` to the last bit. The change is that from the end of the day before `since`, which `attribute` shares
/// out exactly.
///
/// **Missing is not zero, and silence is not calm.** A pair with less than `least_support` (scales/words.hpp) behind
/// its index has no rank: where nothing is reported, an index drifts to neutral by itself. By change, a pair needs as
/// much behind both ends: the first report of a pair that nobody wrote about is no move. Such pairs come after the
/// others with the reason, a few of them, in the same order; how many there are is counted. A pair of which nothing was
/// reported by the day has no index and is no part of it. A model that measures no support ranks all it has levels for.
///
/// Pairs that tie are in the order of their names, and the result is the same for any number of threads. Time: for all
/// pairs what a panel takes without its rows; exact attribution for the pairs shown alone, O(n log n) for their n
/// events. Memory: as a panel, and the pairs shown.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detente/engines/dyad_rows.hpp"
#include "detente/questions/ahead/outlook.hpp"
#include "detente/questions/change/movement.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The order: highest index, largest change either way, or highest chance of a severe act in the month after the day.
enum class RankBy : std::uint8_t { index, change, risk };
/// "index", "change", "risk".
std::string_view to_text(RankBy by);
/// Reads the words of `to_text`; nothing for another.
std::optional<RankBy> parse_rank_by(std::string_view text);

/// How pairs are held against each other.
struct RankingRequest {
  Scoring scoring;
  Day day = {};    ///< at whose end pairs are compared
  Day since = {};  ///< first day of the change, not after `day`
  /// The order.
  RankBy by = RankBy::index;
  std::size_t most = 20;   ///< pairs with a rank, at least 1
  std::size_t unsure = 5;  ///< pairs without one that are shown
  std::size_t causes = 3;  ///< acts named for each pair
  std::string issue = {};
  std::optional<Day> as_of = {};
  /// Assumptions that hold for all pairs, as a panel has them.
  std::vector<std::string> assumptions = {};
  /// For the chance of a severe act; ranking by risk needs one that holds.
  std::optional<Calibration> calibration = {};
  /// 0: as many as the machine has cores.
  std::size_t threads = 0;
  WorkControl control = {};  ///< counts events
};

/// Why a pair has no rank.
enum class Doubt : std::uint8_t { none, thin_now, thin_before };
/// "", "no recent reports", "no reports before".
std::string_view to_text(Doubt doubt);

/// A pair with its place.
struct RankedPair {
  /// The canonical pair, or the direction that was asked for.
  Dyad dyad;
  std::size_t rank = 0;  ///< from 1; 0 without one
  /// Why it has no rank.
  Doubt doubt = Doubt::none;
  double index = 0;
  std::string_view word = {};  ///< empty on a scale without words
  double level = 0;            ///< points
  /// How much is behind the index.
  std::optional<double> support = {};
  /// At the end of the day before `since`; missing where the model has no level there.
  std::optional<double> before = {}, before_support = {};
  /// What moved it since; nothing where `movement_over` has nothing.
  std::optional<Movement> movement = {};
  /// Where a calibration holds: of a severe act in the month after the day, 0 to 1, and how many are expected.
  std::optional<double> chance = {}, expected = {};
  Day first;               ///< of its first event
  std::size_t events = 0;  ///< with a score, after one-a-day, whatever their day

  /// Index points; nothing where either end is missing.
  std::optional<double> change() const { return before ? std::optional(index - *before) : std::nullopt; }
};

/// All pairs on one day.
struct Ranking {
  /// As asked.
  Day day, since;
  /// As asked.
  RankBy by = RankBy::index;
  DirectionChoice direction = DirectionChoice::both;
  /// Those with a rank in its order, then those without.
  std::vector<RankedPair> pairs;
  std::size_t causes = 3;         ///< at most so many acts are named of each
  std::size_t with_index = 0;     ///< pairs that have an index on the day
  std::size_t unsure = 0;         ///< of these, without a rank
  std::size_t without_index = 0;  ///< pairs of which nothing counts, or nothing was reported by the day
  /// Of the scale.
  ScaleWords words = {};
  std::optional<Day> warm_from = {};  ///< where the model still warms up on the day
  /// Whether the calibration holds on the day; nothing without one, and for a model that has none.
  std::optional<CalibrationCheck> calibrated = {};
  std::string calibration = {};           ///< its name
  ActorNames names = {};                  ///< of those actors shown that have one
  std::vector<UnknownCode> unknown = {};  ///< over all pairs, most events first
  Provenance provenance = {};

  std::size_t ranked() const;  ///< how many pairs shown have a rank
};

/// Why pairs cannot be ranked by risk, in a clause; nothing if they can.
std::optional<std::string> why_no_risk(const DyadRows& pairs, const RankingRequest& request);

/// Throws `std::invalid_argument` as `panel` does, for a scale that compares a day with others of the same pair, for a
/// `since` after the day, for `most` = 0, and for a ranking by risk that `why_no_risk` forbids.
Ranking rank_pairs(const DyadRows& pairs, const RankingRequest& request);

}  // namespace detente
#pragma GCC visibility pop
