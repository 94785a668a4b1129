#pragma once
/// \file
/// Severe acts of a pair and how many fall into each calendar period. Severe is what the codebook calls so, code by
/// code (codebook.hpp): CAMEO 18, 19 and 20, WEIS 22 without 224 and 213, PLOVER's ASSAULT, armed acts of `plain`. A
/// count is in acts, from 0, and not whole where the coding rules weigh: each side of a mirrored pair counts half.
///
/// Use it as an outcome, of what a level means (calibration.hpp) and of who foresees what. It comes from the same
/// reports as the index: what goes with it shows that what is reported persists, and is no independent proof. CAMEO 18
/// holds crime where a machine takes crime for acts of states (GDELT).
///
/// Counted after the coding rules: weight × probability of each act, on the day on which counts put it. Acts of third
/// parties that touch the pair are no acts of the pair and are left out. A codebook that calls no code severe
/// (`defines_severe`) does not know such acts: ask it first, or an ignorance will read as peace.

#include <cstdint>
#include <span>
#include <vector>

#include "detente/contracts/act.hpp"
#include "detente/contracts/codebook.hpp"
#include "detente/contracts/event_log.hpp"
#include "detente/contracts/selection.hpp"
#include "detente/ground/period.hpp"

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

/// The severe acts of acts after the rules, in their order; an act throughout an interval comes once for each act that
/// it stands for. O(acts).
std::vector<SevereAct> severe_acts(std::span<const Act> acts, const Codebook& codebook);

/// Which of a log's codes are severe, by number. The log has all its codes.
class SevereCodes {
 public:
  SevereCodes(const EventLog& log, const Codebook& codebook);
  bool has(std::uint16_t code) const { return severe_[code]; }

 private:
  std::vector<bool> severe_;
};

/// The same of coded events, the short way for a log that is plain (plain_pulses.hpp).
std::vector<SevereAct> severe_acts(std::span<const CodedEvent> events, const SevereCodes& codes);

/// Severe acts of both sides in each period; the periods follow one another, and acts outside all of them count in
/// none. Summed in the order of the acts. O(acts log periods).
std::vector<double> severe_counts(std::span<const SevereAct> acts, std::span<const Period> periods);

}  // namespace detente
