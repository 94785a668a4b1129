#pragma once
/// \file
/// Observations that own their columns, and those of tests/data/statespace.

#include <map>
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

/// A table of tests/data/statespace, whole.
inline Columns statespace(const std::string& name) {
  static const std::map<std::string, std::size_t> rows{
      {"nile", 100},           {"nile_missing", 100}, {"nile_level_fixed", 100}, {"nile_level_missing", 100},
      {"nile_level_mle", 100}, {"synth", 5000},       {"synth_level", 133},      {"synth_ou", 133}};
  return {"statespace/" + name + ".csv", rows.at(name)};
}

/// `h`: one variance for all; without it the file has a column sd.
inline Series read_series(const std::string& name, std::optional<double> h = {}) {
  const Columns columns = statespace(name);
  Series out{columns["t"], columns["y"], h ? std::vector<double>(columns.rows(), *h) : columns["sd"]};
  for (double& v : out.variance) v = h ? v : v * v;
  return out;
}

}  // namespace detente::test
