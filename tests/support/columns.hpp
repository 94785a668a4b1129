#pragma once
/// \file
/// Columns of numbers from a small CSV file of reference values. An empty field is NaN.

#include <fstream>
#include <limits>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/reference.hpp"

namespace detente::test {

class Columns {
 public:
  /// `name` within the folder of test data, which has just so many rows.
  Columns(const std::string& name, std::size_t expected_rows) {
    std::ifstream file(std::string(DETENTE_TEST_DATA) + "/" + name);
    if (!file) throw std::runtime_error("cannot read test data " + name);
    std::string line;
    std::getline(file, line);
    const std::vector<std::string> names = fields(line);
    while (std::getline(file, line)) {
      const std::vector<std::string> row = fields(line);
      for (std::size_t c = 0; c < names.size(); ++c)
        columns_[names[c]].push_back(c < row.size() && !row[c].empty() ? std::stod(row[c])
                                                                       : std::numeric_limits<double>::quiet_NaN());
    }
    expect_rows(name, rows(), expected_rows);
  }

  const std::vector<double>& operator[](const std::string& column) const { return columns_.at(column); }
  std::size_t rows() const { return columns_.empty() ? 0 : columns_.begin()->second.size(); }

 private:
  static std::vector<std::string> fields(const std::string& line) {
    std::vector<std::string> out;
    std::stringstream stream(line);
    for (std::string field; std::getline(stream, field, ',');) out.push_back(field);
    return out;
  }
  std::map<std::string, std::vector<double>> columns_;
};

}  // namespace detente::test
