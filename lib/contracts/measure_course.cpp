#include "contracts/measure_course.hpp"

#include <algorithm>
#include <array>

#include "contracts/change_list.hpp"
#include "contracts/course_state.hpp"
#include "contracts/measure_plan.hpp"

namespace detente::detail {
namespace {

constexpr std::size_t most_parts = 200;
/// The limit on states × remembered acts × days of the measure; and the number of states that is always allowed.
constexpr double most_work = 160'000, least_states = 16;

/// Follows the states from day to day.
class Follower {
 public:
  explicit Follower(MeasurePlan plan) : plan_(std::move(plan)), days_(static_cast<double>(plan_.days.size())) {
    courses_.push_back({});
  }

  std::vector<Change> follow() {
    for (const Day day : plan_.days) {
      day_ = day;
      while (next_unit_ < plan_.units.size() && plan_.units[next_unit_].first == day) enter(plan_.units[next_unit_++]);
      for (Course& c : courses_) begin_day(c);
      if (list_today()) pass_day();
      for (Course& c : courses_) begin_next_lift(c);
      for (const int i : lifts_) each_way(i, [&](Course& c) { lift(c, i); });
      leave();
      changes_.end_day();
    }
    return changes_.take();
  }

 private:
  const Entry& at(int i) const { return plan_.entries[static_cast<std::size_t>(i)]; }
  Entry& at(int i) { return plan_.entries[static_cast<std::size_t>(i)]; }
  static ActStatus& status_of(CourseState& state, const Entry& e) {
    return state.status[static_cast<std::size_t>(e.slot)];
  }
  static ActStatus status_of(const CourseState& state, const Entry& e) {
    return state.status[static_cast<std::size_t>(e.slot)];
  }

  // ---- acts whose spans begin and end ----

  void enter(const Unit& unit) {
    double states = 1;
    std::size_t parts = 0;
    for (const int i : live_) states *= static_cast<double>(at(i).parts.size() + 1);
    for (const int i : unit.members) {
      states *= static_cast<double>(at(i).parts.size() + 1);
      parts = std::max(parts, at(i).parts.size());
    }
    const std::size_t live = live_.size() + unit.members.size();
    const bool is_too_much = states > least_states && states * static_cast<double>(live) * days_ > most_work;
    if (is_too_much || parts > most_parts || live > most_live) return put_on_middle_days(unit);
    for (const int i : unit.members) remember(i);
  }

  /// Splits the states by whether the act will occur, and in which part of its span.
  void remember(int i) {
    Entry& e = at(i);
    e.slot = static_cast<int>(live_.size());
    live_.push_back(i);
    std::vector<Course> next;
    for (const Course& c : courses_) {
      const auto add = [&](ActStatus status, double share) {
        if (share <= 0) return;
        next.push_back(c);
        status_of(next.back().state, e) = status;
        next.back().mass *= share;
      };
      add(gone, 1 - e.act->probability);
      for (std::size_t part = 0; part < e.parts.size(); ++part)
        add(static_cast<ActStatus>(part + 1), e.act->probability * share_of(e, part));
    }
    courses_ = std::move(next);
  }

  static Day first_of(const Entry& e, std::size_t part) { return part == 0 ? e.first : e.parts[part - 1] + 1; }
  static double share_of(const Entry& e, std::size_t part) {
    return static_cast<double>(e.parts[part] - first_of(e, part) + 1) / static_cast<double>(e.last - e.first + 1);
  }

  void put_on_middle_days(const Unit& unit) {
    for (const int i : unit.members) {
      const Entry& e = at(i);
      const Day own = e.own == nobody ? e.first : at(e.own).middle();
      plan_.on[std::min(e.last, std::max(e.middle(), own))].push_back(i);
    }
    for (const int i : unit.members) at(i).own = nobody;
  }

  /// Forgets the acts whose spans are over; the others move up.
  void leave() {
    const auto stays = [&](int i) { return at(i).remembered > day_; };
    if (std::all_of(live_.begin(), live_.end(), stays)) return;
    for (Course& c : courses_) {
      std::array<ActStatus, most_live> status = {};
      std::size_t kept = 0;
      for (const int i : live_)
        if (stays(i)) status[kept++] = status_of(c.state, at(i));
      c.state.status = status;
    }
    for (const int i : live_) at(i).slot = nobody;
    std::erase_if(live_, [&](int i) { return !stays(i); });
    for (std::size_t slot = 0; slot < live_.size(); ++slot) at(live_[slot]).slot = static_cast<int>(slot);
    merge(courses_);
  }

  // ---- one day ----

  /// Ends lifts that are over, so that the measure is in force again, and measures that are over by their own terms.
  void begin_day(Course& c) {
    CourseState& s = c.state;
    if (s.holder == nobody) return;
    if (!s.lifts.empty() && s.lifts.front().to == day_) {
      note(Turn::resumes, s.holder, s.lifts.front().by, c.mass, s.lifts.front().from);
      s.lifts.erase(s.lifts.begin());
    }
    if (const auto over = at(s.holder).over; over && *over <= day_) end(c, s.holder);
  }

  /// Lists the acts that may fall on the day; returns whether there are any besides lifts.
  bool list_today() {
    todays_.clear();
    for (const int i : live_)
      if (at(i).first <= day_ && day_ <= at(i).last) todays_.push_back(i);
    if (const auto exact = plan_.on.find(day_); exact != plan_.on.end())
      todays_.insert(todays_.end(), exact->second.begin(), exact->second.end());
    std::sort(todays_.begin(), todays_.end());
    openings_.clear();
    closings_.clear();
    lifts_.clear();
    for (const int i : todays_) {
      const Act& act = *at(i).act;
      (act.standing == Standing::opens ? openings_ : act.until ? lifts_ : closings_).push_back(i);
    }
    return !openings_.empty() || !closings_.empty();
  }

  /// Processes openings and closings in turn; if the measure is in force, closings come first.
  void pass_day() {
    for (const int i : openings_)
      if (at(i).is_awaited) decide(i);
    for (std::size_t step = openings_.size() + closings_.size(); step > 0; --step) {
      taken_.clear();
      for (Course& c : courses_) take_next(c);
      courses_.swap(taken_);
      merge(courses_);
    }
    for (Course& c : courses_) c.openings = c.closings = 0;
  }

  /// Decides whether an opening that closings wait for falls on the day, before the closings are processed.
  void decide(int i) {
    const Entry& e = at(i);
    if (e.slot == nobody) return;
    const std::size_t before = courses_.size();
    for (std::size_t k = 0; k < before; ++k) {
      const ActStatus part = status_of(courses_[k].state, e);
      if (part == gone || day_ < first_of(e, part - 1U)) continue;
      const double falls = 1 / static_cast<double>(e.parts[part - 1U] - day_ + 1);
      Course today = courses_[k];
      status_of(today.state, e) = falls_today;
      today.mass *= falls;
      courses_[k].mass *= 1 - falls;
      if (courses_[k].mass == 0)
        courses_[k] = std::move(today);
      else
        courses_.push_back(std::move(today));
    }
  }

  /// Probability that an act falls on the day, in a state.
  double chance_of(int i, const CourseState& state) const {
    const Entry& e = at(i);
    if (e.slot == nobody) return e.act->probability;
    const ActStatus status = status_of(state, e);
    if (status == gone) return 0;
    if (e.is_awaited) return status == falls_today ? 1 : 0;
    if (e.own != nobody && waits(e, state)) return 0;
    return 1 / static_cast<double>(e.last - day_ + 1);
  }

  bool waits(const Entry& closing, const CourseState& state) const {
    const Entry& own = at(closing.own);
    const ActStatus status = status_of(state, own);
    return status != gone && status != falls_today && own.parts[status - 1U] <= closing.last;
  }

  void take_next(Course& c) {
    const bool is_held = c.state.holder != nobody;
    const bool is_closing = c.closings < closings_.size() && (is_held || c.openings == openings_.size());
    const int i = is_closing ? closings_[c.closings++] : openings_[c.openings++];
    split(c, i, taken_, [&](Course& falls) {
      if (!is_closing)
        open(falls, i);
      else if (is_held)
        end(falls, i);
    });
  }

  /// Appends to `out` the course if the act falls on the day, and the course if it does not.
  template <class Falls>
  void split(Course& c, int i, std::vector<Course>& out, Falls falls) {
    const double chance = chance_of(i, c.state);
    if (chance < 1) {
      out.push_back(c);
      out.back().mass *= 1 - chance;
    }
    if (chance <= 0) return;
    c.mass *= chance;
    if (const Entry& e = at(i); e.slot != nobody) status_of(c.state, e) = gone;
    falls(c);
    out.push_back(std::move(c));
  }

  template <class Falls>
  void each_way(int i, Falls falls) {
    taken_.clear();
    for (Course& c : courses_) split(c, i, taken_, falls);
    courses_.swap(taken_);
    merge(courses_);
  }

  // ---- what an act does ----

  void open(Course& c, int i) {
    const Entry& e = at(i);
    const bool is_held = c.state.holder != nobody;
    const double repeats = c.mass * (e.act->count - (is_held ? 0 : 1));
    if (repeats > 0) note(Turn::repeats, i, i, repeats, day_);
    if (is_held) return;
    note(Turn::begins, i, i, c.mass, day_);
    c.state.holder = i;
    if (e.over && *e.over <= day_) end(c, i);
  }

  void end(Course& c, int by) {
    note(c.state.is_lifted(day_) ? Turn::ends_lifted : Turn::ends, c.state.holder, by, c.mass, day_);
    c.state.holder = nobody;
    c.state.lifts.clear();
  }

  void begin_next_lift(Course& c) {
    if (!c.state.lifts.empty() && c.state.lifts.front().from == day_)
      note(Turn::is_lifted, c.state.holder, c.state.lifts.front().by, c.mass, day_);
  }

  /// A lift that begins during another continues from where that one ends.
  void lift(Course& c, int i) {
    CourseState& s = c.state;
    const Day from = s.lifts.empty() ? day_ : s.lifts.back().to, to = *at(i).over;
    if (s.holder == nobody || from >= to) return;
    s.lifts.push_back({from, to, i});
    if (from == day_) note(Turn::is_lifted, s.holder, i, c.mass, day_);
  }

  /// Records a change of a measure that an entry opens, by an entry.
  void note(Turn turn, int opening, int by, double mass, Day since) {
    changes_.note({turn, opening, by}, {turn, day_, since, at(opening).act, at(by).act, mass});
  }

  MeasurePlan plan_;
  double days_;
  std::size_t next_unit_ = 0;
  Day day_;
  std::vector<int> live_;  ///< acts by slot
  std::vector<Course> courses_, taken_;
  std::vector<int> todays_, openings_, closings_, lifts_;
  ChangeList changes_;
};

}  // namespace

std::vector<Change> course_of(std::span<const Act* const> acts, DatePolicy policy) {
  return Follower(plan_of(acts, policy)).follow();
}

}  // namespace detente::detail
