#include "readers/formats/row_sample.hpp"

#include <algorithm>
#include <map>

#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"
#include "readers/formats/event_formats.hpp"

namespace detente::detail {
namespace {

SampleRow trimmed(const Record& record) {
  SampleRow row;
  row.reserve(record.fields.size());
  for (const std::string_view field : record.fields) row.emplace_back(trim(field));
  return row;
}

}  // namespace

std::vector<SampleRow> sample_rows(std::string_view head, Dialect dialect, std::size_t most) {
  dialect.chunk = 4096;  // a few rows are enough
  const auto bytes = bytes_of(head);
  DelimitedReader reader(*bytes, dialect);
  std::vector<SampleRow> rows;
  Record record;
  bool cut = head.size() >= head_bytes;
  while (reader.next(record)) {
    if (rows.size() == most) {
      cut = false;
      break;
    }
    if (record.problem.empty()) rows.push_back(trimmed(record));
  }
  if (cut && !rows.empty()) rows.pop_back();  // it may continue past the head
  return rows;
}

bool most_rows(const std::vector<SampleRow>& rows, const std::function<bool(const SampleRow&)>& looks_right) {
  const auto right = static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), looks_right));
  return 2 * right > rows.size();
}

std::size_t usual_width(const std::vector<SampleRow>& rows) {
  std::map<std::size_t, std::size_t> counts;
  for (const SampleRow& row : rows) ++counts[row.size()];
  const auto usual =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return usual == counts.end() ? 0 : usual->first;
}

}  // namespace detente::detail
