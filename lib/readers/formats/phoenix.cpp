#include "readers/formats/phoenix.hpp"

#include "readers/formats/coded_rows.hpp"
#include "readers/formats/lost_zeros.hpp"
#include "readers/formats/numbered_copy.hpp"
#include "readers/formats/row_sample.hpp"
#include "readers/rows/kept_text.hpp"

namespace detente::detail {
namespace {

constexpr RowRule bad_phoenix_date{"bad date", "the date is a day of the calendar, written yyyymmdd", Field::date};

constexpr std::array<std::string_view, 26> phoenix_names{"EventID",
                                                         "Date",
                                                         "Year",
                                                         "Month",
                                                         "Day",
                                                         "SourceActorFull",
                                                         "SourceActorEntity",
                                                         "SourceActorRole",
                                                         "SourceActorAttribute",
                                                         "TargetActorFull",
                                                         "TargetActorEntity",
                                                         "TargetActorRole",
                                                         "TargetActorAttribute",
                                                         "EventCode",
                                                         "EventRootCode",
                                                         "PentaClass",
                                                         "GoldsteinScore",
                                                         "Issues",
                                                         "Lat",
                                                         "Lon",
                                                         "LocationName",
                                                         "StateName",
                                                         "CountryCode",
                                                         "SentenceID",
                                                         "URLs",
                                                         "NewsSources"};

class PhoenixRows : public CodedRows {
 public:
  PhoenixRows(RowLayout layout, bool is_copy) : CodedRows(std::move(layout)), is_copy_(is_copy) {}

 protected:
  Ruling read(const FieldRow& row, BriefEvent& event, MadeText& made) const override {
    if (const Ruling rule = take_countries(entity(row, Field::source), entity(row, Field::target), event)) return rule;
    if (const Ruling rule = take_day(said(row, Field::date), event)) return rule;
    if (const Ruling rule = take_code(row, event, made)) return rule;
    if (const Ruling rule = take_score(said(row, Field::score), event)) return rule;
    event.id = kept_text(text(row, Field::id), made.note);  // free, because there is no note
    take_texts(row, event, made);
    return nullptr;
  }

 private:
  std::string_view entity(const FieldRow& row, Field side) const {
    const std::string_view entity = said(row, side);
    return entity == "---" ? std::string_view() : entity;
  }

  /// A copy may have lost the zeros of codes and of their roots.
  Ruling take_code(const FieldRow& row, BriefEvent& event, MadeText& made) const {
    const Ruling rule = take_act_code(said(row, Field::code), event);
    const std::string_view root = said(row, Field::root_code);
    if (!is_copy_ || (rule && rule != &rules::bad_code) || !all_digits(root)) return rule;
    event.code = with_zeros(said(row, Field::code), {}, root, made.code);
    return event.code.empty() ? &rules::lost_zero : nullptr;
  }

  static Ruling take_day(std::string_view text, BriefEvent& event) {
    if (text.empty()) return &rules::no_date;
    const std::optional<Day> day = compact_day(text);
    if (!day) return &bad_phoenix_date;
    event.day = *day;
    return nullptr;
  }

  bool is_copy_;
};

/// Whether the date and its parts agree, which is true of no other table of 26 columns.
bool is_phoenix_row(const SampleRow& row) {
  if (row.size() != phoenix_names.size() || !compact_day(row[1])) return false;
  const auto year = whole(row[2]), month = whole(row[3]), day = whole(row[4]);
  return year && month && day && civil_day(*year, *month, *day) == compact_day(row[1]);
}

/// The same of a copy, where row numbers may stand in front.
bool is_phoenix_copy(std::string_view head, const RowLayout& copy) {
  std::vector<SampleRow> rows = sample_rows(head, copy.dialect);
  const auto before = static_cast<std::ptrdiff_t>(*copy.at[index_of(Field::id)]);
  rows.erase(rows.begin());
  return most_rows(rows, [&](const SampleRow& row) {
    return row.size() == copy.most && is_phoenix_row({row.begin() + before, row.end()});
  });
}

RowLayout phoenix_layout() {
  RowLayout layout{.dialect = {.delimiter = '\t', .quoted = false},
                   .columns = Columns({phoenix_names.begin(), phoenix_names.end()})};
  layout.at[index_of(Field::id)] = 0;
  layout.at[index_of(Field::date)] = 1;
  layout.at[index_of(Field::source)] = 6;
  layout.at[index_of(Field::target)] = 10;
  layout.at[index_of(Field::code)] = 13;
  layout.at[index_of(Field::root_code)] = 14;
  layout.at[index_of(Field::score)] = 16;
  layout.at[index_of(Field::url)] = 24;
  layout.least = layout.most = phoenix_names.size();
  return layout;
}

}  // namespace

std::unique_ptr<const RowReader> Phoenix::rows(std::string_view head, const ReadOptions&, Miss& miss) const {
  RowLayout own = phoenix_layout();
  const std::vector<SampleRow> rows = sample_rows(head, own.dialect);
  if (most_rows(rows, is_phoenix_row)) return std::make_unique<PhoenixRows>(std::move(own), false);
  if (auto copy = layout_of_numbered_copy(head, own); copy && is_phoenix_copy(head, *copy))
    return std::make_unique<PhoenixRows>(std::move(*copy), true);
  miss = {"no rows of 26 fields between tabs with a day in the second and its parts after it",
          usual_width(rows) == phoenix_names.size() ? likeness_of_width : 0};
  return nullptr;
}

}  // namespace detente::detail
