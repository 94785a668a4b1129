#pragma once
/// \file
/// Rows of a chronology that say no more than a brief event can: one exact day, two actors and a code, perhaps an
/// issue, mentions, a note and a link. Long files hold little else, and such a row needs no `Event` with its nine
/// strings. Rows that are not plain, or not valid, are left to the rules of the full format.

#include <optional>
#include <vector>

#include "detente/contracts/event_batch.hpp"
#include "detente/readers/formats/row_reader.hpp"
#include "readers/chronology/chronology_header.hpp"

namespace detente::detail {

class PlainRows {
 public:
  explicit PlainRows(const ChronologyHeader& header);

  /// The event, or nothing. Its text is a view into the row.
  std::optional<BriefEvent> read(const FieldRow& row) const;

 private:
  struct TextField {
    std::string_view BriefEvent::*member;
    std::size_t column;
  };

  std::size_t width_ = 0;
  bool is_possible_ = false;
  std::size_t date_ = 0;
  std::optional<std::size_t> mentions_;
  std::vector<TextField> texts_;
  std::vector<std::size_t> empty_;  // columns that a plain row leaves empty
};

}  // namespace detente::detail
