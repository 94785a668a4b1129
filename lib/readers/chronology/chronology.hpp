#pragma once
/// \file
/// The project's own format: a CSV with a header and its columns in any order (read_events.hpp lists them).

#include "readers/formats/event_formats.hpp"

namespace detente::detail {

class Chronology : public EventFormat {
 public:
  const FormatInfo& info() const override { return *find_format("chronology"); }
  std::vector<std::string_view> mapped_columns() const override;
  Match match(std::string_view head, const ReadOptions& options) const override;
  std::unique_ptr<const RowReader> open(std::string_view head, const ReadOptions& options) const override;
};

}  // namespace detente::detail
