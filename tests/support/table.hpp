#pragma once
/// A CSV file of the tests as a table of named columns.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "detente/ground/delimited.hpp"
#include "detente/ground/number.hpp"
#include "support/reference.hpp"

namespace detente::test {

using TableRow = std::map<std::string, std::string>;

/// The file has just so many rows.
inline std::vector<TableRow> read_table(const std::string& path, std::size_t expected_rows, char delimiter = ',') {
  const auto bytes = open_unpacked(path);
  DelimitedReader reader(*bytes, {.delimiter = delimiter});
  Record record;
  std::vector<std::string> header;
  std::vector<TableRow> rows;
  while (reader.next(record)) {
    if (header.empty()) {
      header.assign(record.fields.begin(), record.fields.end());
      continue;
    }
    TableRow row;
    for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = std::string(record.fields.at(i));
    rows.push_back(std::move(row));
  }
  expect_rows(path, rows.size(), expected_rows);
  return rows;
}

/// The number in a column, or nothing where it is blank.
inline std::optional<double> number(const TableRow& row, const std::string& column) {
  return parse_number(row.at(column));
}

}  // namespace detente::test
