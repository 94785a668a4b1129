#pragma once
/// \file
/// The output of `diff`: every difference between two coders' histories with its effect on the index, the largest
/// first, and the two indices at their end and where they are furthest apart. Also as CSV, with one line for each field
/// that differs.

#include <string>

#include "detente/contracts/event_finder.hpp"
#include "detente/output/wording/headline.hpp"
#include "detente/questions/coding/coder_diff.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// A comparison and what was compared; it refers to its parts, which must outlive it.
struct DiffView {
  /// What was found.
  const CoderDiff& diff;
  EventFinder left;
  EventFinder right;
  /// Of the first coder's file.
  std::string left_name;
  /// Of the second coder's file.
  std::string right_name;
  /// The pair that was compared.
  Dyad pair;
};

/// The event of a difference as the first coder has it, or else as the second.
Event event_of(const DiffView& view, const EventDifference& difference);

/// The largest differences first.
std::string diff_table(const DiffView& view, Script script = Script::unicode);
/// `number,effect,effect_day,source,target,left_line,right_line,field,left,right`: an event that only one coder has is
/// given as the field `event`. Differences are numbered from 1, the largest effect first.
std::string diff_csv(const DiffView& view);

}  // namespace detente
#pragma GCC visibility pop
