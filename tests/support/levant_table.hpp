#pragma once
/// \file
/// The reference months of KEDS Levant as a table to compare on.

#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "detente/ground/number.hpp"
#include "detente/questions/comparison/forecast_table.hpp"
#include "support/levant_file.hpp"
#include "support/table.hpp"

namespace detente::test {

/// Columns in the order of a ForecastTable.
class LevantTable {
 public:
  LevantTable() {
    const std::vector<TableRow> rows = read_table(levant_months_file.string(), levant_rows);
    std::map<std::string, std::size_t> pairs, months;
    for (const TableRow& row : rows) {
      pairs.emplace(row.at("dyad"), pairs.size());
      months.emplace(row.at("month"), months.size());
    }
    for (const auto& [name, number] : pairs) {
      const auto colon = name.find(':');
      table_.pairs.resize(pairs.size());
      table_.pairs[number] = {name.substr(0, colon), name.substr(colon + 1)};
    }
    for (const auto& [name, number] : months) table_.periods.push_back(parse_period(name).value());
    for (const auto& [name, text] : rows.front()) columns_[name].assign(table_.origins(), missing);
    for (const TableRow& row : rows)
      for (const auto& [name, text] : row)
        if (const auto value = parse_number(text))
          columns_[name][months[row.at("month")] * pairs.size() + pairs[row.at("dyad")]] = static_cast<float>(*value);
  }

  /// Severe acts of the next month.
  ForecastTable severe() const { return asking("sev_next", OutcomeKind::count, 1); }
  /// Escalation within three months.
  ForecastTable escalation() const { return asking("esc3", OutcomeKind::event, 3); }
  const std::vector<float>& column(const std::string& name) const { return columns_.at(name); }
  /// ln(1 + x) of columns.
  InputColumns input(const std::string& name, const std::vector<std::string>& columns) const {
    InputColumns out{name, {}};
    for (const std::string& column : columns) {
      out.features.push_back(columns_.at(column));
      for (float& x : out.features.back()) x = std::log1p(x);
    }
    return out;
  }

 private:
  static constexpr float missing = std::numeric_limits<float>::quiet_NaN();
  ForecastTable asking(const std::string& outcome, OutcomeKind kind, std::size_t complete_after) const {
    ForecastTable out = table_;
    out.kind = kind;
    out.complete_after = complete_after;
    out.outcomes = columns_.at(outcome);
    out.history = columns_.at("sev");
    return out;
  }

  ForecastTable table_;
  std::map<std::string, std::vector<float>> columns_;
};

}  // namespace detente::test
