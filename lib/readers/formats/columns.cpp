#include "readers/formats/columns.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"
#include "readers/formats/event_formats.hpp"

namespace detente::detail {

Columns::Columns(const std::vector<std::string_view>& header) {
  for (const std::string_view field : header) {
    const std::string_view name = trim(field);
    names_.push_back(name.empty() ? fmt::format("column {}", names_.size() + 1) : std::string(name));
    folded_.push_back(lower(name));
  }
}

std::optional<std::size_t> Columns::find(std::string_view name) const {
  const auto at = std::find(folded_.begin(), folded_.end(), lower(trim(name)));
  if (at == folded_.end()) return std::nullopt;
  return static_cast<std::size_t>(at - folded_.begin());
}

std::size_t Columns::count(std::string_view name) const {
  return static_cast<std::size_t>(std::count(folded_.begin(), folded_.end(), lower(trim(name))));
}

bool Columns::are(std::span<const std::string_view> fields) const {
  return std::equal(fields.begin(), fields.end(), folded_.begin(), folded_.end(),
                    [](std::string_view field, const std::string& name) { return lower(trim(field)) == name; });
}

bool first_record(std::string_view head, Dialect dialect, Columns& columns, std::string& problem) {
  const auto bytes = bytes_of(head);
  dialect.chunk = 4096;  // a header is short
  DelimitedReader reader(*bytes, dialect);
  Record record;
  if (!reader.next(record)) return false;
  columns = Columns(record.fields);
  problem = record.problem;
  if (head.size() >= head_bytes && !reader.next(record)) problem = "line too long";  // it continues past the head
  return true;
}

}  // namespace detente::detail
