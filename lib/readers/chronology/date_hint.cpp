#include "readers/chronology/date_hint.hpp"

#include <fmt/format.h>

#include <optional>

#include "detente/values/written_date.hpp"
#include "readers/formats/machine_field.hpp"

namespace detente::detail {
namespace {

/// Spreadsheets count days from the end of 1899, and these numbers are the years 1954 to 2064.
std::string with_serial(std::string_view text) {
  constexpr std::int32_t of_1970 = 25569;
  const std::optional<std::uint32_t> number = whole(text.substr(0, text.find('.')));
  if (!number || *number < 20000 || *number > 60000) return {};
  return fmt::format("as a spreadsheet counts days it is {}: write that",
                     to_text(Day{static_cast<std::int32_t>(*number) - of_1970}));
}

}  // namespace

std::string date_hint(std::string_view text) {
  if (const auto words = edtf_of(text, DateLayout::words)) return fmt::format("did you mean {}?", *words);
  const auto day_first = edtf_of(text, DateLayout::dmy), month_first = edtf_of(text, DateLayout::mdy);
  if (day_first && month_first && *day_first != *month_first)
    return fmt::format("did you mean {} (day first) or {} (month first)?", *day_first, *month_first);
  if (day_first || month_first) return fmt::format("did you mean {}?", day_first ? *day_first : *month_first);
  return with_serial(text);
}

}  // namespace detente::detail
