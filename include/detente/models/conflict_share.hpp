#pragma once
/// \file
/// `conflict_share`: what share of the news is conflict. In percent: 0 is none, 100 nothing but material conflict. It
/// uses the quad class of an act and never its score.
///
///     L(t) = 100 · (M + v V) / N      over the calendar period that holds t, up to t
///
/// M, V: weights of the acts of material and of verbal conflict; v = 0.5. N is one of two things (parameter
/// `denominator`):
///
/// - `dyad`: all acts of the pair. L is how quarrelsome the two are with each other, as in GDELT's stability timeline
///   of a country.
/// - `log`: all events of the whole log. L is how much of the world's news is about their quarrel, as in GPR for
///   newspapers.
///
/// Totals of a whole log are not part of a history, so `log` needs them as an option (`totals_of(log)`, an exposure
/// file); it also requires the coding rules `mentions one` and `volume none`, since the totals are plain counts. One
/// run for both directions (`sides=together`, as those two indices do) or one for each (`apart`).
///
/// Landmarks: a threat and three consultations read 100 · 0.5 / 4 = 12.5; with an attack added, 100 · 1.5 / 5 = 30. A
/// period without acts has no level with `dyad`, and a level of 0 with `log`.
///
/// Known weaknesses. A scolding counts the same as an ultimatum, and an arrest the same as a war. With the denominator
/// `dyad`, two enemies who only ever fight read the same in a skirmish as in a war, and one act in a quiet month reads
/// 0, 50 or 100. With `log`, a quarrel shrinks when others quarrel more. The memory ends with the period.
///
/// Source: GDELT's stability dashboards (QuadClass shares, Leetaru); Caldara & Iacoviello 2022, "Measuring Geopolitical
/// Risk", American Economic Review 112, for shares of all articles.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "detente/contracts/exposure.hpp"
#include "detente/contracts/model.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Parameters of `conflict_share`.
struct ConflictShareOptions {
  double verbal = 0.5;  ///< v, 0 … 1
  PeriodKind every = PeriodKind::month;
  /// Whether both directions are one run.
  bool together = true;
  /// Daily totals of the whole log, for the denominator `log`; without them, the dyad's own acts are the denominator.
  std::optional<Exposure> log_totals = {};
};

/// The share of conflict in what is reported (see above). Threads: any number may use an object at once.
class ConflictShare {
 public:
  /// The acts of the current period.
  struct State {
    Day day;
    Period period;
    double conflict = 0;  ///< M + v V
    double all = 0;       ///< weight of all acts
    friend bool operator==(const State&, const State&) = default;
  };

  /// Throws `std::invalid_argument` for v out of range, or for totals that are empty.
  explicit ConflictShare(const ConflictShareOptions& options = {});

  const ConflictShareOptions& options() const noexcept { return *options_; }

  PeriodKind period() const noexcept { return options_->every; }
  bool undirected() const noexcept { return options_->together; }
  RequiredRules required_rules() const noexcept;

  State start(Day day) const { return {day, period_of(options_->every, day)}; }
  /// Throws `std::invalid_argument` for a day before the state's.
  void advance(State& state, Day day) const;
  void observe(State& state, const Impulse& impulse) const noexcept;
  /// Nothing while the denominator is 0.
  std::optional<double> level(const State& state) const;
  double support(const State& state) const noexcept { return state.all; }
  Contribution contribution(const State& state, const Impulse& impulse) const;

  /// A state as bytes, and back with every bit (`Storable`).
  std::string save(const State& state) const;
  State load(std::string_view bytes) const;

 private:
  /// What is stored of a state: its period is that of its day.
  static auto fields(auto& s) { return std::tie(s.day, s.conflict, s.all); }
  /// What an act of the class counts as conflict.
  double conflict_of(QuadClass quad) const noexcept;
  double denominator(const State& state) const;

  /// Shared between copies, because the totals of a long log are large.
  std::shared_ptr<const ConflictShareOptions> options_;
};

}  // namespace detente
#pragma GCC visibility pop
