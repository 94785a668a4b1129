#include "readers/formats/keds.hpp"

#include <algorithm>

#include "readers/formats/coded_rows.hpp"
#include "readers/formats/header_layout.hpp"
#include "readers/formats/numbered_copy.hpp"
#include "readers/formats/row_sample.hpp"

namespace detente::detail {
namespace {

constexpr unsigned first_year_of_two_digits = 45;

constexpr RowRule bad_keds_source{"bad actor", "an actor is letters, digits and signs without a blank", Field::source};
constexpr RowRule bad_keds_target{"bad actor", "an actor is letters, digits and signs without a blank", Field::target};
constexpr RowRule bad_keds_date{"bad date", "a date is a day of the calendar, written yyyy-mm-dd, yyyymmdd or yymmdd",
                                Field::date};

std::optional<Day> keds_day(std::string_view text) {
  if (text.size() != 6) return either_day(text);
  const auto number = whole(text);
  if (!number) return std::nullopt;
  const unsigned year = *number / 10000;
  return civil_day(year + (year < first_year_of_two_digits ? 2000 : 1900), *number / 100 % 100, *number % 100);
}

bool is_actor(std::string_view text) {
  return text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7F'; });
}

class KedsRows : public CodedRows {
 public:
  using CodedRows::CodedRows;

 protected:
  Ruling read(const FieldRow& row, BriefEvent& event, MadeText& made) const override {
    if (const Ruling rule = take_actors(actor(row, Field::source), actor(row, Field::target), event)) return rule;
    if (const Ruling rule = take_day(said(row, Field::date), event)) return rule;
    if (const Ruling rule = take_act_code(said(row, Field::code), event)) return rule;
    take_texts(row, event, made);
    return nullptr;
  }

 private:
  std::string_view actor(const FieldRow& row, Field side) const {
    const std::string_view actor = said(row, side);
    return actor.find_first_not_of('-') == std::string_view::npos ? std::string_view() : actor;
  }

  static Ruling take_actors(std::string_view source, std::string_view target, BriefEvent& event) {
    if (source.empty() || target.empty()) return &rules::no_actor;
    if (!is_actor(source)) return &bad_keds_source;
    if (!is_actor(target)) return &bad_keds_target;
    if (source == target) return &rules::same_actor;
    event.source = source;
    event.target = target;
    return nullptr;
  }

  static Ruling take_day(std::string_view text, BriefEvent& event) {
    if (text.empty()) return &rules::no_date;
    const std::optional<Day> day = keds_day(text);
    if (!day) return &bad_keds_date;
    event.day = *day;
    return nullptr;
  }
};

bool is_keds_row(const SampleRow& row) {
  return (row.size() == 4 || row.size() == 5) && keds_day(row[0]) && !row[1].empty() && !row[2].empty() &&
         is_act_code(row[3]);
}

/// Whether the row is "date", "source", "target" and one of the many names of the code; "event" is a chronology's.
bool is_header(const SampleRow& row) {
  return row.size() >= 4 && bare_name(row[0]) == "date" && bare_name(row[1]) == "source" &&
         bare_name(row[2]) == "target";
}

bool is_of_a_chronology(const std::vector<SampleRow>& rows) {
  return !rows.empty() && is_header(rows.front()) &&
         std::any_of(rows.front().begin(), rows.front().end(),
                     [](const std::string& name) { return bare_name(name) == "event"; });
}

RowLayout keds_layout() {
  RowLayout layout{.dialect = {.delimiter = '\t', .quoted = false},
                   .columns = Columns({"date", "source", "target", "code", "text"}),
                   .least = 4,
                   .most = 5,
                   .trailing_blanks = true};
  layout.at[index_of(Field::date)] = 0;
  layout.at[index_of(Field::source)] = 1;
  layout.at[index_of(Field::target)] = 2;
  layout.at[index_of(Field::code)] = 3;
  layout.at[index_of(Field::note)] = 4;
  return layout;
}

// ---- a copy ----

constexpr std::array<FieldName, 5> keds_fields{{{Field::date, true, "date"},
                                                {Field::source, true, "source"},
                                                {Field::target, true, "target"},
                                                {Field::code, true, "code", "cameo"},
                                                {Field::note, false, "text"}}};

/// The layout of a table that another program wrote anew, with or without names of its own for the columns.
std::optional<RowLayout> keds_copy(std::string_view head, const ReadOptions& options, Miss& miss) {
  if (options.code_column != "event") return std::nullopt;  // it is asked for as a chronology
  if (auto numbered = layout_of_numbered_copy(head, keds_layout())) return numbered;
  Miss named;
  std::optional<RowLayout> layout = layout_by_header(head, keds_fields, options, named);
  if (layout && layout->dialect.delimiter == '\t' && !layout->dialect.quoted) return std::nullopt;
  if (layout && layout->columns.find("event")) return std::nullopt;  // a chronology's
  if (!layout && named.likeness > miss.likeness) miss = named;
  return layout;
}

/// Whether the codes were taken for numbers: 010 became 10, which is another act, and no other column shows it. True
/// data always have codes that begin with 0, the commonest acts.
bool have_lost_zeros(const std::vector<SampleRow>& rows, std::size_t code) {
  const auto is_code = [&](const SampleRow& row) { return code < row.size() && is_act_code(row[code]); };
  const auto begins_with_zero = [&](const SampleRow& row) { return is_code(row) && row[code].front() == '0'; };
  const auto is_short = [&](const SampleRow& row) { return is_code(row) && row[code].size() == 2; };
  return std::none_of(rows.begin(), rows.end(), begins_with_zero) && std::any_of(rows.begin(), rows.end(), is_short);
}

/// Whether most rows of the copy have a day and a code where the layout says, with their zeros; `miss` says why not.
bool fits_keds(std::string_view head, const RowLayout& copy, Miss& miss) {
  std::vector<SampleRow> rows = sample_rows(head, copy.dialect);
  if (!rows.empty()) rows.erase(rows.begin());
  const std::size_t date = *copy.at[index_of(Field::date)], code = *copy.at[index_of(Field::code)];
  const bool right = most_rows(rows, [&](const SampleRow& row) {
    return date < row.size() && code < row.size() && keds_day(row[date]) && row[code].size() <= 4 &&
           all_digits(row[code]) && !row[code].empty();
  });
  if (right && have_lost_zeros(rows, code)) {
    miss = {
        "its codes have lost their leading zeros: copy the column as text, in R with colClasses = \"character\"; if "
        "they never had any, read it as a chronology that has the code in that column",
        likeness_of_width};
    return false;
  }
  return right;
}

}  // namespace

std::unique_ptr<const RowReader> Keds::rows(std::string_view head, const ReadOptions& options, Miss& miss) const {
  RowLayout own = keds_layout();
  std::vector<SampleRow> rows = sample_rows(head, own.dialect);
  if (is_of_a_chronology(rows)) {
    miss.obstacle = "its header has 'event', which is a chronology's";
    return nullptr;
  }
  own.header = !rows.empty() && is_header(rows.front());
  if (own.header) rows.erase(rows.begin());
  if (most_rows(rows, is_keds_row)) return std::make_unique<KedsRows>(std::move(own));
  const std::size_t width = usual_width(rows);
  miss = {"no rows of a day, a source, a target and a code of digits between tabs",
          width == 4 || width == 5 ? likeness_of_width : 0};
  std::optional<RowLayout> copy = keds_copy(head, options, miss);
  return copy && fits_keds(head, *copy, miss) ? std::make_unique<KedsRows>(std::move(*copy)) : nullptr;
}

}  // namespace detente::detail
