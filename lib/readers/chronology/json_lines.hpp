#pragma once
/// \file
/// A chronology as JSON lines: one object a line, whose members are named as a chronology's columns and may stand in
/// any order; what an object does not have is not said. Numbers may be written as numbers. This is how programs hand
/// events on, one by one. It needs nlohmann_json; a détente built without it refuses such files by name.

#include "readers/formats/event_formats.hpp"

namespace detente::detail {

class JsonLines : public EventFormat {
 public:
  const FormatInfo& info() const override { return *find_format("jsonl"); }
  std::vector<std::string_view> mapped_columns() const override;
  Match match(std::string_view head, const ReadOptions& options) const override;
  std::unique_ptr<const RowReader> open(std::string_view head, const ReadOptions& options) const override;
};

}  // namespace detente::detail
