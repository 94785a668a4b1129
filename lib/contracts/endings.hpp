#pragma once
/// \file
/// Closings that end a measure which counts on a dyad by `affects`, though their own rows count for nothing there: they
/// do not say `affects`, or say it with a spill of 0 (contracts/measures.hpp).

#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "detente/contracts/codebook.hpp"
#include "detente/contracts/event_log.hpp"
#include "detente/contracts/selection.hpp"

namespace detente::detail {

/// An event that counts here only as a mark in the picture, or as the end of a measure.
inline bool is_of_no_weight(const CodedEvent& event) { return event.is_third_party() && event.weight == 0; }

/// The measures of others that are opened by events that count.
class OpenedByOthers {
 public:
  OpenedByOthers(const EventLog& log, const Codebook& codebook) : log_(&log), codebook_(&codebook) {}

  /// Takes in an event that counts.
  void add(const CodedEvent& event);
  bool empty() const noexcept { return opened_.empty(); }
  bool are_closed_by(const CodedEvent& event) const;

 private:
  const CodeEntry* entry_of(const CodedEvent& event) const { return codebook_->find(log_->codes()[event.code()]); }
  std::string object_of(const CodedEvent& event) const { return log_->event(event.row).object; }

  const EventLog* log_;
  const Codebook* codebook_;
  std::set<std::tuple<std::uint64_t, std::string, std::string>> opened_;
};

/// Selected events in two parts, each in its order.
struct WithEndings {
  std::vector<CodedEvent> events;   ///< those that the rules are for
  std::vector<CodedEvent> endings;  ///< `Touch::ends`: for the measures alone
};

/// Parts them. Events that only might have ended a measure are left out. O(n) unless there are such, else O(n log n).
WithEndings part_endings(const EventLog& log, std::vector<CodedEvent> events, const Codebook& codebook);
/// The same of some of the events, where it is known what all of them open.
WithEndings part_endings(std::vector<CodedEvent> events, const OpenedByOthers& opened);

}  // namespace detente::detail
