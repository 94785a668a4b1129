#pragma once
/// \file
/// One pair while events arrive: its events, the days that have to go through the rules again, its measures, and the
/// impulses that come of all of them. What an event does alone is added at once; other changes are only noted and
/// `refresh` makes them, so that a batch is coded once.
///
/// Pairs lie anywhere in memory and are reached in any order, so an event costs what it touches: what every pair has
/// lies together, what few have lies apart.

#include <boost/container/small_vector.hpp>
#include <map>
#include <memory>
#include <memory_resource>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "live/live_coder.hpp"
#include "live/live_course.hpp"

namespace detente::detail {

class alignas(cache_line) LivePair {
 public:
  /// With a course for each of these policies.
  LivePair(std::span<const DatePolicy> policies, std::pmr::memory_resource* memory);

  void add(const PairEvent& event, const LiveCoder& coder);
  void remove(const PairEvent& event);
  /// The same of events of others.
  void add(const OthersEvent& event);
  void remove(const OthersEvent& event);
  /// The same of events that are kept and never read.
  void keep(const PairEvent& event);
  void drop(const PairEvent& event);

  /// Other pairs on which events of this one may end what they opened there.
  std::span<const std::uint32_t> may_touch() const noexcept {
    return rare_ ? std::span<const std::uint32_t>(rare_->may_touch) : std::span<const std::uint32_t>();
  }
  void add_may_touch(std::uint32_t pair);
  /// The events of others who act here changed, here or on their own pair.
  void note_others() { others_changed_ = true; }
  /// Who acts here with weight, each once, as `others_number` numbers them: their own events may end what they opened.
  std::vector<std::uint64_t> acting_others() const;

  bool is_fresh() const noexcept { return dirty_.empty() && !others_changed_; }
  /// Brings the courses up to date. `own_of_others` are the events of those others on their own pairs, as
  /// `Touch::may_end`; looked at only if others' events changed.
  void refresh(const LiveCoder& coder, Volume volume, std::span<const CodedEvent> own_of_others);

  /// An event will come soon, or it will be read: to be said first for itself, later for what hangs on it.
  void look_ahead_to_event() const noexcept { look_ahead_to(this, 2 * cache_line); }
  void look_ahead_to_reading() const noexcept { look_ahead_to(this, sizeof(LivePair)); }
  void look_ahead_to_end_of_events() const noexcept { look_ahead_to_end(events_, 1); }
  void look_ahead_to_end_of_courses() const noexcept {
    for (const LiveCourse& course : courses_) course.look_ahead();
  }

  /// The pair's own events, and those of others.
  std::span<const PairEvent> events() const noexcept { return events_; }
  std::span<const OthersEvent> others() const noexcept {
    return rare_ ? std::span<const OthersEvent>(rare_->others) : std::span<const OthersEvent>();
  }
  /// The impulses by this policy, one of those named at first.
  LiveCourse& course(DatePolicy policy);

 private:
  struct StandingAct {
    Day day;
    Act act;
  };

  /// What few pairs have.
  struct Rare {
    std::vector<OthersEvent> others;  // by (day, row number)
    std::vector<std::uint32_t> may_touch;
    std::optional<OpenedByOthers> opened;  // there are none of others without it
    std::vector<StandingAct> standing;     // openings and closings
    std::set<MeasureId> changed_measures;
    std::map<Day, double> counts;  // of what `Volume::dyad` counts
  };

  Rare& rare();
  void note(Day day);
  std::vector<CodedEvent> selected(const LiveCoder& coder, Day day) const;
  void refresh_others(const LiveCoder& coder, std::span<const CodedEvent> own_of_others);
  Exposure refresh_totals(const LiveCoder& coder);
  void refresh_day(const LiveCoder& coder, Day day, const Exposure* totals);
  void refresh_measures();
  void set_standing(Day day, std::vector<Act> acts);
  void refresh_measure(const MeasureId& id);

  std::pmr::vector<PairEvent> events_;  // by (day, row number)
  std::unique_ptr<Rare> rare_;
  std::vector<Day> dirty_;
  bool others_changed_ = false;
  boost::container::small_vector<LiveCourse, 1> courses_;  // mostly one
};

}  // namespace detente::detail
