#include "detente/processes/hawkes/residuals.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "processes/hawkes/walk.hpp"

namespace detente {
using namespace detail;
namespace {

/// Follows each stream's expected number of events since its last event.
template <std::size_t Streams, std::size_t Betas>
class Clock {
 public:
  Clock(const HawkesEvents& events, const HawkesParameters& parameters)
      : parameters_(parameters), pieces_(events.pieces()), gaps_(Streams) {}

  template <class M>
  void open(const M& memory) {
    remember(memory);
  }
  void segment(const HawkesEvents::Segment& next) {
    if (!next.opens) baseline_until(next.from);
    piece_ = next.piece;
    to_ = next.to;
    now_ = next.from;
  }
  template <class M>
  void close(const M& memory) {
    baseline_until(to_);
    responses_until(memory);
    remember(memory);
  }
  template <class M>
  void event(std::size_t stream, double mark, double time, const M& memory) {
    baseline_until(time);
    responses_until(memory);
    gaps_[stream].push_back(expected_[stream]);
    expected_[stream] = 0;
    remember(memory);
    left_[stream] += mark;
  }
  std::vector<std::vector<double>> gaps() && { return std::move(gaps_); }

 private:
  void baseline_until(double time) {
    for (std::size_t a = 0; a < Streams; ++a) expected_[a] += parameters_.mu[a * pieces_ + piece_] * (time - now_);
    now_ = time;
  }
  /// What a source has faded by since then has become expected responses.
  template <class M>
  void responses_until(const M& memory) {
    for (std::size_t a = 0; a < Streams; ++a)
      for (std::size_t b = 0; b < Streams; ++b)
        expected_[a] += parameters_.branching[a * Streams + b] * (left_[b] - memory.total(b));
  }
  template <class M>
  void remember(const M& memory) {
    for (std::size_t b = 0; b < Streams; ++b) left_[b] = memory.total(b);
  }

  const HawkesParameters& parameters_;
  std::size_t pieces_, piece_ = 0;
  double now_ = 0, to_ = 0;
  std::array<double, Streams> expected_{}, left_{};
  std::vector<std::vector<double>> gaps_;
};

struct GapsTask {
  const HawkesEvents& events;
  const HawkesParameters& parameters;

  template <std::size_t Streams, std::size_t Betas, bool Strict>
  std::vector<std::vector<double>> run() const {
    std::array<double, Betas> beta;
    std::copy_n(parameters.beta.begin(), Betas, beta.begin());
    Clock<Streams, Betas> clock(events, parameters);
    detail::walk<Streams, Betas, 0, Strict>(events, beta, clock);
    return std::move(clock).gaps();
  }
};

/// P(K > x) of Kolmogorov's distribution.
double kolmogorov_tail(double x) {
  if (x < 0.2) return 1;  // the series converges slowly there, and the value is 1 to twelve digits
  double sum = 0;
  for (int k = 1; k <= 100; ++k) {
    const double term = std::exp(-2.0 * k * k * x * x);
    sum += k % 2 == 1 ? term : -term;
    if (term < 1e-18) break;
  }
  return std::clamp(2 * sum, 0.0, 1.0);
}

double largest_distance(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  double distance = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double expected = -std::expm1(-values[i]);
    const double below = static_cast<double>(i) / n, above = static_cast<double>(i + 1) / n;
    distance = std::max({distance, expected - below, above - expected});
  }
  return distance;
}

}  // namespace

std::vector<std::vector<double>> rescaled_gaps(const HawkesEvents& events, const HawkesParameters& parameters,
                                               SameTime same_time) {
  detail::check_parameters(events, parameters);
  return detail::for_shape(events, parameters, same_time, GapsTask{events, parameters});
}

ExponentialCheck check_exponential(std::span<const double> values) {
  ExponentialCheck out;
  out.count = values.size();
  if (values.empty()) return out;
  const auto n = static_cast<double>(values.size());
  for (const double value : values) out.mean += value / n;
  for (const double value : values) out.variance += (value - out.mean) * (value - out.mean);
  out.variance = values.size() > 1 ? out.variance / (n - 1) : 0;
  out.distance = largest_distance({values.begin(), values.end()});
  const double root = std::sqrt(n);
  out.p_value = kolmogorov_tail(out.distance * (root + 0.12 + 0.11 / root));
  return out;
}

}  // namespace detente
