#pragma once
/// \file
/// What becomes of events that stand in a log more than once. The rule is one for every way in, and knows neither the
/// order of arrival nor the names of files (event_key.hpp says what an identity is):
///
/// - Of the versions of one event the one counts that has the greatest (reported, revision, cancelled, content) among
///   those reported by the day that is asked about. *Content* is a hash of all that the log keeps of an event, but not
///   of the line that it stands on.
/// - Equal in all of these, they are one report delivered twice: a *redelivery*, of which the first stays.
/// - With one `reported` and one revision but other content they are *conflicting*: the rule picks one for good.
/// - Ids of a source without a name may belong to anybody. There a second content has to say `reported` or `revision`,
///   or the log is refused: two files that number their events from 1 are no versions of each other.

#include <compare>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace detente {

/// Two rows of one identity, by the numbers of their rows.
struct RowPair {
  std::uint32_t first = 0, second = 0;
  friend bool operator==(const RowPair&, const RowPair&) = default;
};

/// What settling a log has found. Numbers are those of rows (`EventRow::number`).
struct Settlement {
  /// Rows that say again what another says; dropped.
  std::vector<std::uint32_t> redelivered = {};
  /// Rows that contradict each other: the first counts, the second is dropped.
  std::vector<RowPair> conflicting = {};
  /// Rows of a source without a name that repeat an id and do not say that they are versions.
  std::vector<RowPair> unsaid = {};

  bool empty() const noexcept { return redelivered.empty() && conflicting.empty() && unsaid.empty(); }
  void add(const Settlement& other);
  /// Everything in the order of the numbers.
  void sort();
  /// The numbers of all rows that do not stay, ascending.
  std::vector<std::uint32_t> dropped() const;
};

/// Ids of a source without a name stand twice, and the second row does not say that it is a version.
class RepeatedIds : public std::invalid_argument {
 public:
  RepeatedIds(const std::string& what, std::vector<RowPair> rows)
      : std::invalid_argument(what), rows_(std::move(rows)) {}
  const std::vector<RowPair>& rows() const noexcept { return rows_; }

 private:
  std::vector<RowPair> rows_;
};

/// All that a log keeps of an event, in three hashes: what every log keeps, the event's own score, and what is only
/// told to readers (note, link, unknown columns), which a log in brief may leave out.
struct EventContent {
  std::uint64_t kept = 0, own_score = 0, told = 0;
  friend constexpr auto operator<=>(const EventContent&, const EventContent&) = default;
};

}  // namespace detente
