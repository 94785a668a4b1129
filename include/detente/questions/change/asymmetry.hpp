#pragma once
/// \file
/// Who is the more strained towards whom? The index of each side's acts, forward (A→B) and backward (B→A), at the end
/// of each period, and whether one side tends to move first.
///
/// **Who moves first**: the correlation of the changes from period to period of one side with those of the other, up to
/// three periods later and earlier,
///
///     r(k) = corr(ΔF(t), ΔB(t + k)),   k = −3 … 3
///
/// Of these the largest is taken: at k > 0 the forward side comes first, at k < 0 the backward side, at 0 they move
/// together. Between two unrelated series of n changes one r in twenty is outside ±2/√n, and seven are looked at; so a
/// lead is clear only above 3/√n (by chance in about one history of a hundred), and with at least 24 changes.
///
/// A lead is no cause: both may follow a third. Periods in which the model still warms up are left out. Complexity:
/// O(rows).

#include <optional>
#include <span>
#include <vector>

#include "detente/contracts/index_series.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// With fewer pairs of changes, no lead is looked for.
inline constexpr std::size_t least_lead_changes = 24;

/// Which side's changes come first.
struct SideLead {
  int lag = 0;              ///< periods by which the backward side is later; below 0: the forward side
  double correlation = 0;   ///< the largest of r(k)
  std::size_t changes = 0;  ///< pairs of changes behind it

  /// 3/√n; infinite without changes.
  double clear_above() const;
  /// Whether the correlation is above what chance gives.
  bool is_clear() const;
  /// The side that moves first; only if the lead is clear.
  std::optional<Direction> first() const;
};

/// Who is more strained towards whom.
struct Asymmetry {
  std::vector<Period> periods;
  std::vector<std::optional<double>> forward, backward;  ///< index points
  /// Of the latest period in which both are known.
  Period latest;
  /// The sides then, index points.
  double forward_now = 0, backward_now = 0;
  /// The first of the periods in a row, up to the latest, in which the same side is the more strained.
  Period since;
  /// Who moves first.
  SideLead lead = {};

  /// Index points by which the forward side is the more strained.
  double gap() const { return forward_now - backward_now; }
};

/// Nothing unless both sides are known in some period, and for a model with one run for both (they are then the same).
std::optional<Asymmetry> asymmetry(std::span<const IndexRow> rows);

}  // namespace detente
#pragma GCC visibility pop
