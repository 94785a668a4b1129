#pragma once
/// Reference values: a CSV of numbers by column, and the tolerance for comparing with them.

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "detente/ground/delimited.hpp"
#include "detente/ground/number.hpp"

namespace detente::test {

/// The numbers of a table; text and blanks are missing.
class Golden {
 public:
  /// `name` is a path below tests/data.
  explicit Golden(const std::string& name) : Golden(std::string(DETENTE_TEST_DATA) + "/", name) {}
  Golden(const std::string& folder, const std::string& name) {
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
  }

  std::size_t size() const { return columns_.begin()->second.size(); }
  const std::string& text(const std::string& column, std::size_t row) const { return columns_.at(column).at(row); }
  double operator()(const std::string& column, std::size_t row) const {
    return parse_number(text(column, row)).value();
  }

 private:
  std::map<std::string, std::vector<std::string>> columns_;
};

/// The tolerance of a reference value: |got − expected| <= abs + rel |expected|.
struct Tolerance {
  double rel;
  double abs;
};

inline ::testing::AssertionResult meets(double got, double expected, Tolerance tolerance) {
  if (std::abs(got - expected) <= tolerance.abs + tolerance.rel * std::abs(expected))
    return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << shortest(got) << " is not " << shortest(expected) << ", it is off by "
                                       << shortest(got - expected);
}

}  // namespace detente::test
