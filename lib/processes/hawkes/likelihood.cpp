// Log-likelihood, gradient and second derivatives. Each is one walk over the events.
#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "detente/ground/error.hpp"
#include "detente/processes/hawkes/hawkes.hpp"
#include "processes/hawkes/walk.hpp"

namespace detente {
using namespace detail;
namespace {

using detail::LogProduct;
using detail::Memory;
using Segment = HawkesEvents::Segment;

/// Σ m ∫ β exp(−β(t − t_j)) over the windows, by source, with its derivatives by β: how many events each source
/// triggered per unit of branching. An integral over a window is S at its beginning, plus the marks in it, minus S at
/// its end.
template <std::size_t Streams>
struct CalledForth {
  std::array<double, Streams> value{}, slope{}, bend{};

  template <class M>
  void open(const M& memory) {
    for (std::size_t b = 0; b < Streams; ++b) {
      value[b] += memory.s[b];
      slope[b] -= memory.r[b];
      bend[b] += memory.q[b];
    }
  }
  template <class M>
  void close(const M& memory) {
    for (std::size_t b = 0; b < Streams; ++b) {
      value[b] -= memory.s[b];
      slope[b] += memory.r[b];
      bend[b] -= memory.q[b];
    }
  }
};

/// The same value, term by term. This is needed if 1/β is far longer than the span, because the value is then a small
/// difference of large numbers.
double triggered_slowly(const HawkesEvents& events, std::size_t source, double beta) {
  const EventColumns& columns = events.columns();
  double sum = 0;
  for (const ObservedWindow& window : events.observation().windows) {
    for (std::size_t i = 0; i < events.size() && columns.times[i] <= window.to; ++i) {
      if (columns.streams[i] != source) continue;
      const double from = std::max(window.from, columns.times[i]);
      sum -= columns.marks[i] * std::exp(-beta * (from - columns.times[i])) * std::expm1(-beta * (window.to - from));
    }
  }
  return sum;
}

/// Parameters as fixed-size arrays, and the position of each in a row.
template <std::size_t Streams, std::size_t Betas>
struct Shape {
  std::size_t pieces;
  std::span<const double> mu;
  std::array<std::array<double, Streams>, Streams> rho, jump;  // jump = ρβ: what an event adds to a rate
  std::array<double, Betas> beta;

  explicit Shape(const HawkesParameters& p) : pieces(p.mu.size() / Streams), mu(p.mu) {
    for (std::size_t b = 0; b < Betas; ++b) beta[b] = p.beta[b];
    for (std::size_t a = 0; a < Streams; ++a) {
      for (std::size_t b = 0; b < Streams; ++b) {
        rho[a][b] = p.branching[a * Streams + b];
        jump[a][b] = rho[a][b] * beta_of(b);
      }
    }
  }
  static std::size_t beta_index(std::size_t b) { return Betas == 1 ? 0 : b; }
  double beta_of(std::size_t b) const { return beta[beta_index(b)]; }
  std::size_t at_mu(std::size_t a, std::size_t piece) const { return a * pieces + piece; }
  std::size_t at_rho(std::size_t a, std::size_t b) const { return Streams * pieces + a * Streams + b; }
  std::size_t at_beta(std::size_t b) const { return Streams * (pieces + Streams) + beta_index(b); }
};

/// Collects log λ and, for the gradient, Σ 1/λ, Σ S/λ and Σ R/λ of every receiver. Terms of the other receiver are
/// added with weight 0, so that no branch and no address depends on the data.
template <std::size_t Streams, std::size_t Betas, bool Gradient>
struct Collect {
  explicit Collect(const Shape<Streams, Betas>& the_shape) : shape(the_shape), by_mu(shape.mu.size(), 0.0) {}

  Shape<Streams, Betas> shape;
  LogProduct rates;
  CalledForth<Streams> called;
  std::array<double, Streams> mass{}, mu{}, inverse{};
  std::array<std::array<double, Streams>, Streams> s_sum{}, r_sum{};
  std::size_t piece = 0;
  std::vector<double> by_mu;

  template <class M>
  void open(const M& memory) {
    called.open(memory);
  }
  template <class M>
  void close(const M& memory) {
    called.close(memory);
    flush();
  }
  void segment(const Segment& next) {
    flush();
    piece = next.piece;
    for (std::size_t a = 0; a < Streams; ++a) mu[a] = shape.mu[shape.at_mu(a, piece)];
  }
  void flush() {
    for (std::size_t a = 0; a < Streams; ++a) by_mu[shape.at_mu(a, piece)] += inverse[a];
    inverse = {};
  }

  template <class M>
  void event(std::size_t stream, double mark, double, const M& memory) {
    const std::size_t a = Streams == 1 ? 0 : stream;
    double lambda = mu[a];
    for (std::size_t b = 0; b < Streams; ++b) lambda += shape.jump[a][b] * memory.s[b];
    rates.times(lambda);
    mass[a] += mark;
    if constexpr (Gradient) {
      const double weight = 1 / lambda;
      inverse[a] += weight;
      for (std::size_t b = 0; b < Streams; ++b) {
        s_sum[a][b] += weight * memory.s[b];
        r_sum[a][b] += weight * memory.r[b];
      }
    }
  }

  /// Call it once, after the walk.
  void complete(const HawkesEvents& events) {
    const double span = events.observation().end() - events.observation().begin();
    for (std::size_t b = 0; b < Streams; ++b) {
      called.value[b] += mass[b];
      if (shape.beta_of(b) * span < 1e-3) called.value[b] = triggered_slowly(events, b, shape.beta_of(b));
    }
  }

  double value(const HawkesEvents& events) const {
    double expected = 0;
    for (std::size_t a = 0; a < Streams; ++a) {
      for (std::size_t k = 0; k < shape.pieces; ++k)
        expected += shape.mu[shape.at_mu(a, k)] * events.piece_lengths()[k];
      for (std::size_t b = 0; b < Streams; ++b) expected += shape.rho[a][b] * called.value[b];
    }
    return rates.log() - expected;
  }

  void gradient(const HawkesEvents& events, std::span<double> out) const {
    for (std::size_t b = 0; b < Streams; ++b) out[shape.at_beta(b)] = 0;
    for (std::size_t a = 0; a < Streams; ++a) {
      for (std::size_t k = 0; k < shape.pieces; ++k)
        out[shape.at_mu(a, k)] = by_mu[shape.at_mu(a, k)] - events.piece_lengths()[k];
      for (std::size_t b = 0; b < Streams; ++b) {
        out[shape.at_rho(a, b)] = shape.beta_of(b) * s_sum[a][b] - called.value[b];
        out[shape.at_beta(b)] += shape.rho[a][b] * (s_sum[a][b] - shape.beta_of(b) * r_sum[a][b] - called.slope[b]);
      }
    }
  }
};

/// Adds the second derivatives of log λ at every event: λ″/λ − (λ′/λ)². The rate of a stream depends only on its μ, its
/// row of ρ, and the betas.
template <std::size_t Streams, std::size_t Betas>
struct Bend {
  static constexpr std::size_t known = 1 + Streams + Betas;

  Collect<Streams, Betas, true> collect;
  std::size_t size;
  std::vector<double> hessian;

  Bend(const Shape<Streams, Betas>& shape, std::size_t parameters)
      : collect(shape), size(parameters), hessian(parameters * parameters, 0.0) {}

  template <class M>
  void open(const M& memory) {
    collect.open(memory);
  }
  template <class M>
  void close(const M& memory) {
    collect.close(memory);
  }
  void segment(const Segment& next) { collect.segment(next); }
  double& at(std::size_t i, std::size_t j) { return hessian[i * size + j]; }

  template <class M>
  void event(std::size_t a, double mark, double time, const M& memory) {
    collect.event(a, mark, time, memory);
    const Shape<Streams, Betas>& shape = collect.shape;
    double lambda = collect.mu[a];
    for (std::size_t b = 0; b < Streams; ++b) lambda += shape.jump[a][b] * memory.s[b];
    add_slopes(a, lambda, memory);
    for (std::size_t b = 0; b < Streams; ++b) {
      const double beta = shape.beta_of(b);
      add_pair(shape.at_rho(a, b), shape.at_beta(b), (memory.s[b] - beta * memory.r[b]) / lambda);
      at(shape.at_beta(b), shape.at_beta(b)) += shape.rho[a][b] * (beta * memory.q[b] - 2 * memory.r[b]) / lambda;
    }
  }

  /// − (λ′/λ)²
  template <class M>
  void add_slopes(std::size_t a, double lambda, const M& memory) {
    const Shape<Streams, Betas>& shape = collect.shape;
    std::array<std::size_t, known> index{shape.at_mu(a, collect.piece)};
    std::array<double, known> slope{1 / lambda};
    for (std::size_t b = 0; b < Streams; ++b) {
      index[1 + b] = shape.at_rho(a, b);
      slope[1 + b] = shape.beta_of(b) * memory.s[b] / lambda;
      const std::size_t beta = 1 + Streams + shape.beta_index(b);
      index[beta] = shape.at_beta(b);
      slope[beta] += shape.rho[a][b] * (memory.s[b] - shape.beta_of(b) * memory.r[b]) / lambda;
    }
    for (std::size_t i = 0; i < known; ++i)
      for (std::size_t j = 0; j < known; ++j) at(index[i], index[j]) -= slope[i] * slope[j];
  }

  void add_pair(std::size_t i, std::size_t j, double term) {
    at(i, j) += term;
    at(j, i) += term;
  }

  /// Adds the terms of the expected numbers of events.
  void complete(const HawkesEvents& events) {
    collect.complete(events);
    const Shape<Streams, Betas>& shape = collect.shape;
    for (std::size_t a = 0; a < Streams; ++a) {
      for (std::size_t b = 0; b < Streams; ++b) {
        add_pair(shape.at_rho(a, b), shape.at_beta(b), -collect.called.slope[b]);
        at(shape.at_beta(b), shape.at_beta(b)) -= shape.rho[a][b] * collect.called.bend[b];
      }
    }
  }
};

struct LikelihoodTask {
  const HawkesEvents& events;
  const HawkesParameters& parameters;
  std::span<double> gradient;

  template <std::size_t Streams, std::size_t Betas, bool Strict>
  double run() const {
    return gradient.empty() ? collect<Streams, Betas, Strict, false>() : collect<Streams, Betas, Strict, true>();
  }

  template <std::size_t Streams, std::size_t Betas, bool Strict, bool Gradient>
  double collect() const {
    Collect<Streams, Betas, Gradient> visitor{Shape<Streams, Betas>(parameters)};
    detail::walk<Streams, Betas, Gradient ? 1 : 0, Strict>(events, visitor.shape.beta, visitor);
    visitor.complete(events);
    if constexpr (Gradient) visitor.gradient(events, gradient);
    return visitor.value(events);
  }
};

struct CurvatureTask {
  const HawkesEvents& events;
  const HawkesParameters& parameters;

  template <std::size_t Streams, std::size_t Betas, bool Strict>
  HawkesCurvature run() const {
    Bend<Streams, Betas> visitor(Shape<Streams, Betas>(parameters), parameters.size());
    detail::walk<Streams, Betas, 2, Strict>(events, visitor.collect.shape.beta, visitor);
    visitor.complete(events);
    HawkesCurvature out{visitor.collect.value(events), std::vector<double>(parameters.size()), {}};
    visitor.collect.gradient(events, out.gradient);
    out.hessian = std::move(visitor.hessian);
    return out;
  }
};

}  // namespace

double log_likelihood(const HawkesEvents& events, const HawkesParameters& parameters, SameTime same_time,
                      std::span<double> gradient) {
  detail::check_parameters(events, parameters);
  if (!gradient.empty() && gradient.size() != parameters.size())
    throw_invalid("gradient", std::to_string(gradient.size()), "has room for every parameter, or none");
  return detail::for_shape(events, parameters, same_time, LikelihoodTask{events, parameters, gradient});
}

HawkesCurvature curvature(const HawkesEvents& events, const HawkesParameters& parameters, SameTime same_time) {
  detail::check_parameters(events, parameters);
  return detail::for_shape(events, parameters, same_time, CurvatureTask{events, parameters});
}

}  // namespace detente
