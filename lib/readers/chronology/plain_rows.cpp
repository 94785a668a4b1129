#include "readers/chronology/plain_rows.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"
#include "readers/chronology/chronology_field.hpp"
#include "readers/formats/machine_field.hpp"

namespace detente::detail {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view BriefEvent::*>, 6> text_fields{
    {{"source", &BriefEvent::source},
     {"target", &BriefEvent::target},
     {"event", &BriefEvent::code},
     {"issue", &BriefEvent::issue},
     {"note", &BriefEvent::note},
     {"url", &BriefEvent::url}}};

/// Whether no byte is NUL or above 127; it checks eight at a time.
bool is_ascii(std::string_view text) {
  constexpr std::uint64_t ones = 0x0101010101010101U, highs = 0x8080808080808080U;
  std::uint64_t word = 0;
  for (; text.size() >= sizeof word; text.remove_prefix(sizeof word)) {
    std::memcpy(&word, text.data(), sizeof word);
    if ((((word - ones) | word) & highs) != 0) return false;
  }
  return std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
}

/// Whether all fields are text by the rules of chronologies.
bool is_text(const FieldRow& row) {
  if (is_ascii(row.raw)) return true;
  return std::all_of(row.fields.begin(), row.fields.end(), [](std::string_view field) {
    return field.find('\0') == std::string_view::npos && is_utf8(field);
  });
}

/// `trim`, without the call if there is nothing to trim.
std::string_view trimmed(std::string_view text) {
  if (!text.empty() && text.front() > ' ' && text.back() > ' ') return text;
  return trim(text);
}

}  // namespace

PlainRows::PlainRows(const ChronologyHeader& header) : width_(header.columns.size()) {
  const auto code = header.column_of("event");
  const bool has_values =
      std::any_of(header.fixed.begin(), header.fixed.end(), [](const auto& value) { return value.has_value(); });
  is_possible_ = !header.compact_days && !has_values && code && header.column_of("date");
  if (!is_possible_) return;
  date_ = *header.column_of("date");
  mentions_ = header.column_of("mentions");
  for (const auto& [name, member] : text_fields)
    if (const auto column = header.column_of(name)) texts_.push_back({member, *column});
  for (const ChronologyField& field : chronology_fields()) {
    const auto is_its_name = [&](const auto& text) { return text.first == field.name; };
    if (field.name == "date" || field.name == "mentions" ||
        std::any_of(text_fields.begin(), text_fields.end(), is_its_name))
      continue;
    if (const auto column = header.column_of(field.name)) empty_.push_back(*column);
  }
}

std::optional<BriefEvent> PlainRows::read(const FieldRow& row) const {
  if (!is_possible_ || row.width != width_ || !is_text(row)) return std::nullopt;
  for (const std::size_t column : empty_)
    if (!row.fields[column].empty()) return std::nullopt;
  const auto day = dashed_day(trimmed(row.fields[date_]));
  if (!day) return std::nullopt;
  BriefEvent event;
  event.day = *day;
  event.line = row.line;
  for (const TextField& text : texts_) {
    event.*text.member = trimmed(row.fields[text.column]);
    if (event.*text.member == "NA") return std::nullopt;  // R's missing value
  }
  if (mentions_ && !row.fields[*mentions_].empty()) event.mentions = whole(trimmed(row.fields[*mentions_])).value_or(0);
  if (event.source.empty() || event.target.empty() || event.source == event.target || event.code.empty() ||
      event.mentions == 0)
    return std::nullopt;
  return event;
}

}  // namespace detente::detail
