#include "readers/formats/coded_rows.hpp"

#include <fmt/format.h>

#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"
#include "readers/rows/intake.hpp"
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

CodedRows::CodedRows(RowLayout layout) : layout_(std::move(layout)), plan_(layout_.at) {
  shape_ = {.delimiter = layout_.dialect.delimiter,
            .quoted = layout_.dialect.quoted,
            .header = layout_.header,
            .columns = plan_.columns()};
}

void CodedRows::take(const FieldRow& row, Intake& into) const {
  if (!row.problem.empty())
    return into.reject(row, {row.problem, "the row cannot be cut into fields", row.problem_field, row.raw});
  if (!has_right_width(row)) return reject_width(row, into);
  BriefEvent event;
  MadeText made;
  if (const Ruling ruling = read(row, event, made)) return leave_out(row, *ruling, into);
  event.line = row.line;
  into.keep(event);
}

bool CodedRows::has_right_width(const FieldRow& row) const {
  if (row.width >= layout_.least && row.width <= layout_.most) return true;
  if (!layout_.trailing_blanks || row.width < layout_.least || row.raw.size() < row.width - layout_.most) return false;
  const std::string_view extra = row.raw.substr(row.raw.size() - (row.width - layout_.most));
  return extra.find_first_not_of(layout_.dialect.delimiter) == std::string_view::npos;
}

bool CodedRows::is_empty(const FieldRow& row) { return row.raw.find_first_not_of(" \t,;\"") == std::string_view::npos; }

bool CodedRows::is_header(const FieldRow& row) const {
  for (std::size_t i = 0; i < row.fields.size() && plan_.columns()[i] < row.width; ++i) {
    const std::string_view field = bare(row.fields[i]);
    const std::string& name = columns().name(plan_.columns()[i]);
    if (field.size() != name.size() || lower(field) != lower(name)) return false;
  }
  return true;
}

void CodedRows::tell_unknown_names(const FieldRow& /*row*/, const RowRule& /*rule*/, Intake& /*into*/) const {}

/// A row that is not an event may never have been meant as one.
void CodedRows::leave_out(const FieldRow& row, const RowRule& rule, Intake& into) const {
  if (is_empty(row)) return into.set_aside("empty row");
  if (is_header(row)) return into.set_aside("repeated header");
  if (rule.rule.empty()) {
    tell_unknown_names(row, rule, into);
    return into.set_aside(rule.reason);
  }
  into.reject(row, {rule.reason, std::string(rule.rule), plan_.column(rule.field), plan_.written(row, rule.field)});
}

void CodedRows::reject_width(const FieldRow& row, Intake& into) const {
  if (is_empty(row)) return into.set_aside("empty row");
  const std::string wanted = layout_.least == layout_.most ? fmt::format("{}", layout_.most)
                                                           : fmt::format("{} or {}", layout_.least, layout_.most);
  into.reject(row, {"wrong number of fields", fmt::format("a row has {} fields, this one {}", wanted, row.width)});
}

void CodedRows::take_texts(const FieldRow& row, BriefEvent& event, MadeText& made) const {
  if (plan_.has(Field::note)) event.note = kept_text(said(row, Field::note), made.note);
  if (plan_.has(Field::url)) event.url = kept_text(said(row, Field::url), made.url);
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
