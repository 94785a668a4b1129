#pragma once
/// \file
/// `saturating`: bilateral relations on a ladder from −9 (enemies) to 9 (friends), where steps get smaller towards the
/// end they approach. It is the index of great-power relations of Tsinghua University, for replication.
///
///     P ← P + (N − P)/N · I  if I ≥ 0,    P ← P + (N + P)/N · I  if I < 0,    I = s · score,    L = −P
///
/// P is in that index's own points, positive for friendship; the level is −P, so it is positive for hostility like
/// every other. N = 9, start P = 0. The score of an act is scaled by s = 0.1 when acts step one by one; when all acts
/// of a month step together from the P with which the month began, published series use smaller steps (s = 0.01).
/// Weights multiply I.
///
/// Landmarks: from 0, an act of 8 hostile points reads 0.8; at P = −9 no act can make it worse and a friendly act
/// counts double; at P = 9 the reverse. The long-run state depends only on the ratio of good to bad: with a fraction g
/// of good points it is drawn to N (2g − 1), whatever happened before.
///
/// Known weaknesses. Nothing fades: in silence the last value stays for ever. The order of acts within one day changes
/// the result (here: by day, then key). The level follows the tone of recent acts at a speed set by their number, so
/// more news means a shorter memory. The bound holds only for single steps of at most N: a month with Σ I above N
/// oversteps it, and nothing clamps it. No variance.
///
/// Source: Yan Xuetong & Zhou Fangyin 2004, and Qi Haixia 2009 for the quantitative data base (in Chinese), as
/// described in Yan 2010, "The Instability of China–US Relations", Chinese Journal of International Politics 3.

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "detente/contracts/model.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Parameters of `saturating`.
struct SaturatingOptions {
  double limit = 9;    ///< N > 0: the end of the ladder, both ways
  double scale = 0.1;  ///< s > 0: how far a score point moves P in the middle of the ladder
  double start = 0;    ///< P before the first act, −N … N, positive for friendship
  /// Acts of one such period step together; without it, each act steps by itself.
  std::optional<PeriodKind> together = {};
};

/// A level that every act moves by what room is left (see above). Threads: any number may use an object at once.
class Saturating {
 public:
  /// The level so far.
  struct State {
    Day day;
    /// The period whose acts step together; unused when acts step one by one.
    Period period = {};
    /// P up to the last step taken.
    double settled = 0;
    /// Σ I ≥ 0 and Σ I < 0 that will step together.
    double rise = 0;
    /// Its part below 0.
    double fall = 0;
    friend bool operator==(const State&, const State&) = default;
  };

  /// Throws `std::invalid_argument` naming the parameter, its value and its range.
  explicit Saturating(const SaturatingOptions& options = {});

  const SaturatingOptions& options() const noexcept { return options_; }

  State start(Day day) const;
  /// Throws `std::invalid_argument` for a day before the state's.
  void advance(State& state, Day day) const;
  void observe(State& state, const Impulse& impulse) const noexcept;
  /// −P, including the acts of the current period so far. Without any act: −`start`.
  std::optional<double> level(const State& state) const noexcept { return -stepped(state); }
  /// An act of unknown day is one step, not many small ones.
  bool counts_days() const noexcept { return true; }

  /// A state as bytes, and back with every bit (`Storable`).
  std::string save(const State& state) const;
  State load(std::string_view bytes) const;

 private:
  /// What is stored of a state: its period is that of its day.
  static auto fields(auto& s) { return std::tie(s.day, s.settled, s.rise, s.fall); }
  /// P after the acts that step together.
  double stepped(const State& state) const noexcept {
    const double n = options_.limit;
    return state.settled + (n - state.settled) / n * state.rise + (n + state.settled) / n * state.fall;
  }
  void settle(State& state) const noexcept {
    state.settled = stepped(state);
    state.rise = state.fall = 0;
  }

  SaturatingOptions options_;
};

}  // namespace detente
#pragma GCC visibility pop
