#pragma once
/// \file
/// Columns of numbers from a small CSV file of reference values. An empty field is NaN.

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace detente::test {

class Columns {
 public:
  /// `name` within the folder of test data.
  explicit Columns(const std::string& name) {
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
  }

  const std::vector<double>& operator[](const std::string& column) const { return columns_.at(column); }
  std::size_t rows() const { return columns_.begin()->second.size(); }

 private:
  static std::vector<std::string> fields(const std::string& line) {
    std::vector<std::string> out;
    std::stringstream stream(line);
    for (std::string field; std::getline(stream, field, ',');) out.push_back(field);
    return out;
  }
  std::map<std::string, std::vector<double>> columns_;
};

/// The tolerance of a reference value: |got − expected| ≤ absolute + relative |expected|.
struct Tolerance {
  double relative;
  double absolute;
};
inline ::testing::AssertionResult matches(double got, double expected, Tolerance within) {
  if (std::abs(got - expected) <= within.absolute + within.relative * std::abs(expected))
    return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << "got " << ::testing::PrintToString(got) << ", expected "
                                       << ::testing::PrintToString(expected);
}

}  // namespace detente::test
