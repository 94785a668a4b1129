#include "readers/formats/coded_rows.hpp"

#include "detente/readers/formats/intake.hpp"
#include "readers/rows/kept_text.hpp"

namespace detente::detail {
namespace {

constexpr double largest_score = 1e6;

constexpr RowRule bad_source{"bad country", "a country is three capital letters", Field::source};
constexpr RowRule bad_target{"bad country", "a country is three capital letters", Field::target};
constexpr RowRule bad_score{"bad score", "a score is a number with a decimal point, within ±1000000", Field::score};
constexpr RowRule bad_id{"bad id", "an id is a whole number", Field::id};
constexpr RowRule bad_mentions{"bad mentions", "mentions are a whole number from 1", Field::mentions};

}  // namespace

void CodedRows::take(const FieldRow& row, Intake& into) const {
  if (!is_whole(row, into)) return;
  BriefEvent event;
  MadeText made;
  if (const Ruling ruling = read(row, event, made)) return leave_out(row, *ruling, into);
  event.line = row.line;
  into.keep(event);
}

void CodedRows::take_texts(const FieldRow& row, BriefEvent& event, MadeText& made) const {
  if (plan().has(Field::note)) event.note = kept_text(said(row, Field::note), made.note);
  if (plan().has(Field::url)) event.url = kept_text(said(row, Field::url), made.url);
}

Ruling take_countries(std::string_view source, std::string_view target, BriefEvent& event) {
  if (source.empty() || target.empty()) return &rules::one_side;
  if (!is_country_code(source)) return &bad_source;
  if (!is_country_code(target)) return &bad_target;
  if (source == target) return &rules::same_country;
  event.source = source;
  event.target = target;
  return nullptr;
}

Ruling take_act_code(std::string_view text, BriefEvent& event) {
  if (text.empty()) return &rules::no_code;
  if (!is_act_code(text)) return &rules::bad_code;
  event.code = text;
  return nullptr;
}

Ruling take_score(std::string_view text, BriefEvent& event) {
  if (text.empty()) return nullptr;
  event.score = decimal(text);
  if (!event.score || *event.score < -largest_score || *event.score > largest_score) return &bad_score;
  return nullptr;
}

Ruling take_mentions(std::string_view text, BriefEvent& event) {
  const std::optional<std::uint32_t> number = whole(text);
  if (!number || *number == 0) return &bad_mentions;
  event.mentions = *number;
  return nullptr;
}

Ruling take_id(std::string_view text, BriefEvent& event) {
  if (!all_digits(text)) return &bad_id;
  event.id = text;
  return nullptr;
}

}  // namespace detente::detail
