#pragma once
/// \file
/// A list of changes for `what_if`: a chronology's CSV with a column `change`, one change a row.
///
/// | change | id | other columns |
/// |---|---|---|
/// | `insert` | none, or one that no event has | as in a chronology |
/// | `remove` | of the event | empty |
/// | `alter` | of the event | what is to be another; an empty cell leaves the field as it is, `(empty)` empties it |
///
/// If ids of several sources are equal, `source_name` says whose is meant. All rows are read before anything is said,
/// and one that breaks a rule is an error: no list of changes is applied by halves.

#include <optional>
#include <string_view>
#include <vector>

#include "detente/ground/byte_source.hpp"
#include "detente/questions/ahead/what_if.hpp"
#include "detente/values/written_date.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What a cell of an alteration says to empty its field.
inline constexpr std::string_view emptied = "(empty)";

/// How a file of changes is read.
struct ChangeFileOptions {
  /// How its dates are written.
  DateLayout dates = DateLayout::edtf;
  /// Events are those reported by the end of this day.
  std::optional<Day> as_of = {};
};

/// Reads the changes to this log; codes have to be known to the codebook, unless the row has a score. `name` is the
/// file's, for messages. Throws `InputError` naming file, line, column, text and rule of all rows that break one.
std::vector<EventChange> read_changes(ByteSource& source, std::string_view name, const EventLog& log,
                                      const Codebook& codebook, const ChangeFileOptions& options = {});

}  // namespace detente
#pragma GCC visibility pop
