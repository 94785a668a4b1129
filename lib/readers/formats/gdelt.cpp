#include "readers/formats/gdelt.hpp"

#include "readers/formats/coded_rows.hpp"
#include "readers/formats/gdelt_layout.hpp"
#include "readers/formats/lost_zeros.hpp"

namespace detente::detail {
namespace {

constexpr RowRule bad_gdelt_date{"bad date", "SQLDATE is a day of the calendar, written yyyymmdd", Field::date};
constexpr RowRule bad_gdelt_reported{"bad reported", "DATEADDED begins with a day of the calendar, written yyyymmdd",
                                     Field::reported};

/// The rows of a file of GDELT's own.
class GdeltRows : public CodedRows {
 public:
  using CodedRows::CodedRows;

 protected:
  /// The countries come first, because most rows lack one and need no further reading.
  Ruling read(const FieldRow& row, BriefEvent& event, MadeText& made) const override {
    if (const Ruling rule = take_countries(text(row, Field::source), text(row, Field::target), event)) return rule;
    if (const Ruling rule = take_day(text(row, Field::date), event)) return rule;
    if (const Ruling rule = take_act_code(text(row, Field::code), event)) return rule;
    if (const Ruling rule = take_mentions(text(row, Field::mentions), event)) return rule;
    if (const Ruling rule = take_score(text(row, Field::score), event)) return rule;
    if (const Ruling rule = take_reported(text(row, Field::reported), event)) return rule;
    if (const Ruling rule = take_id(text(row, Field::id), event)) return rule;
    take_texts(row, event, made);
    return nullptr;
  }

  static Ruling take_day(std::string_view text, BriefEvent& event) {
    if (text.empty()) return &rules::no_date;
    const std::optional<Day> day = compact_day(text);
    if (!day) return &bad_gdelt_date;
    event.day = *day;
    return nullptr;
  }

  /// yyyymmdd, or yyyymmddhhmmss in UTC.
  static Ruling take_reported(std::string_view text, BriefEvent& event) {
    if (text.empty()) return nullptr;
    event.reported = compact_day(text.substr(0, 8));
    if (!event.reported || (text.size() != 8 && text.size() != 14) || !all_digits(text)) return &bad_gdelt_reported;
    return nullptr;
  }
};

/// The rows of a copy.
class GdeltCopyRows : public GdeltRows {
 public:
  using GdeltRows::GdeltRows;

 protected:
  Ruling read(const FieldRow& row, BriefEvent& event, MadeText& made) const override {
    if (const Ruling rule = take_countries(said(row, Field::source), said(row, Field::target), event)) return rule;
    if (const Ruling rule = take_copied_day(row, event)) return rule;
    if (const Ruling rule = take_code(row, event, made)) return rule;
    if (plan().has(Field::mentions))
      if (const Ruling rule = take_mentions(number(row, Field::mentions), event)) return rule;
    if (const Ruling rule = take_score(said(row, Field::score), event)) return rule;
    if (const Ruling rule = take_copied_reported(row, event)) return rule;
    if (const Ruling rule = take_id(number(row, Field::id), event)) return rule;
    take_texts(row, event, made);
    return nullptr;
  }

 private:
  /// A whole number as it was before a data frame made it a decimal: "36.0" is "36".
  std::string_view number(const FieldRow& row, Field field) const {
    const std::string_view text = said(row, field);
    return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
  }

  Ruling take_copied_day(const FieldRow& row, BriefEvent& event) const {
    const std::string_view text = number(row, Field::date);
    if (text.size() < 10) return take_day(text, event);
    const std::optional<Day> day = dashed_day(text.substr(0, 10));  // pandas writes a time after it
    if (!day) return &bad_gdelt_date;
    event.day = *day;
    return nullptr;
  }

  Ruling take_code(const FieldRow& row, BriefEvent& event, MadeText& made) const {
    const std::string_view code = number(row, Field::code);
    const std::string_view base = number(row, Field::base_code), root = number(row, Field::root_code);
    if (code.empty()) return &rules::no_code;
    if (code.size() > 4 || !all_digits(code)) return &rules::bad_code;
    event.code = with_zeros(code, base, root, made.code);
    return event.code.empty() ? &rules::lost_zero : nullptr;
  }

  /// A number with an exponent has lost its day; a time as written by pandas has not.
  Ruling take_copied_reported(const FieldRow& row, BriefEvent& event) const {
    const std::string_view text = number(row, Field::reported);
    if (text.find_first_of("eE") != std::string_view::npos && decimal(text)) return nullptr;
    if (text.size() < 10 || text[4] != '-') return take_reported(text, event);
    event.reported = dashed_day(text.substr(0, 10));
    return event.reported ? nullptr : &bad_gdelt_reported;
  }
};

}  // namespace

std::unique_ptr<const RowReader> Gdelt::rows(std::string_view head, const ReadOptions& options, Miss& miss) const {
  std::optional<GdeltLayout> layout = gdelt_layout(version_, head, options, miss);
  if (!layout) return nullptr;
  if (layout->copy) return std::make_unique<GdeltCopyRows>(std::move(layout->rows));
  return std::make_unique<GdeltRows>(std::move(layout->rows));
}

}  // namespace detente::detail
