#include "detente/processes/hawkes/hawkes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>
#include <utility>

#include "detente/ground/error.hpp"
#include "processes/hawkes/walk.hpp"

namespace detente {
using namespace detail;
namespace {

void check_windows(const std::vector<ObservedWindow>& windows) {
  if (windows.empty()) throw_invalid("windows", "none", "name at least one stretch of observed days");
  double last = -std::numeric_limits<double>::infinity();
  for (const ObservedWindow& w : windows) {
    if (!std::isfinite(w.from) || !std::isfinite(w.to) || !(w.from < w.to))
      throw_invalid("window", w.from, "is finite and begins before it ends");
    if (w.from < last) throw_invalid("window", w.from, "begins after the one before it has ended");
    last = w.to;
  }
}

void check_changes(const Observation& observation) {
  double last = observation.begin();
  for (const double change : observation.changes) {
    if (!(change > last && change < observation.end()))
      throw_invalid("change of the baseline", change, "lies after the one before it and within the observed span");
    last = change;
  }
  for (const double length : observation.piece_lengths())
    if (!(length > 0)) throw_invalid("piece of the baseline", length, "has observed days");
}

/// Makes the optional columns explicit.
void complete(EventColumns& columns) {
  const std::size_t n = columns.times.size();
  if (columns.streams.empty()) columns.streams.assign(n, 0);
  if (columns.marks.empty()) columns.marks.assign(n, 1.0);
  if (columns.streams.size() != n)
    throw_invalid("streams", std::to_string(columns.streams.size()), "are as many as times, or none");
  if (columns.marks.size() != n)
    throw_invalid("marks", std::to_string(columns.marks.size()), "are as many as times, or none");
}

void check_columns(const EventColumns& columns, int streams) {
  for (std::size_t i = 0; i < columns.times.size(); ++i) {
    if (!std::isfinite(columns.times[i])) throw_invalid("time", columns.times[i], "is finite");
    if (i > 0 && columns.times[i] < columns.times[i - 1])
      throw_invalid("time", columns.times[i], "is not before the one before it");
    if (columns.streams[i] >= streams)
      throw_invalid("stream", std::to_string(columns.streams[i]), "is below " + std::to_string(streams));
    require_within("mark", columns.marks[i], 0, std::numeric_limits<double>::max());
  }
}

}  // namespace

double Observation::length() const {
  double sum = 0;
  for (const ObservedWindow& w : windows) sum += w.to - w.from;
  return sum;
}

std::vector<double> Observation::piece_lengths() const {
  std::vector<double> out(pieces(), 0.0);
  for (const ObservedWindow& w : windows) {
    for (std::size_t k = 0; k < pieces(); ++k) {
      const double from = k == 0 ? w.from : std::max(w.from, changes[k - 1]);
      const double to = k == changes.size() ? w.to : std::min(w.to, changes[k]);
      out[k] += std::max(0.0, to - from);
    }
  }
  return out;
}

std::size_t Observation::piece_at(double time) const {
  return static_cast<std::size_t>(std::upper_bound(changes.begin(), changes.end(), time) - changes.begin());
}

HawkesEvents::HawkesEvents(EventColumns columns, int streams, Observation observation)
    : columns_(std::move(columns)), streams_(streams), observation_(std::move(observation)) {
  if (streams != 1 && streams != 2) throw_invalid("streams", std::to_string(streams), "are 1 or 2");
  check_windows(observation_.windows);
  check_changes(observation_);
  complete(columns_);
  check_columns(columns_, streams_);
  lengths_ = observation_.piece_lengths();
  length_ = observation_.length();
  has_ties_ = std::adjacent_find(columns_.times.begin(), columns_.times.end()) != columns_.times.end();
  counts_.assign(static_cast<std::size_t>(streams) * pieces(), 0);
  cut();
}

/// Cuts the events into segments: a window's events, piece by piece.
void HawkesEvents::cut() {
  std::size_t at = 0;
  for (const ObservedWindow& window : observation_.windows) {
    double from = window.from;
    const std::size_t last_piece = std::max(observation_.piece_at(from), observation_.piece_at(window.to));
    for (std::size_t piece = observation_.piece_at(from); piece <= last_piece; ++piece) {
      const double to = piece < last_piece ? observation_.changes[piece] : window.to;
      Segment segment{at, at, piece, from, from == window.from, piece == last_piece, to};
      const auto here = [&](double time) { return piece < last_piece ? time < to : time <= to; };
      for (; at < size() && here(columns_.times[at]); ++at) {
        if (columns_.times[at] < from) throw_invalid("time", columns_.times[at], "lies in an observed window");
        ++counts_[columns_.streams[at] * pieces() + piece];
      }
      segment.last = at;
      segments_.push_back(segment);
      from = to;
    }
  }
  if (at < size()) throw_invalid("time", columns_.times[at], "lies in an observed window");
}

std::size_t HawkesEvents::count(int stream) const {
  std::size_t sum = 0;
  for (std::size_t k = 0; k < pieces(); ++k) sum += count(stream, k);
  return sum;
}

std::size_t HawkesEvents::count(int stream, std::size_t piece) const {
  return counts_[static_cast<std::size_t>(stream) * pieces() + piece];
}

std::vector<double> HawkesParameters::row() const {
  std::vector<double> out(mu);
  out.insert(out.end(), branching.begin(), branching.end());
  out.insert(out.end(), beta.begin(), beta.end());
  return out;
}

HawkesParameters HawkesParameters::with(std::span<const double> row) const {
  if (row.size() != size())
    throw_invalid("row", std::to_string(row.size()), "has " + std::to_string(size()) + " numbers");
  HawkesParameters out = *this;
  auto from = row.begin();
  for (auto* part : {&out.mu, &out.branching, &out.beta})
    for (double& value : *part) value = *from++;
  return out;
}

std::optional<double> HawkesParameters::half_life(std::size_t source) const {
  double responses = 0;
  const std::size_t streams = branching.size() == 1 ? 1 : 2;
  for (std::size_t i = 0; i < branching.size(); ++i)
    if (beta.size() == 1 || i % streams == source) responses += branching[i];
  if (!(responses > 0)) return std::nullopt;
  return std::numbers::ln2 / beta[beta.size() == 1 ? 0 : source];
}

double HawkesParameters::spectral_radius() const {
  if (branching.size() == 1) return branching[0];
  const double half_trace = (branching[0] + branching[3]) / 2;
  const double half_gap = (branching[0] - branching[3]) / 2;
  return half_trace + std::sqrt(half_gap * half_gap + branching[1] * branching[2]);
}

double intensity(const HawkesEvents& events, const HawkesParameters& parameters, int stream, double time) {
  detail::check_parameters(events, parameters);
  const auto a = static_cast<std::size_t>(stream);
  const auto streams = static_cast<std::size_t>(events.streams());
  double rate = parameters.mu[a * events.pieces() + events.observation().piece_at(time)];
  const EventColumns& columns = events.columns();
  for (std::size_t i = 0; i < events.size() && columns.times[i] < time; ++i) {
    const std::size_t b = columns.streams[i];
    const double beta = parameters.beta[parameters.beta.size() == 1 ? 0 : b];
    rate +=
        parameters.branching[a * streams + b] * columns.marks[i] * beta * std::exp(-beta * (time - columns.times[i]));
  }
  return rate;
}

void detail::check_parameters(const HawkesEvents& events, const HawkesParameters& parameters) {
  const auto streams = static_cast<std::size_t>(events.streams());
  const auto require_count = [](const char* name, const std::vector<double>& values, std::size_t count) {
    if (values.size() != count)
      throw_invalid(name, std::to_string(values.size()) + " numbers", "has " + std::to_string(count) + " here");
    for (const double value : values) require_within(name, value, 0, std::numeric_limits<double>::max());
  };
  require_count("mu", parameters.mu, streams * events.pieces());
  require_count("branching", parameters.branching, streams * streams);
  require_count("beta", parameters.beta, parameters.beta.size() == streams ? streams : 1);
}

}  // namespace detente
