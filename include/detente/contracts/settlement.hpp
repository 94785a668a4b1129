#pragma once
/// \file
/// What happens to events that occur more than once in a log. The rule is the same however events came in, and depends
/// neither on the order of arrival nor on the names of files (event_key.hpp says what an identity is):
///
/// - Of the versions of one event that were reported by the as-of day, the one with the greatest (reported, revision,
///   cancelled, content) counts. *Content* is a hash of all that the log keeps of an event, except its line.
/// - Versions that are equal in all of these are one report delivered twice, a *redelivery*; the first stays.
/// - Versions with the same `reported` and revision but different content are *conflicting*: the rule picks one, always
///   the same.
/// - Ids of a source without a name may come from different sources. There, a row with different content has to give
///   `reported` or `revision`, or the log is refused: two files that both number their events from 1 are not versions
///   of each other.

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#pragma GCC visibility push(default)
namespace detente {

/// Two rows with the same identity, by their row numbers.
struct RowPair {
  /// Row numbers (`EventRow::number`).
  std::uint32_t first = 0, second = 0;
  friend bool operator==(const RowPair&, const RowPair&) = default;
};

/// What settling a log found. Numbers are row numbers (`EventRow::number`).
struct Settlement {
  /// Rows that repeat another row; dropped.
  std::vector<std::uint32_t> redelivered = {};
  /// Rows that contradict each other: the first counts, the second is dropped.
  std::vector<RowPair> conflicting = {};
  /// Rows of a source without a name that repeat an id and do not say that they are versions.
  std::vector<RowPair> unsaid = {};

  /// Whether nothing occurred twice.
  bool empty() const noexcept { return redelivered.empty() && conflicting.empty() && unsaid.empty(); }
  /// Appends the other's lists.
  void add(const Settlement& other);
  /// Sorts each list by number.
  void sort();
  /// The numbers of all rows that are dropped, ascending.
  std::vector<std::uint32_t> dropped() const;
};

/// Thrown if ids of a source without a name occur twice and the second row does not say that it is a version. Threads:
/// any number may use an object at once.
class RepeatedIds : public std::invalid_argument {
 public:
  /// `what` names the rows for people, `rows` for programs.
  RepeatedIds(const std::string& what, std::vector<RowPair> rows)
      : std::invalid_argument(what), rows_(std::move(rows)) {}
  /// The second of each pair repeats the id of the first.
  const std::vector<RowPair>& rows() const noexcept { return rows_; }

 private:
  std::vector<RowPair> rows_;
};

}  // namespace detente
#pragma GCC visibility pop
