#pragma once
/// \file
/// Where a format delivers its rows (row_reader.hpp): each is kept, set aside or rejected, and counted once. The
/// counting, the examples and the rejects file are the same for every format.
///
/// An event is kept by `keep`; `set_aside` is for what is neither an event nor an error, such as a test message; and
/// `reject(row, {"bad date", "a day is yyyy-mm-dd", 1, row.fields[0]})` says which rule the row breaks, and where.

#include <cstddef>
#include <string>
#include <string_view>

#include "detente/contracts/event_batch.hpp"
#include "detente/values/event.hpp"

#pragma GCC visibility push(default)
namespace detente {

struct FieldRow;

/// Why a row is not an event.
struct Rejection {
  /// A short stable phrase, and the rule in words.
  std::string_view reason;
  /// What has to be, in words.
  std::string rule;
  /// The field, from 1, and its text; 0 for the whole row, whose text is then its bytes.
  std::size_t column = 0;
  /// The field's text.
  std::string_view text = {};
};

/// It takes the rows of one part of a file. Threads: one at a time may use an object; different objects share nothing.
class Intake {
 public:
  virtual ~Intake() = default;
  /// Counts the row and takes the event; its line is that of the row. Repeated events are found later. Of the two, a
  /// brief event is for machines, which say little of much: under `ReadOptions::brief` it costs 24 bytes.
  virtual void keep(Event event) = 0;
  /// The same of a brief event.
  virtual void keep(const BriefEvent& event) = 0;
  /// `reason` is a short stable phrase.
  virtual void set_aside(std::string_view reason) = 0;
  /// Counts a name for which a row is set aside; the row is counted separately.
  virtual void unknown_name(std::string_view name) = 0;
  /// Counts the row as one that breaks a rule, and keeps it as an example or in the rejects file.
  virtual void reject(const FieldRow& row, const Rejection& why) = 0;
};

}  // namespace detente
#pragma GCC visibility pop
