#pragma once
/// Reference values: a CSV of numbers by column.

#include <map>
#include <string>
#include <vector>

#include "detente/ground/delimited.hpp"
#include "detente/ground/number.hpp"
#include "support/reference.hpp"

namespace detente::test {

/// The numbers of a table; text and blanks are missing.
class Golden {
 public:
  /// `name` is a path below tests/data, of a file that has just so many rows.
  Golden(const std::string& name, std::size_t rows) : Golden(std::string(DETENTE_TEST_DATA) + "/", name, rows) {}
  Golden(const std::string& folder, const std::string& name, std::size_t rows) {
    const auto bytes = open_unpacked(folder + name);
    DelimitedReader reader(*bytes);
    Record record;
    std::vector<std::string> header;
    while (reader.next(record)) {
      if (header.empty())
        header.assign(record.fields.begin(), record.fields.end());
      else
        for (std::size_t i = 0; i < header.size(); ++i) columns_[header[i]].emplace_back(record.fields.at(i));
    }
    expect_rows(name, size(), rows);
  }

  std::size_t size() const { return columns_.empty() ? 0 : columns_.begin()->second.size(); }
  const std::string& text(const std::string& column, std::size_t row) const { return columns_.at(column).at(row); }
  double operator()(const std::string& column, std::size_t row) const {
    return parse_number(text(column, row)).value();
  }

 private:
  std::map<std::string, std::vector<std::string>> columns_;
};

}  // namespace detente::test
