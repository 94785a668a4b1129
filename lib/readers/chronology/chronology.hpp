#pragma once
/// \file
/// The project's own format: a CSV with a header and its columns in any order (read_events.hpp lists them).

#include "readers/formats/event_format.hpp"

namespace detente::detail {

class Chronology : public EventFormat {
 public:
  std::string_view name() const override { return "chronology"; }
  std::vector<std::string_view> column_names() const override;
  Match match(std::string_view head, const ReadOptions& options) const override;
  std::unique_ptr<const RowReader> open(std::string_view head, const ReadOptions& options) const override;
};

}  // namespace detente::detail
