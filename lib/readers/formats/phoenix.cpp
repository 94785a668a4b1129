#include "readers/formats/phoenix.hpp"

#include "readers/formats/coded_rows.hpp"
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
  using CodedRows::CodedRows;

 protected:
  Ruling read(const FieldRow& row, BriefEvent& event, MadeText& made) const override {
    if (const Ruling rule = take_countries(entity(row, Field::source), entity(row, Field::target), event)) return rule;
    if (const Ruling rule = take_day(text(row, Field::date), event)) return rule;
    if (const Ruling rule = take_act_code(text(row, Field::code), event)) return rule;
    if (const Ruling rule = take_score(said(row, Field::score), event)) return rule;
    event.id = kept_text(text(row, Field::id), made.note);  // free, because there is no note
    take_texts(row, event, made);
    return nullptr;
  }

 private:
  std::string_view entity(const FieldRow& row, Field side) const {
    const std::string_view entity = text(row, side);
    return entity == "---" ? std::string_view() : entity;
  }

  static Ruling take_day(std::string_view text, BriefEvent& event) {
    if (text.empty()) return &rules::no_date;
    const std::optional<Day> day = compact_day(text);
    if (!day) return &bad_phoenix_date;
    event.day = *day;
    return nullptr;
  }
};

/// Whether the date and its parts agree, which is true of no other table of 26 columns.
bool is_phoenix_row(const SampleRow& row) {
  if (row.size() != phoenix_names.size() || !compact_day(row[1])) return false;
  const auto year = whole(row[2]), month = whole(row[3]), day = whole(row[4]);
  return year && month && day && civil_day(*year, *month, *day) == compact_day(row[1]);
}

}  // namespace

std::unique_ptr<const RowReader> Phoenix::rows(std::string_view head, const ReadOptions&, Miss& miss) const {
  RowLayout layout{.dialect = {.delimiter = '\t', .quoted = false},
                   .columns = Columns({phoenix_names.begin(), phoenix_names.end()})};
  const std::vector<SampleRow> rows = sample_rows(head, layout.dialect);
  if (!most_rows(rows, is_phoenix_row)) {
    miss = {"no rows of 26 fields between tabs with a day in the second and its parts after it",
            usual_width(rows) == phoenix_names.size() ? likeness_of_width : 0};
    return nullptr;
  }
  layout.at[index_of(Field::id)] = 0;
  layout.at[index_of(Field::date)] = 1;
  layout.at[index_of(Field::source)] = 6;
  layout.at[index_of(Field::target)] = 10;
  layout.at[index_of(Field::code)] = 13;
  layout.at[index_of(Field::score)] = 16;
  layout.at[index_of(Field::url)] = 24;
  layout.least = layout.most = phoenix_names.size();
  return std::make_unique<PhoenixRows>(std::move(layout));
}

}  // namespace detente::detail
