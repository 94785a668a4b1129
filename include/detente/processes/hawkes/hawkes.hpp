#pragma once
/// \file
/// Events that trigger events: a Hawkes process of one or two streams with exponential memory.
///
///     λ_a(t) = μ_a(t) + Σ_b ρ_ab β_b Σ_{t_j < t, stream b} m_j exp(−β_b (t − t_j))        events per day
///
/// Stream a receives and b is the source. The **branching ratio** ρ_ab is the number of events of stream a that one
/// event of stream b with mark 1 triggers directly, in total; 1/β is the mean delay of a response in days, ln 2/β its
/// half-life. μ_a is the background rate, constant or piecewise constant. Landmarks: ρ = 0 is the Poisson process; with
/// one stream the mean rate is μ/(1 − ρ); if the spectral radius of ρ is 1 or more, the process explodes.
///
/// The likelihood covers only what was observed: log L = Σ log λ(t_i) − Σ_a ∫ λ_a over the observed windows. A time in
/// which nothing was recorded must not be part of a window, or it is read as calm: two such silences push ρ from .57 to
/// .997 in a test. Excitation from before a gap still fades through it. The process begins cold: nothing before the
/// first window triggers anything.
///
/// It cannot tell excitation from a drifting rate: a rate that rises and falls makes events cluster just as much.
///
/// Cost: one exponential and one division per event, and a logarithm now and then. The state fades by differences of
/// time only, R ← e(R + dt·S), S ← e·S, so that epochs and gaps of a million days are ordinary inputs.
///
/// Source: Hawkes 1971; the recursion: Ozaki 1979.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#pragma GCC visibility push(default)
namespace detente {

/// An observed interval of time, in days; both ends belong to it.
struct ObservedWindow {
  double from = 0;
  double to = 0;
  friend bool operator==(const ObservedWindow&, const ObservedWindow&) = default;
};

/// What was observed, and where the background rate may change: windows and changes in ascending order, with each
/// change within the span of the windows. A piece of the background rate reaches from a change (included) to the next.
struct Observation {
  /// In order, without overlap.
  std::vector<ObservedWindow> windows;
  /// Times at which the background rates change, days, ascending.
  std::vector<double> changes = {};

  /// How many pieces the background rate has.
  std::size_t pieces() const { return changes.size() + 1; }
  /// Of the first window, days.
  double begin() const { return windows.front().from; }
  /// Of the last window, days.
  double end() const { return windows.back().to; }
  /// Days observed, in total and in each piece.
  double length() const;
  /// Observed days in each piece.
  std::vector<double> piece_lengths() const;
  /// The piece that the time belongs to.
  std::size_t piece_at(double time) const;
};

/// The events: times in days, ascending (equal times are allowed), the stream of each (0 or 1), and its mark (≥ 0: how
/// strongly it triggers). No streams: all 0; no marks: all 1.
struct EventColumns {
  /// Days, ascending.
  std::vector<double> times = {};
  /// 0, 1, …: whose event it is.
  std::vector<std::uint8_t> streams = {};
  /// At least 0: how much it triggers; empty for 1 each.
  std::vector<double> marks = {};
};

/// Events with their observation, checked once and immutable. Threads: any number may use an object at once.
class HawkesEvents {
 public:
  /// Consecutive events within one window and one piece.
  struct Segment {
    std::size_t first = 0, last = 0;
    /// Of the background rate.
    std::size_t piece = 0;
    double from = 0;
    bool opens = false;   ///< the first of its window
    bool closes = false;  ///< the last of its window
    double to = 0;
  };

  /// Throws `std::invalid_argument` for columns of unequal length, times that descend, are not finite or are outside
  /// the windows, streams out of range, negative marks, windows or changes that break their rule.
  HawkesEvents(EventColumns columns, int streams, Observation observation);

  /// How many events there are.
  std::size_t size() const noexcept { return columns_.times.size(); }
  /// How many streams there are.
  int streams() const noexcept { return streams_; }
  /// How many pieces the background rate has.
  std::size_t pieces() const noexcept { return lengths_.size(); }
  /// As given.
  const EventColumns& columns() const noexcept { return columns_; }
  /// As given.
  const Observation& observation() const noexcept { return observation_; }
  /// Windows cut where the background rate changes, in order.
  std::span<const Segment> segments() const noexcept { return segments_; }
  /// Observed days in each piece.
  std::span<const double> piece_lengths() const noexcept { return lengths_; }
  /// Observed days in all.
  double length() const noexcept { return length_; }
  /// The number of events in a stream, and in a stream within a piece, and whether any two have the same time.
  std::size_t count(int stream) const;
  /// Events of a stream within a piece.
  std::size_t count(int stream, std::size_t piece) const;
  /// Whether any two events have the same time.
  bool has_ties() const noexcept { return has_ties_; }

 private:
  void cut();

  EventColumns columns_;
  int streams_;
  Observation observation_;
  std::vector<double> lengths_;
  std::vector<Segment> segments_;
  std::vector<std::size_t> counts_;
  double length_ = 0;
  bool has_ties_ = false;
};

/// Parameters, none of them negative. As one row of numbers, their order is mu, branching, beta.
struct HawkesParameters {
  std::vector<double> mu;         ///< events per day: streams × pieces, all pieces of stream 0 first
  std::vector<double> branching;  ///< streams × streams, row by row: receiver, then source
  std::vector<double> beta;       ///< per day: one for all, or one for each source

  /// How many numbers there are.
  std::size_t size() const { return mu.size() + branching.size() + beta.size(); }
  /// mu, branching, beta.
  std::vector<double> row() const;
  /// The same shape with other numbers.
  HawkesParameters with(std::span<const double> row) const;
  /// Half-life of a response to the source in days, ln 2/β; nothing if nothing responds, since β then has no meaning.
  std::optional<double> half_life(std::size_t source = 0) const;
  /// Largest absolute eigenvalue of the branching ratios; at 1 or above the process explodes. This is for events with
  /// mark 1; for others, multiply by the mean mark.
  double spectral_radius() const;
  friend bool operator==(const HawkesParameters&, const HawkesParameters&) = default;
};

/// Can events at the same time trigger each other? `strict`: no. `sequential`: an earlier row can trigger a later one,
/// so that with whole days as times an answer takes no time at all.
enum class SameTime : std::uint8_t { strict, sequential };

/// Log-likelihood; −∞ if an event meets a rate of 0. If `gradient` has room (`parameters.size()` numbers, in the order
/// of `row`), it gets the exact gradient. Throws `std::invalid_argument` if the parameters do not have the shape of the
/// events.
double log_likelihood(const HawkesEvents& events, const HawkesParameters& parameters, SameTime same_time = {},
                      std::span<double> gradient = {});

/// Value, gradient and matrix of second derivatives (row by row, symmetric), all analytic and in one pass.
struct HawkesCurvature {
  double value = 0;
  /// Of the log-likelihood, in the order of `HawkesParameters::row`.
  std::vector<double> gradient;
  /// Row by row, symmetric.
  std::vector<double> hessian;
};
/// Throws as `log_likelihood` does.
HawkesCurvature curvature(const HawkesEvents& events, const HawkesParameters& parameters, SameTime same_time = {});

/// λ_a at time t, given the events before it. The plain sum of the formula: O(events), for plots and tests.
double intensity(const HawkesEvents& events, const HawkesParameters& parameters, int stream, double time);

}  // namespace detente
#pragma GCC visibility pop
