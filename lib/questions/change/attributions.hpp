#pragma once
/// \file
/// Many attributions of one history. Its impulses are made once, and where each impulse's act stands is looked up once,
/// however many pairs of days are asked about: `episodes` and a page ask about every phase and every period.

#include <cstdint>
#include <optional>
#include <vector>

#include "detente/questions/change/movement.hpp"

namespace detente::detail {

/// It refers to the history and the scoring.
class Attributions {
 public:
  Attributions(const History& history, const Scoring& scoring);

  const Scoring& scoring() const { return *scoring_; }
  /// As `attribute` does, to the bit.
  Attribution between(Day from, Day to) const;
  /// Nothing where the model has no level on either day.
  std::optional<Attribution> where_levels(Day from, Day to) const;
  /// In the order of the history's acts; empty for models without exact contributions.
  std::vector<double> contributions(Day day) const;

 private:
  /// Changes or contributions of several acts of one event go together, in its slot.
  using Slots = std::vector<std::uint32_t>;
  struct Run;

  Slots slots_of(const std::vector<Impulse>& impulses) const;
  std::vector<Run> runs(const SidedReadings& readings, std::size_t first, std::size_t last) const;
  SidedReadings read(std::span<const Day> days) const;
  std::vector<Change> exact_changes(const SidedReadings& readings, Day from, Day to) const;
  std::vector<Change> left_out_changes(Day from, Day to, double level_from, double level_to) const;
  void share_out(const std::vector<Change>& changes, double slope, Attribution& out) const;
  Attribution shared_out(const SidedReadings& readings, Day from, Day to, double level_from, double level_to) const;

  const History* history_;
  const Scoring* scoring_;
  SidedImpulses impulses_;
  std::vector<EventKey> keys_;  ///< ascending; a slot is a place here
  Slots of_acts_, of_forward_, of_backward_, of_both_;
};

/// As the public function, for one of many periods.
std::optional<Movement> movement_over(const Attributions& history, const Period& period, std::size_t most = 5);

}  // namespace detente::detail
