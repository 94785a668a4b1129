#pragma once
/// \file
/// What one act more, less or otherwise does to an index, for many such questions about one history. The history's
/// states are kept every few weeks; a change is followed from its first day on, and only until the state is again, to
/// the last bit, what it was without it: fading forgets. So a question costs what happens within its reach, about fifty
/// half-lives, and not the history. What cannot be continued from a state (a path model, a scale that looks back) or
/// reaches beyond its own days (a measure) is scored anew. Either way the numbers are the same.

#include <optional>
#include <span>
#include <vector>

#include "detente/questions/relation/history.hpp"

namespace detente::detail {

/// Where two paths differ most; nothing where none of the days has both.
struct Furthest {
  std::optional<double> difference;
  Day day;
};
Furthest furthest(std::span<const Day> days, std::span<const std::optional<double>> from,
                  std::span<const std::optional<double>> to);

class ChangedPath {
 public:
  /// `days` are every day of a span that holds all acts, of the changes too.
  ChangedPath(std::span<const Act> acts, const Scoring& scoring, std::span<const Day> days);

  const std::vector<std::optional<double>>& index() const noexcept { return path_; }
  /// The index of other acts on the same days.
  std::vector<std::optional<double>> index_of(std::span<const Act> acts) const;
  /// How far the index moves, on the day where it moves most, without the one act (of the history) and with the other;
  /// either may be nothing.
  Furthest effect(const Act* take_out, const Act* put_in) const;

 private:
  /// One direction: what the model sees of it, by stretch of days.
  struct Side {
    std::vector<Impulse> impulses;
    std::vector<std::size_t> begins;      ///< of each stretch in `impulses`, and the end
    std::vector<Reading> readings;        ///< by day
    std::vector<AnyModel::State> states;  ///< before each stretch, and in the end
  };
  struct Change;

  bool is_followed(const Act* act) const { return act == nullptr || act->standing == Standing::none; }
  Side side_of(std::vector<Impulse> impulses) const;
  std::span<const Day> days_in(std::size_t stretch) const;
  std::size_t stretch_of(Day day) const;
  void follow(Change& change, const Side& side, std::size_t stretch) const;
  Furthest scored_anew(const Act* take_out, const Act* put_in) const;

  std::span<const Act> acts_;
  const Scoring* scoring_;
  std::span<const Day> days_;
  std::vector<std::optional<double>> path_;
  bool follows_ = false;
  bool undirected_ = false;
  Side forward_, backward_;
};

}  // namespace detente::detail
