#pragma once
/// \file
/// Many attributions of one history. Its impulses are made once, and where each one's event stands is looked up once,
/// however many pairs of days are asked about: phases and a page ask about dozens.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "detente/questions/change/movement.hpp"

namespace detente::detail {

/// What a run counts for in the levels of two days.
struct RunWeight {
  double from, to;
};

/// Refers to the history and the scoring.
class Attributions {
 public:
  Attributions(const History& history, const Scoring& scoring);

  const Scoring& scoring() const { return *scoring_; }
  /// As `attribute` says, which asks once.
  Attribution between(Day from, Day to) const;
  /// Nothing if the model has no level on one of the days.
  std::optional<Attribution> where_levels(Day from, Day to) const;
  /// As `contributions_at` says.
  std::vector<double> contributions(Day day) const;

 private:
  /// Of each impulse or act, the place of its event among `keys_`.
  using Places = std::vector<std::uint32_t>;
  /// A run used by the chosen direction.
  struct Run {
    const std::vector<Impulse>* impulses;
    Places places;
  };
  /// Levels of the two days, with the weight that each run has in them.
  struct Ends;

  std::uint32_t place_of(EventKey key) const;
  Ends ends_at(Day from, Day to) const;
  Attribution shared_out(const Ends& ends, Day from, Day to) const;
  std::vector<Change> exact_changes(const Ends& ends, Day from, Day to) const;
  std::vector<Change> left_out_changes(const Ends& ends, Day from, Day to) const;
  void share_out(std::span<const Change> changes, double difference, double slope, Attribution& out) const;

  const History* history_;
  const Scoring* scoring_;
  SidedImpulses impulses_;
  std::vector<EventKey> keys_;  ///< of all impulses and acts, ascending
  std::vector<Run> runs_;
  Places acts_;
};

/// As the public function, of a history that is asked about other periods too.
std::optional<Movement> movement_over(const Attributions& history, const Period& period, std::size_t most = 5);

}  // namespace detente::detail
