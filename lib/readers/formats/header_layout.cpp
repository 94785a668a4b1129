#include "readers/formats/header_layout.hpp"

#include "readers/formats/row_sample.hpp"

namespace detente::detail {
namespace {

/// Shifts the header by a nameless column in front.
void shift(HeaderPlan& plan) {
  std::vector<std::string_view> names{""};
  names.insert(names.end(), plan.columns.names().begin(), plan.columns.names().end());
  plan.columns = Columns(names);
  for (auto& column : plan.at)
    if (column) ++*column;
}

bool has_day(const SampleRow& row, std::size_t column) {
  return column < row.size() && either_day(std::string_view(row[column]).substr(0, row[column].size() < 10 ? 8 : 10));
}

bool lacks_a_name(const HeaderPlan& plan, std::string_view head) {
  std::vector<SampleRow> rows = sample_rows(head, plan.dialect);
  if (rows.empty()) return false;
  rows.erase(rows.begin());
  const std::size_t date = *plan.at[index_of(Field::date)];
  return usual_width(rows) == plan.columns.size() + 1 &&
         most_rows(rows, [&](const SampleRow& row) { return has_day(row, date + 1) && !has_day(row, date); });
}

/// How many columns there are up to the last with a name.
std::size_t named(const HeaderPlan& plan) {
  std::size_t width = plan.columns.size();
  while (width > 1 && plan.columns.count("") > 0 && plan.columns.find(plan.columns.name(width - 1)) == std::nullopt)
    --width;
  return width;
}

}  // namespace

std::optional<RowLayout> layout_by_header(std::string_view head, std::span<const FieldName> names,
                                          const ReadOptions& options, Miss& miss) {
  HeaderPlan plan = plan_by_header(head, names, options);
  if (!plan.complete()) {
    miss = {plan.obstacle(), plan.found};
    return std::nullopt;
  }
  if (plan.at[index_of(Field::date)] && lacks_a_name(plan, head)) shift(plan);
  const std::size_t least = named(plan), most = plan.columns.size();
  return RowLayout{.dialect = plan.dialect,
                   .header = true,
                   .columns = std::move(plan.columns),
                   .at = plan.at,
                   .least = least,
                   .most = most,
                   .trailing_blanks = true};
}

}  // namespace detente::detail
