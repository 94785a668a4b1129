#pragma once
/// \file
/// Observations that own their columns, and those of tests/data/statespace.

#include <optional>
#include <string>
#include <vector>

#include "detente/models/kalman.hpp"
#include "support/columns.hpp"

namespace detente::test {

struct Series {
  std::vector<double> time, value, variance;
  operator Observations() const { return {time, value, variance}; }  // NOLINT(google-explicit-constructor)
};

/// `h`: one variance for all; without it the file must have a column sd.
inline Series read_series(const std::string& name, std::optional<double> h = {}) {
  const Columns columns("statespace/" + name + ".csv");
  Series out{columns["t"], columns["y"], h ? std::vector<double>(columns.rows(), *h) : columns["sd"]};
  for (double& v : out.variance) v = h ? v : v * v;
  return out;
}

}  // namespace detente::test
