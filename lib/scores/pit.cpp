#include "detente/scores/pit.hpp"

#include <algorithm>

#include "detente/ground/error.hpp"

namespace detente {

PitHistogram::PitHistogram(std::size_t bins) : weights_(bins) {
  if (bins == 0) throw_invalid("bins", "0", "is at least 1");
}

void PitHistogram::add(double below, double up_to) {
  if (!(0 <= below && below <= up_to && up_to <= 1)) throw_invalid("up_to", up_to, "lies between F(y - 1) and 1");
  const auto bins = static_cast<double>(weights_.size());
  const auto first = std::min(weights_.size() - 1, static_cast<std::size_t>(below * bins));
  ++forecasts_;
  if (up_to == below) {
    ++weights_[first];
    return;
  }
  for (std::size_t i = first; i < weights_.size(); ++i) {
    const double low = static_cast<double>(i) / bins, high = static_cast<double>(i + 1) / bins;
    if (low >= up_to) return;
    weights_[i] += (std::min(high, up_to) - std::max(low, below)) / (up_to - below);
  }
}

std::vector<double> PitHistogram::heights() const {
  std::vector<double> out = weights_;
  const double flat = static_cast<double>(std::max<std::size_t>(1, forecasts_)) / static_cast<double>(out.size());
  for (double& height : out) height /= flat;
  return out;
}

}  // namespace detente
