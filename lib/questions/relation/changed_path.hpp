#pragma once
/// \file
/// How adding, removing or changing one act changes an index, for many such questions about one history. The history's
/// states are kept every few weeks. A change is followed from its first day until the state is, to the last bit, what
/// it was without the change, because fading forgets. So a question costs only the events within its reach, about fifty
/// half-lives, and not the whole history. If a path cannot be continued from a state (a path model, a scale that looks
/// back) or the change reaches beyond its own days (a measure), the model is run anew. Either way the numbers are the
/// same.

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "detente/questions/relation/history.hpp"

namespace detente::detail {

/// Where two paths differ most; nothing if no day has both.
struct Furthest {
  std::optional<double> difference;
  Day day;
};
Furthest furthest(std::span<const Day> days, std::span<const std::optional<double>> from,
                  std::span<const std::optional<double>> to);

class ChangedPath {
 public:
  /// `days` are every day of a span that holds all acts, including those of the changes.
  ChangedPath(std::span<const Act> acts, const Scoring& scoring, std::span<const Day> days);

  const std::vector<std::optional<double>>& index() const noexcept { return path_; }
  /// The index of other acts on the same days.
  std::vector<std::optional<double>> index_of(std::span<const Act> acts) const;
  /// How far the index moves, on the day where it moves most, without the act `take_out` (of the history) and with
  /// `put_in`; either may be null.
  Furthest effect(const Act* take_out, const Act* put_in) const;

 private:
  /// What the model sees of one direction, by stretch of days.
  struct Side {
    std::vector<Impulse> impulses;
    std::vector<std::size_t> begins;      ///< of each stretch in `impulses`, and the end
    std::vector<Reading> readings;        ///< by day
    std::vector<AnyModel::State> states;  ///< before each stretch, and at the end
  };
  struct Change;

  bool is_followed(const Act* act) const { return act == nullptr || act->standing == Standing::none; }
  Side side_of(std::vector<Impulse> impulses) const;
  std::span<const Day> days_in(std::size_t stretch) const;
  std::size_t stretch_of(Day day) const;
  std::array<Change, 2> changes_of(const Act* take_out, const Act* put_in) const;
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
