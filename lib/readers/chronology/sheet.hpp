#pragma once
/// \file
/// A small table that a person writes beside a chronology, in the chronology's columns and a few of its own: a list of
/// changes, a list of scheduled events. It is read whole, and a row that breaks a rule is an error, since a list of
/// which half is used is another list. Everything that is wrong is said at once, each with file, line, column, text and
/// rule.
///
/// Unlike a chronology it may lack any column, and takes none that is not known: a misspelt one would be ignored.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detente/ground/byte_source.hpp"
#include "detente/readers/damage.hpp"
#include "detente/values/event.hpp"
#include "readers/chronology/chronology_field.hpp"
#include "readers/chronology/chronology_header.hpp"

namespace detente::detail {

/// A record with as many fields as the header.
struct SheetRow {
  std::uint64_t line = 0;
  std::vector<std::string> cells = {};
};

class Sheet {
 public:
  /// `own` are the columns that a chronology does not have; all are needed. `name` is the file's, for messages. Throws
  /// `InputError` if the header lacks one, or has a column twice or an unknown one.
  Sheet(ByteSource& source, std::string_view name, DateLayout dates, std::vector<std::string> own);

  std::span<const SheetRow> rows() const noexcept { return rows_; }
  /// The text of a column by its name, without blanks around it; empty if the file has no such column.
  std::string_view text(const SheetRow& row, std::string_view column) const;
  /// The texts of the chronology's columns, by `chronology_fields()`; nothing for one that the file does not have.
  FieldTexts texts(const SheetRow& row) const;
  /// The event of a row by all rules of a chronology; if it breaks one, that is noted and there is none.
  std::optional<Event> event(const SheetRow& row);
  /// Takes the texts into the event, and notes the rule that is broken, if one is; whether none is.
  bool fill(const SheetRow& row, const FieldTexts& texts, Event& event);

  /// Notes that the row breaks a rule in a column; "" for the whole row.
  void complain(const SheetRow& row, std::string_view column, std::string_view reason, std::string_view rule);
  bool is_sound() const noexcept { return problems_.empty(); }
  /// Throws `InputError` with all that was noted; `consequence` follows their number: "nothing is changed".
  void require_sound(std::string_view consequence) const;
  /// "changes.csv:3"
  std::string place(const SheetRow& row) const;

 private:
  std::optional<std::size_t> column(std::string_view name) const;
  void take_header(std::string_view text);
  void take_rows(std::string_view text);
  void note(DamageExample example);

  std::string name_;
  std::vector<std::string> own_;
  ReadOptions options_;
  ChronologyHeader header_;
  std::vector<SheetRow> rows_;
  std::vector<std::pair<std::uint64_t, std::string>> problems_;  ///< by line
};

}  // namespace detente::detail
