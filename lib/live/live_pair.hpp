#pragma once
/// \file
/// One pair while events arrive: its events, the days that have to go through the rules again, its measures, and the
/// impulses that come of all of them. Changes are only noted; `refresh` makes them, so that a batch is coded once.

#include <boost/container/small_vector.hpp>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "live/live_coder.hpp"
#include "live/live_course.hpp"

namespace detente::detail {

class LivePair {
 public:
  /// With a course for each of these policies.
  explicit LivePair(std::span<const DatePolicy> policies);

  void add(const PairEvent& event);
  void remove(const PairEvent& event);
  /// For events that are kept and never read.
  void forget_changes() {
    added_.clear();
    dirty_.clear();
  }
  /// Other pairs on which events of this one may end what they opened there.
  std::span<const std::uint32_t> may_touch() const noexcept { return may_touch_; }
  void add_may_touch(std::uint32_t pair);
  /// The events of others who act here changed, here or on their own pair.
  void note_others() { others_changed_ = true; }
  /// Who acts here with weight, each once, as `others_number` numbers them: their own events may end what they opened.
  std::vector<std::uint64_t> acting_others() const;

  bool is_fresh() const noexcept { return added_.empty() && dirty_.empty() && !others_changed_; }
  /// Brings the courses up to date. `own_of_others` are the events of those others on their own pairs, as
  /// `Touch::may_end`; looked at only if others' events changed.
  void refresh(const LiveCoder& coder, Volume volume, std::span<const CodedEvent> own_of_others);

  /// It will be asked soon: first for itself, later for what hangs on it.
  void look_ahead_to_it() const noexcept;
  void look_ahead() const noexcept;

  std::span<const PairEvent> events() const noexcept { return events_; }
  /// The impulses by this policy, one of those named at first.
  LiveCourse& course(DatePolicy policy);

 private:
  struct StandingAct {
    Day day;
    Act act;
  };

  std::vector<CodedEvent> selected(const LiveCoder& coder, Day day) const;
  void refresh_added(const LiveCoder& coder);
  void refresh_others(const LiveCoder& coder, std::span<const CodedEvent> own_of_others);
  Exposure refresh_totals(const LiveCoder& coder);
  void refresh_day(const LiveCoder& coder, Day day, const Exposure* totals);
  void set_standing(Day day, std::vector<Act> acts);
  void refresh_measure(const MeasureId& id);

  std::vector<PairEvent> events_;                       // by (day, row number)
  std::vector<PairEvent> others_;                       // those of them that are others', in the same order
  boost::container::small_vector<PairEvent, 1> added_;  // since the last refresh
  boost::container::small_vector<Day, 2> dirty_;
  bool others_changed_ = false;
  boost::container::small_vector<LiveCourse, 1> courses_;  // mostly one; within, because pairs lie anywhere in memory
  std::vector<std::uint32_t> may_touch_;
  std::optional<OpenedByOthers> opened_;  // there are none of others without it
  std::vector<StandingAct> standing_;     // openings and closings
  std::set<MeasureId> changed_measures_;
  std::map<Day, double> counts_;  // of what `Volume::dyad` counts
};

}  // namespace detente::detail
