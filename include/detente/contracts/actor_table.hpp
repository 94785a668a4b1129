#pragma once
/// \file
/// Who belongs to whom: rolls an actor up to the one whose relation is studied. "COLGOV" → COL, "Gustavo Petro" → COL
/// until his term ends. Rows may be dated; an event is rolled up by its (middle) day.
///
/// File: CSV with `actor,parent` and optionally `from,to` (days, both included). Beyond the table, a CAMEO code of
/// six or more capital letters in threes rolls up to its first three (COLGOV, USAMIL), which can be switched off.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "detente/ground/byte_source.hpp"
#include "detente/ground/day.hpp"

namespace detente {

/// "This actor counts as that one, from a day, until a day."
struct ActorRow {
  std::string actor;
  std::string parent;
  std::optional<Day> from = {};
  std::optional<Day> to = {};
};

class ActorTable {
 public:
  /// Only the CAMEO rule.
  ActorTable() = default;
  /// Throws `std::invalid_argument` if a row is empty, an actor is its own parent, has two parents on one day, or rows
  /// lead in a circle.
  explicit ActorTable(std::vector<ActorRow> rows, bool cameo_prefixes = true);

  /// Reads a CSV; throws `InputError` naming path, line, text and rule.
  static ActorTable parse(ByteSource& source, std::string_view path);

  /// The actor at the top on that day. O(depth).
  std::string resolve(std::string_view actor, Day day) const;
  /// Every actor that this one counts as on some day. One, if no row of the table is dated.
  std::vector<std::string> possible(std::string_view actor) const;
  /// Whether some row holds only for a time.
  bool is_dated() const noexcept { return is_dated_; }

 private:
  const ActorRow* row_for(const std::string& actor, Day day) const;
  std::string top(std::string name, Day day) const;
  void check_no_circle() const;

  std::unordered_map<std::string, std::vector<ActorRow>> rows_;
  bool cameo_prefixes_ = true;
  bool is_dated_ = false;
};

}  // namespace detente
