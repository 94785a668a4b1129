#include "readers/formats/gdelt_layout.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "readers/formats/header_layout.hpp"
#include "readers/formats/numbered_copy.hpp"
#include "readers/formats/row_sample.hpp"

namespace detente::detail {
namespace {

constexpr std::array<std::string_view, 61> names_2{
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    // the actors
    "Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor1KnownGroupCode", "Actor1EthnicCode", "Actor1Religion1Code",
    "Actor1Religion2Code", "Actor1Type1Code", "Actor1Type2Code", "Actor1Type3Code", "Actor2Code", "Actor2Name",
    "Actor2CountryCode", "Actor2KnownGroupCode", "Actor2EthnicCode", "Actor2Religion1Code", "Actor2Religion2Code",
    "Actor2Type1Code", "Actor2Type2Code", "Actor2Type3Code",
    // the act
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    // the places
    "Actor1Geo_Type", "Actor1Geo_FullName", "Actor1Geo_CountryCode", "Actor1Geo_ADM1Code", "Actor1Geo_ADM2Code",
    "Actor1Geo_Lat", "Actor1Geo_Long", "Actor1Geo_FeatureID", "Actor2Geo_Type", "Actor2Geo_FullName",
    "Actor2Geo_CountryCode", "Actor2Geo_ADM1Code", "Actor2Geo_ADM2Code", "Actor2Geo_Lat", "Actor2Geo_Long",
    "Actor2Geo_FeatureID", "ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_CountryCode", "ActionGeo_ADM1Code",
    "ActionGeo_ADM2Code", "ActionGeo_Lat", "ActionGeo_Long", "ActionGeo_FeatureID",
    // the report
    "DATEADDED", "SOURCEURL"};

/// GDELT's manuals and its files disagree about a few names.
constexpr std::array<FieldName, 11> gdelt_fields{{
    {Field::date, true, "SQLDATE", "Day"},
    {Field::source, true, "Actor1CountryCode"},
    {Field::target, true, "Actor2CountryCode"},
    {Field::code, true, "EventCode"},
    {Field::base_code, false, "EventBaseCode"},
    {Field::root_code, false, "EventRootCode"},
    {Field::id, false, "GLOBALEVENTID"},
    {Field::score, false, "GoldsteinScale"},
    {Field::mentions, false, "NumMentions"},
    {Field::reported, false, "DATEADDED"},
    {Field::url, false, "SOURCEURL"},
}};

// ---- a file of GDELT's own ----

std::vector<std::string_view> names_of(int version) {
  std::vector<std::string_view> names(names_2.begin(), names_2.end());
  const auto is_new = [](std::string_view name) { return name.ends_with("ADM2Code"); };
  if (version == 1) names.erase(std::remove_if(names.begin(), names.end(), is_new), names.end());
  return names;
}

RowLayout own_layout(int version) {
  const std::size_t width = version == 1 ? 58 : 61;
  RowLayout layout{.dialect = {.delimiter = '\t', .quoted = false}, .columns = Columns(names_of(version))};
  layout.at[index_of(Field::id)] = 0;
  layout.at[index_of(Field::date)] = 1;
  layout.at[index_of(Field::source)] = 7;
  layout.at[index_of(Field::target)] = 17;
  layout.at[index_of(Field::code)] = 26;
  layout.at[index_of(Field::score)] = 30;
  layout.at[index_of(Field::mentions)] = 31;
  layout.at[index_of(Field::reported)] = width - 2;
  layout.at[index_of(Field::url)] = width - 1;
  layout.least = version == 1 ? 57 : 61;
  layout.most = width;
  return layout;
}

/// Whether a row looks like GDELT's; the width alone would accept any wide table.
bool is_gdelt_row(const RowLayout& layout, int version, const SampleRow& row) {
  if (row.size() < layout.least || row.size() > layout.most) return false;
  const std::string& added = row[*layout.at[index_of(Field::reported)]];
  return all_digits(row[0]) && compact_day(row[1]) &&
         (added.empty() || (added.size() == (version == 1 ? 8 : 14) && all_digits(added)));
}

// ---- a copy ----

/// DATEADDED is a day in version 1 and a second in version 2; a spreadsheet leaves only its magnitude.
bool has_time(const SampleRow& row, std::size_t column) {
  if (column >= row.size()) return false;
  const std::string_view text = row[column];
  return text.size() >= 14 || text.find("E+") != std::string_view::npos || text.find("e+") != std::string_view::npos;
}

/// Version 2 has more columns, or at least times where version 1 has days.
int version_of(const RowLayout& layout, std::string_view head) {
  const auto& names = layout.columns.names();
  const auto is_new = [](const std::string& name) { return bare_name(name).ends_with("adm2code"); };
  if (names.size() >= names_2.size() || std::any_of(names.begin(), names.end(), is_new)) return 2;
  const auto added = layout.at[index_of(Field::reported)];
  std::vector<SampleRow> rows = sample_rows(head, layout.dialect);
  if (!added || rows.empty()) return 1;
  rows.erase(rows.begin());
  return most_rows(rows, [&](const SampleRow& row) { return has_time(row, *added); }) ? 2 : 1;
}

std::optional<GdeltLayout> copy_layout(int version, std::string_view head, const ReadOptions& options, Miss& miss) {
  std::optional<RowLayout> layout = layout_by_header(head, gdelt_fields, options, miss);
  if (!layout) return std::nullopt;
  if (const int found = version_of(*layout, head); found != version) {
    miss.obstacle = fmt::format("it is a copy of a table of version {}", found);
    return std::nullopt;
  }
  return GdeltLayout{std::move(*layout), true};
}

/// Rows of about 60 fields are taken for damaged GDELT rows.
void explain_miss(int version, std::size_t width, Miss& miss) {
  miss.obstacle = fmt::format("no rows of {} fields between tabs with days in their places, and {}",
                              version == 1 ? "57 or 58" : "61", miss.obstacle);
  const bool is_near = version == 1 ? width > 54 && width < 60 : width >= 60 && width < 66;
  if (is_near) miss.likeness = std::max(miss.likeness, likeness_of_width);
}

}  // namespace

std::optional<GdeltLayout> gdelt_layout(int version, std::string_view head, const ReadOptions& options, Miss& miss) {
  RowLayout own = own_layout(version);
  const std::vector<SampleRow> rows = sample_rows(head, own.dialect);
  if (most_rows(rows, [&](const SampleRow& row) { return is_gdelt_row(own, version, row); }))
    return GdeltLayout{std::move(own), false};
  if (auto numbered = layout_of_numbered_copy(head, own)) return GdeltLayout{std::move(*numbered), true};
  auto copy = copy_layout(version, head, options, miss);
  if (!copy) explain_miss(version, usual_width(rows), miss);
  return copy;
}

}  // namespace detente::detail
