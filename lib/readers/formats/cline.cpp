#include "readers/formats/cline.hpp"

#include "readers/formats/header_layout.hpp"
#include "readers/formats/lost_zeros.hpp"
#include "readers/rows/kept_text.hpp"

namespace detente::detail {
namespace {

constexpr RowRule bad_parts{"bad date", "year, month and day are a day of the calendar", Field::year};
constexpr RowRule bad_cline_date{"bad date", "story_date is a day of the calendar, written yyyy-mm-dd", Field::date};

constexpr std::array<FieldName, 10> cline_fields{{
    {Field::id, true, "eid"},
    {Field::date, true, "story_date"},
    {Field::source, true, "source_root"},
    {Field::target, true, "target_root"},
    {Field::code, true, "code"},
    {Field::root_code, false, "root_code"},
    {Field::year, false, "year"},
    {Field::month, false, "month"},
    {Field::day, false, "day"},
    {Field::score, false, "goldstein"},
}};

class ClineRows : public CodedRows {
 public:
  using CodedRows::CodedRows;

 protected:
  Ruling read(const FieldRow& row, BriefEvent& event, MadeText& made) const override {
    if (const Ruling rule = take_countries(said(row, Field::source), said(row, Field::target), event)) return rule;
    if (const Ruling rule = take_day(row, event)) return rule;
    if (const Ruling rule = take_code(said(row, Field::code), said(row, Field::root_code), event, made)) return rule;
    if (const Ruling rule = take_score(said(row, Field::score), event)) return rule;
    event.id = kept_text(said(row, Field::id), made.note);  // free, because there is no note
    return nullptr;
  }

 private:
  Ruling take_day(const FieldRow& row, BriefEvent& event) const {
    const std::string_view year = said(row, Field::year), month = said(row, Field::month), day = said(row, Field::day);
    const bool in_parts = !year.empty() && !month.empty() && !day.empty();
    const std::optional<Day> found = in_parts ? from_parts(year, month, day) : either_day(said(row, Field::date));
    if (found) event.day = *found;
    if (found) return nullptr;
    if (in_parts) return &bad_parts;
    return said(row, Field::date).empty() ? &rules::no_date : &bad_cline_date;
  }

  static std::optional<Day> from_parts(std::string_view year, std::string_view month, std::string_view day) {
    const auto y = whole(year), m = whole(month), d = whole(day);
    return y && m && d ? civil_day(*y, *m, *d) : std::nullopt;
  }

  static Ruling take_code(std::string_view code, std::string_view root, BriefEvent& event, MadeText& made) {
    if (code.empty()) return &rules::no_code;
    if (code.size() > 4 || !all_digits(code) || !all_digits(root)) return &rules::bad_code;
    event.code = with_zeros(code, {}, root, made.code);
    return event.code.empty() ? &rules::lost_zero : nullptr;
  }
};

}  // namespace

std::unique_ptr<const RowReader> Cline::rows(std::string_view head, const ReadOptions& options, Miss& miss) const {
  std::optional<RowLayout> layout = layout_by_header(head, cline_fields, options, miss);
  return layout ? std::make_unique<ClineRows>(std::move(*layout)) : nullptr;
}

}  // namespace detente::detail
