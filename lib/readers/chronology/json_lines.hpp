#pragma once
/// \file
/// A chronology as JSON lines: one object a line, whose members are named as a chronology's columns and may stand in
/// any order; what an object does not have is not said. Numbers may be written as numbers. This is how programs hand
/// events on, one by one. It needs nlohmann_json; a détente built without it refuses such files by name.

#include "readers/formats/event_format.hpp"

namespace detente::detail {

class JsonLines : public EventFormat {
 public:
  std::string_view name() const override { return "jsonl"; }
  std::vector<std::string_view> column_names() const override;
  Match match(std::string_view head, const ReadOptions& options) const override;
  std::unique_ptr<const RowReader> open(std::string_view head, const ReadOptions& options) const override;
};

}  // namespace detente::detail
