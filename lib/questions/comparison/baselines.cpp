#include "questions/comparison/baselines.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace detente::detail {
namespace {

constexpr std::size_t mean_periods = 12;

/// A running mean of the values present; NaN if there are none.
struct RunningMean {
  double sum = 0;
  std::size_t count = 0;
  void add(float x, int times) {
    if (std::isnan(x)) return;
    sum += times * static_cast<double>(x);
    count += static_cast<std::size_t>(times);
  }
  float entered() const {
    return count == 0 ? std::numeric_limits<float>::quiet_NaN()
                      : static_cast<float>(std::log1p(std::max(0.0, sum / static_cast<double>(count))));
  }
};

}  // namespace

InputColumns last_value(const ForecastTable& table) {
  std::vector<float> column(table.history.size());
  for (std::size_t i = 0; i < column.size(); ++i) column[i] = std::log1p(table.history[i]);
  return {"last value", {std::move(column)}, true};
}

InputColumns own_history(const ForecastTable& table) {
  const std::size_t pairs = table.pairs.size();
  InputColumns out = last_value(table);
  out.name = "own history";
  out.features.resize(3, std::vector<float>(table.history.size()));
  for (std::size_t pair = 0; pair < pairs; ++pair) {
    RunningMean twelve, all;
    for (std::size_t i = pair, t = 0; i < table.history.size(); i += pairs, ++t) {
      twelve.add(table.history[i], 1);
      all.add(table.history[i], 1);
      if (t >= mean_periods) twelve.add(table.history[i - mean_periods * pairs], -1);
      out.features[1][i] = twelve.entered();
      out.features[2][i] = all.entered();
    }
  }
  return out;
}

std::string_view own_history_column(std::size_t feature) {
  constexpr std::array names{"last value", "the mean of the last twelve", "the mean of all so far"};
  return names.at(feature);
}

}  // namespace detente::detail
