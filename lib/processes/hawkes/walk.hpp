#pragma once
/// \file
/// The one pass over the events that all sums of a Hawkes process share. For each source it carries
///
///     S = Σ m exp(−β(t − t_j)),   R = Σ m (t − t_j) exp(−β(t − t_j)) = −dS/dβ,   Q = Σ m (t − t_j)² exp(…) = −dR/dβ
///
/// of the events before now, and calls a visitor at the ends of windows, at the pieces of the background rate and at
/// events.

#include <detente/processes/hawkes/hawkes.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

namespace detente::detail {

/// The fading sums. Streams: 1 or 2. Betas: 1 (shared) or Streams. Order: the highest derivative carried.
template <std::size_t Streams, std::size_t Betas, int Order>
struct Memory {
  std::array<double, Streams> s{}, r{}, q{}, pending{};

  void fade(double dt, const std::array<double, Betas>& beta) {
    std::array<double, Betas> e;
    for (std::size_t b = 0; b < Betas; ++b) e[b] = std::exp(-beta[b] * dt);
    for (std::size_t b = 0; b < Streams; ++b) {
      const double keep = e[Betas == 1 ? 0 : b];
      if constexpr (Order > 1) q[b] = keep * (q[b] + dt * (2 * r[b] + dt * s[b]));
      if constexpr (Order > 0) r[b] = keep * (r[b] + dt * s[b]);
      s[b] = keep * s[b];
    }
  }

  /// Makes the events of the last time count, and fades the sums.
  void pass(double dt, const std::array<double, Betas>& beta) {
    for (std::size_t b = 0; b < Streams; ++b) s[b] += pending[b];
    pending = {};
    fade(dt, beta);
  }

  /// Adds an event, which counts at once, or, if `strict`, once time has passed. No address depends on the stream, so
  /// that the sums stay in registers.
  template <bool Strict>
  void happen(std::size_t stream, double mark) {
    auto& sums = Strict ? pending : s;
    if constexpr (Streams == 1) {
      sums[0] += mark;
    } else {
      sums[0] += stream == 0 ? mark : 0.0;
      sums[1] += stream == 0 ? 0.0 : mark;
    }
  }

  /// S including the events at this very time.
  double total(std::size_t b) const { return s[b] + pending[b]; }
};

/// Walks over the events. A visitor has `open(memory)`, `close(memory)`, `segment(segment)` and `event(stream, mark,
/// time, memory)`, where the memory is that just before the event. Strict: events at the same time do not trigger each
/// other.
template <std::size_t Streams, std::size_t Betas, int Order, bool Strict, class Visitor>
void walk(const HawkesEvents& events, const std::array<double, Betas>& beta, Visitor& visitor) {
  Memory<Streams, Betas, Order> memory;
  const double* const times = events.columns().times.data();
  const double* const marks = events.columns().marks.data();
  const std::uint8_t* const streams = events.columns().streams.data();
  double now = events.observation().begin();
  const auto go_to = [&](double time) { memory.pass(time - std::exchange(now, time), beta); };
  for (const HawkesEvents::Segment& segment : events.segments()) {
    if (segment.opens) {
      go_to(segment.from);
      visitor.open(memory);
    }
    visitor.segment(segment);
    for (std::size_t i = segment.first; i < segment.last; ++i) {
      if (!Strict || times[i] > now) go_to(times[i]);
      const std::size_t stream = Streams == 1 ? 0 : streams[i];
      visitor.event(stream, marks[i], now, memory);
      memory.template happen<Strict>(stream, marks[i]);
    }
    if (segment.closes) {
      go_to(segment.to);
      visitor.close(memory);
    }
  }
}

/// Calls `task.template run<Streams, Betas, Strict>()` for the shape of the parameters.
template <class Task>
auto for_shape(const HawkesEvents& events, const HawkesParameters& parameters, SameTime same_time, Task&& task) {
  const bool strict = same_time == SameTime::strict && events.has_ties();
  if (events.streams() == 1) return strict ? task.template run<1, 1, true>() : task.template run<1, 1, false>();
  if (parameters.beta.size() == 1) return strict ? task.template run<2, 1, true>() : task.template run<2, 1, false>();
  return strict ? task.template run<2, 2, true>() : task.template run<2, 2, false>();
}

/// Throws `std::invalid_argument` unless the parameters have the shape of the events and none is negative.
void check_parameters(const HawkesEvents& events, const HawkesParameters& parameters);

/// log Π of numbers ≥ 0, which takes a logarithm only when the product leaves the middle of the exponent's range.
class LogProduct {
 public:
  void times(double factor) {
    const double next = product_ * factor;
    if (next > 1e-200 && next < 1e200) {
      product_ = next;
    } else {  // also for a factor that is 0, infinite, or extreme by itself
      sum_ += std::log(product_) + std::log(factor);
      product_ = 1;
    }
  }
  double log() const { return sum_ + std::log(product_); }

 private:
  double product_ = 1;
  double sum_ = 0;
};

}  // namespace detente::detail
