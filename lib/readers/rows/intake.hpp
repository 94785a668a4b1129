#pragma once
/// \file
/// Where a format delivers its rows: each is kept, set aside or rejected, and counted once. The counting, the examples
/// and the rejects file are the same for every format. An intake takes the rows of one block, on that block's thread.

#include <string>
#include <string_view>

#include "readers/rows/row_reader.hpp"
#include "readers/rows/taken.hpp"

namespace detente::detail {

/// Why a row is not an event.
struct Rejection {
  /// A short stable phrase that outlives the intake, and the rule in words.
  std::string_view reason;
  std::string rule;
  /// The field, from 1, and its text; 0 for the whole row, whose text is then its bytes.
  std::size_t column = 0;
  std::string_view text = {};
};

class Intake {
 public:
  /// The reader of the rows, the source of their ids, and whether to keep the raw text of rejected rows. `rows` must
  /// outlive the intake.
  Intake(const RowReader& rows, IdSource ids, bool wants_raw, BriefDetails details = {})
      : rows_(&rows), ids_(std::move(ids)), details_(std::move(details)), wants_raw_(wants_raw) {}

  /// Counts the row and adds the event. Repeated events are found when the log is settled.
  void keep(Event event);
  void keep(const BriefEvent& event);
  /// `reason` is a short stable phrase that outlives the intake.
  void set_aside(std::string_view reason);
  /// Counts a name for which a row is set aside; the row is counted separately.
  void unknown_name(std::string_view name);
  void reject(const FieldRow& row, const Rejection& why);

  /// What has been taken, with the block that holds the rows and its number of lines.
  Taken finish(Block block, std::uint64_t lines);

 private:
  DamageExample example(const FieldRow& row, const Rejection& why) const;
  Stretch& begin_stretch();

  const RowReader* rows_;
  IdSource ids_;
  BriefDetails details_;
  bool wants_raw_;
  Taken taken_;
};

}  // namespace detente::detail
