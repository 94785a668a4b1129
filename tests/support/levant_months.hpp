#pragma once
/// The reference months of KEDS Levant as a calibration takes them.

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "detente/questions/ahead/calibration_fit.hpp"
#include "support/levant_file.hpp"

namespace detente::test {

/// ln(1 + max(0, H_h − ρ n_h)/κ) of a row.
inline double levant_strain(const Golden& golden, const std::string& h, std::size_t row, double rho, double kappa) {
  const double net = golden("H_" + h, row) - rho * golden("n_" + h, row);
  return std::log1p(std::max(0.0, net) / kappa);
}

/// Every month that has a next one, as input to a calibration.
inline std::vector<CalibrationMonth> calibration_months(const Golden& golden, double rho, double kappa) {
  std::map<std::string, std::size_t> pairs;
  std::vector<CalibrationMonth> out;
  for (std::size_t i = 0; i < golden.size(); ++i) {
    const std::size_t pair = pairs.try_emplace(golden.text("dyad", i), pairs.size()).first->second;
    if (golden.text("sev_next", i).empty()) continue;
    out.push_back({pair, levant_strain(golden, "14", i, rho, kappa), levant_strain(golden, "120", i, rho, kappa),
                   golden("sev_next", i)});
  }
  return out;
}

}  // namespace detente::test
