#include "readers/formats/numbered_copy.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "readers/formats/row_sample.hpp"

namespace detente::detail {
namespace {

struct Numbering {
  std::string_view prefix;
  std::size_t first;
};
constexpr std::array<Numbering, 3> numberings{{{"V", 1}, {"X", 1}, {"", 0}}};

bool is_numbered(std::span<const std::string> names, const Numbering& how) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] != std::string(how.prefix) + std::to_string(how.first + i)) return false;
  return !names.empty();
}

bool are_numbered(std::span<const std::string> names) {
  return std::any_of(numberings.begin(), numberings.end(),
                     [&](const Numbering& how) { return is_numbered(names, how); });
}

/// How many columns of row numbers stand in front: 0 or 1; nothing if the header is not numbered.
std::optional<std::size_t> row_numbers(const std::vector<SampleRow>& rows) {
  if (rows.size() < 2) return std::nullopt;
  const std::span<const std::string> names = rows.front();
  const std::size_t width = usual_width({rows.begin() + 1, rows.end()});
  if (are_numbered(names)) return width == names.size() + 1 ? 1 : 0;  // write.table does not name its row numbers
  if (names.front().empty() && are_numbered(names.subspan(1))) return 1;
  return std::nullopt;
}

RowLayout moved(const RowLayout& own, std::size_t by, Dialect dialect) {
  RowLayout out = own;
  out.dialect = dialect;
  out.header = true;
  std::vector<std::string_view> names(by, "");
  names.insert(names.end(), own.columns.names().begin(), own.columns.names().end());
  out.columns = Columns(names);
  for (auto& column : out.at)
    if (column) *column += by;
  out.least += by;
  out.most += by;
  return out;
}

}  // namespace

std::optional<RowLayout> layout_of_numbered_copy(std::string_view head, const RowLayout& own) {
  for (const char delimiter : {',', ';', '\t'}) {
    const Dialect dialect{.delimiter = delimiter, .quoted = true};
    const std::vector<SampleRow> rows = sample_rows(head, dialect);
    const auto before = row_numbers(rows);
    if (!before) continue;
    const std::size_t width = usual_width({rows.begin() + 1, rows.end()}) - *before;
    if (width >= own.least && width <= own.most) return moved(own, *before, dialect);
  }
  return std::nullopt;
}

}  // namespace detente::detail
