#pragma once
/// \file
/// The intake of the rows of one block, on that block's thread: it counts them, and keeps what is to be merged.

#include <string>
#include <string_view>

#include "detente/readers/formats/row_reader.hpp"
#include "readers/rows/taken.hpp"

namespace detente::detail {

class TakenRows final : public Intake {
 public:
  /// The reader of the rows, the source of their ids, and whether to keep the raw text of rejected rows. `rows` must
  /// outlive the intake.
  TakenRows(const RowReader& rows, IdSource ids, bool wants_raw, BriefDetails details = {})
      : rows_(&rows), ids_(std::move(ids)), details_(std::move(details)), wants_raw_(wants_raw) {}

  void keep(Event event) override;
  void keep(const BriefEvent& event) override;
  void set_aside(std::string_view reason) override;
  void unknown_name(std::string_view name) override;
  void reject(const FieldRow& row, const Rejection& why) override;

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
