#include "detente/readers/read_options.hpp"

#include <fmt/format.h>

#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"

namespace detente {
using namespace detail;

Parsed<ColumnLayout> parse_column_layout(std::string_view text) {
  ColumnLayout layout;
  for (const std::string_view item : split(text, ',')) {
    const std::size_t equals = item.find('=');
    const std::string ours = lower(trim(item.substr(0, equals)));
    const std::string_view theirs = equals == std::string_view::npos ? "" : trim(item.substr(equals + 1));
    if (ours.empty() || theirs.empty())
      return Parsed<ColumnLayout>::broken(fmt::format("'{}' is not COLUMN=NAME IN THE FILE", visible(item)));
    if (!layout.emplace(ours, theirs).second)
      return Parsed<ColumnLayout>::broken(fmt::format("the column '{}' is named twice", visible(ours)));
  }
  return layout;
}

}  // namespace detente
