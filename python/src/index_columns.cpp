#include "index_columns.hpp"

namespace detente::python {
namespace {

void add_row(Table& table, const IndexSeries& series, const IndexRow& row) {
  auto column = table.begin();
  (column++)->text(series.dyad.source);
  (column++)->text(series.dyad.target);
  (column++)->text(row.period.label());
  (column++)->day(row.period.first);
  (column++)->day(row.period.last_day());
  for (const auto& value : {row.index, row.lower, row.upper, row.level, row.heat, row.measures})
    (column++)->number(value);
  (column++)->whole(row.events);
  (column++)->number(row.support);
  column->truth(series.warm_from ? std::optional(row.warming_up) : std::nullopt);
}

}  // namespace

IndexColumns::IndexColumns(bool first_values, bool envelope)
    : first_values_(first_values), envelope_(envelope), table_(std::make_shared<Table>()) {
  using enum ColumnType;
  const auto add = [&](ColumnType type, std::initializer_list<const char*> names) {
    for (const char* name : names) table_->emplace_back(name, type);
  };
  add(text, {"source", "target", "period"});
  add(day, {"first_day", "last_day"});
  add(number, {"index", "lower", "upper", "level", "heat", "measures"});
  add(whole, {"events"});
  add(number, {"support"});
  add(truth, {"warming_up"});
  if (envelope_) add(number, {"lowest", "highest"});
  if (!first_values_) return;
  add(number, {"first"});
  add(day, {"first_as_of"});
  add(number, {"revision"});
}

void IndexColumns::add(const IndexSeries& series) {
  constexpr std::size_t always = 14;
  for (std::size_t i = 0; i < series.rows.size(); ++i) {
    add_row(*table_, series, series.rows[i]);
    auto column = table_->begin() + always;
    if (envelope_) (column++)->number(series.rows[i].lowest);
    if (envelope_) (column++)->number(series.rows[i].highest);
    if (!first_values_) continue;
    (column++)->number(series.first_values[i].index);
    (column++)->day(series.first_values[i].as_of);
    column->number(series.revision(i));
  }
}

}  // namespace detente::python
