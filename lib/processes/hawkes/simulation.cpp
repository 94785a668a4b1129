#include "detente/processes/hawkes/simulation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

#include "detente/ground/error.hpp"
#include "detente/ground/random.hpp"
#include "processes/hawkes/walk.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

struct Arrival {
  double time = never;
  std::size_t stream = 0;
};

/// One simulation. `excitation_[b]` is the fading sum S of source b.
class Run {
 public:
  Run(const HawkesParameters& parameters, std::size_t streams, const Observation& observation,
      const HawkesSimulation& options)
      : p_(parameters), streams_(streams), observation_(observation), options_(options), draws_(options.seed) {}

  EventColumns events() {
    now_ = observation_.begin();
    while (now_ < observation_.end()) {
      const double change = next_change();
      const Arrival next = next_arrival();
      ++step_;
      go_to(std::min(next.time, change));
      if (next.time < change) add(next.stream);
    }
    return std::move(out_);
  }

 private:
  /// The next time the background rate changes, or the end. Until then all waiting times are memoryless.
  double next_change() const {
    const std::size_t piece = observation_.piece_at(now_);
    return piece < observation_.changes.size() ? observation_.changes[piece] : observation_.end();
  }

  double uniform(std::uint64_t cause) const {
    return draws_.uniform(Purpose::arrival, options_.draw, step_ << 3 | cause);
  }
  double beta(std::size_t b) const { return p_.beta[p_.beta.size() == 1 ? 0 : b]; }

  Arrival next_arrival() const {
    Arrival first;
    const auto offer = [&](double wait, std::size_t stream) {
      if (now_ + wait < first.time) first = {now_ + wait, stream};
    };
    for (std::size_t a = 0; a < streams_; ++a) {
      const double mu = p_.mu[a * observation_.pieces() + observation_.piece_at(now_)];
      offer(mu > 0 ? -std::log(uniform(a)) / mu : never, a);
      for (std::size_t b = 0; b < streams_; ++b) offer(wait_for_response(a, b), a);
    }
    return first;
  }

  /// The responses of a to b still to come are Poisson with mean ρS, at delays of density β exp(−β·delay).
  double wait_for_response(std::size_t a, std::size_t b) const {
    const double mean = p_.branching[a * streams_ + b] * excitation_[b];
    if (!(mean > 0)) return never;
    const double left = 1 + std::log(uniform(2 + 2 * a + b)) / mean;
    return left > 0 ? -std::log(left) / beta(b) : never;
  }

  void go_to(double time) {
    for (std::size_t b = 0; b < streams_; ++b) excitation_[b] *= std::exp(-beta(b) * (time - now_));
    now_ = time;
  }

  void add(std::size_t stream) {
    const double mark = draw_mark();
    excitation_[stream] += mark;
    if (++made_ > options_.max_events)
      throw_invalid("branching", p_.spectral_radius(),
                    "triggers at most max_events = " + std::to_string(options_.max_events) + " events");
    const auto seen = [&](const ObservedWindow& w) { return now_ >= w.from && now_ <= w.to; };
    if (std::none_of(observation_.windows.begin(), observation_.windows.end(), seen)) return;
    out_.times.push_back(now_);
    out_.streams.push_back(static_cast<std::uint8_t>(stream));
    out_.marks.push_back(mark);
  }

  double draw_mark() const {
    if (options_.marks.empty()) return 1;
    const double u = draws_.uniform(Purpose::mark, options_.draw, step_);
    return options_.marks[static_cast<std::size_t>(u * static_cast<double>(options_.marks.size()))];
  }

  const HawkesParameters& p_;
  std::size_t streams_;
  const Observation& observation_;
  const HawkesSimulation& options_;
  Draws draws_;
  EventColumns out_;
  std::array<double, 2> excitation_{};
  double now_ = 0;
  std::uint64_t step_ = 0;
  std::size_t made_ = 0;
};

}  // namespace

HawkesEvents simulate(const HawkesParameters& parameters, int streams, const Observation& observation,
                      const HawkesSimulation& options) {
  detail::check_parameters(HawkesEvents({}, streams, observation), parameters);
  EventColumns columns = Run(parameters, static_cast<std::size_t>(streams), observation, options).events();
  return HawkesEvents(std::move(columns), streams, observation);
}

}  // namespace detente
