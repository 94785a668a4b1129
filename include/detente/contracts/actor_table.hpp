#pragma once
/// \file
/// Which actor belongs to which: rolls an actor up to the one whose relations are studied. "COLGOV" → COL, "Gustavo
/// Petro" → COL until his term ends. Rows may be dated; an event is rolled up by its (middle) day.
///
/// File: CSV with `actor,parent`, optionally `from,to` (days, both included), and optionally `label`, the actor's name
/// as people read it ("COL,,Colombia,": a row may also name an actor and give it no parent). Results are told by
/// codes; headlines, charts and pages show the names.
///
/// Besides the table there is an optional rule for data whose actors follow a system:
///
/// - `cameo`: six or more capital letters in groups of three roll up to their first three (COLGOV and USAMIL to COL and
///   USA). It is only for such data: in a chronology, AIRBUS and AIRTEL are two companies.
/// - `governments`: "Government of India", and the "Military Forces of India (2014-)" and "Police Forces of India
///   (2014-)" of any years, roll up to the country's code (IND), as ACLED and UCDP write the forces of states. A name
///   with more behind its bracket is a unit, or one side of a divided state, and stays as it is ("Military Forces of
///   Yemen (2016-) Supreme Political Council"); so do names of countries that are not known.
///
/// A row in which an actor is its own parent keeps it out of the rule (BOSSER,BOSSER), and `roll_ups_by_rule` lists
/// what the rule did.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "detente/ground/byte_source.hpp"
#include "detente/ground/day.hpp"
#include "detente/values/actor_names.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// "This actor counts as that one, from a day, until a day."
struct ActorRow {
  /// A name or code, as events write it.
  std::string actor;
  /// As whom it counts.
  std::string parent;
  std::optional<Day> from = {};
  std::optional<Day> to = {};
  /// The actor's name as people read it; "" if the row gives none.
  std::string label = {};
};

/// Which actor an actor counts as if no row names it.
enum class RollUp : std::uint8_t {
  none,         ///< itself
  cameo,        ///< the first three letters of a CAMEO code
  governments,  ///< the country whose government or forces a name says they are
};
/// "none", "cameo" or "governments".
std::string_view to_text(RollUp rule);
/// Reads the words of `to_text`; nothing for another.
std::optional<RollUp> parse_roll_up(std::string_view text);

/// Who counts as whom, on which days. Threads: any number may read an object at once, and one alone may change it.
class ActorTable {
 public:
  /// Every actor counts as itself.
  ActorTable() = default;
  /// Throws `std::invalid_argument` if a row names no actor, or neither parent nor label, if an actor has two parents
  /// on one day or two labels, or if rows form a cycle. An actor that is its own parent stays itself, whatever the rule
  /// says.
  explicit ActorTable(std::vector<ActorRow> rows, RollUp rule = RollUp::none);

  /// Reads a CSV; throws `InputError` naming path, line, text and rule.
  static ActorTable parse(ByteSource& source, std::string_view path, RollUp rule = RollUp::none);

  /// The actor at the top on that day. O(1), or O(depth) if some row is dated.
  std::string resolve(std::string_view actor, Day day) const;
  /// Every actor that this one counts as on some day. Exactly one if no row of the table is dated.
  std::vector<std::string> possible(std::string_view actor) const;
  /// The names that rows give, as people read them.
  const ActorNames& names() const noexcept { return names_; }
  /// The rule for actors that the table does not name.
  RollUp rule() const noexcept { return rule_; }
  /// The parent that the rule gives an actor that no row names.
  std::optional<std::string> parent_by_rule(std::string_view actor) const;
  /// Whether some row holds only for a time.
  bool is_dated() const noexcept { return is_dated_; }

 private:
  void take(ActorRow row);
  const ActorRow* row_for(const std::string& actor, Day day) const;
  std::string top(std::string name, Day day) const;
  void check_no_circle() const;
  void shorten_chains();

  std::unordered_map<std::string, std::vector<ActorRow>> rows_;
  ActorNames names_;
  RollUp rule_ = RollUp::none;
  bool is_dated_ = false;
};

}  // namespace detente
#pragma GCC visibility pop
