#pragma once
/// \file
/// Severe acts of a pair, and how many fall into each calendar period. The codebook decides what is severe, code by
/// code (codebook.hpp): CAMEO 18 to 20, WEIS 213 and 22 (but not 224), PLOVER's ASSAULT, armed acts of `plain`. A
/// count is in acts, at least 0, and need not be whole, because the coding rules weigh acts: each side of a mirrored
/// pair counts half.
///
/// Use it as an outcome: for what a level means (calibration.hpp) and for how well models forecast. It comes from the
/// same reports as the index, so agreement with it shows that what is reported persists; it is not independent
/// evidence. CAMEO 18 includes crime where a machine mistakes crime for acts of states (GDELT).
///
/// Counted after the coding rules: weight × probability of each act, on the day on which counts place it. Acts of third
/// parties that affect the pair are not acts of the pair and are left out. If a codebook marks no code as severe, it
/// does not know such acts: check `defines_severe` first, or missing data will look like peace.

#include <cstdint>
#include <span>
#include <vector>

#include "detente/contracts/act.hpp"
#include "detente/contracts/codebook.hpp"
#include "detente/contracts/event_log.hpp"
#include "detente/contracts/selection.hpp"
#include "detente/ground/period.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// One severe act, or a share of one.
struct SevereAct {
  Day day;
  Direction direction = Direction::forward;
  /// Weight × probability, above 0.
  double weight = 1;
  EventId event = {};
  friend bool operator==(const SevereAct&, const SevereAct&) = default;
};

/// The severe ones among acts after the coding rules, in their order; an act throughout an interval appears once for
/// each act it stands for. O(acts).
std::vector<SevereAct> severe_acts(std::span<const Act> acts, const Codebook& codebook);

/// Which of a log's codes are severe, by number. Make it after the log has all its codes. Threads: any number may use
/// an object at once.
class SevereCodes {
 public:
  /// O(codes of the log).
  SevereCodes(const EventLog& log, const Codebook& codebook);
  /// Whether the code of that number in the log is severe.
  bool has(std::uint16_t code) const { return severe_[code]; }

 private:
  std::vector<bool> severe_;
};

/// The same from coded events: the short way for a plain log (plain_pulses.hpp).
std::vector<SevereAct> severe_acts(std::span<const CodedEvent> events, const SevereCodes& codes);

/// Severe acts of both sides in each period; the periods must be consecutive, and acts outside them are not counted.
/// Summed in the order of the acts. O(acts log periods).
std::vector<double> severe_counts(std::span<const SevereAct> acts, std::span<const Period> periods);

}  // namespace detente
#pragma GCC visibility pop
