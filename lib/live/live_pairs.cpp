#include "detente/live/live_pairs.hpp"

#include <algorithm>
#include <deque>
#include <set>
#include <unordered_map>

#include "contracts/held_points.hpp"
#include "detente/detail/enum_names.hpp"
#include "detente/ground/error.hpp"
#include "live/known_events.hpp"
#include "live/live_pair.hpp"
#include "live/pair_places.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<Arrived, 4> arrived_names{{
    {Arrived::event, "event"},
    {Arrived::version, "version"},
    {Arrived::superseded, "superseded"},
    {Arrived::redelivered, "redelivered"},
}};

DatePolicy policy_of(const AnyModel& model) { return model.counts_days() ? DatePolicy::middle : DatePolicy::spread; }

/// Those by which the model, its second reading and measures are read.
std::vector<DatePolicy> policies_of(const LiveScoring& scoring, const std::optional<AnyModel>& heat) {
  std::set<DatePolicy> out{policy_of(scoring.model)};
  if (heat) out.insert(policy_of(*heat));
  if (scoring.codebook.defines_measures()) out.insert(DatePolicy::spread);
  return {out.begin(), out.end()};
}

}  // namespace

std::string_view to_text(Arrived what) { return name_of(arrived_names, what); }

class LivePairs::Engine {
 public:
  Engine(LiveScoring scoring, IdSource ids)
      : scoring_(std::move(scoring)),
        heat_(scoring_.model.heat()),
        policies_(policies_of(scoring_, heat_)),
        ids_(std::move(ids)),
        log_(ids_),
        known_(log_),
        places_(log_, scoring_.actors),
        coder_(log_, scoring_) {
    check_required(scoring_.model.text(), scoring_.rules, scoring_.model.required_rules());
    if (scoring_.rules.volume == Volume::log)
      throw_invalid(
          "volume", "log",
          "is not for live events, each of which would change the totals of all pairs: give a file of totals");
  }

  void from_source(IdSource ids) {
    ids_ = std::move(ids);
    log_.from_source(ids_);
  }

  Arrival add(const Event& event) {
    if (may_repeat_an_id(event)) {
      EventLog alone(ids_);
      alone.add(event);
      known_.refuse_unsaid(alone);
    }
    log_.add(event);
    begin();
    return take(log_.rows().back());
  }

  std::span<const std::uint32_t> add(const EventBatch& batch) {
    const std::size_t before = log_.size();
    refuse_unsaid(batch);
    log_.append(batch);
    begin();
    for (std::size_t i = before; i < log_.size(); ++i) {
      look_ahead_of(i);
      take(log_.rows()[i]);
    }
    return touched_;
  }

  Reading reading(std::uint32_t number, Day day, DirectionChoice direction, const AnyModel& model) {
    look_ahead(number);
    return fresh(number).course(policy_of(model)).read(model, day, direction, desk_);
  }

  SidedReadings readings(std::uint32_t number, std::span<const Day> days) {
    return fresh(number).course(policy_of(scoring_.model)).read(scoring_.model, days, desk_);
  }

  double points_in_force(std::uint32_t number, Day day, Direction direction) {
    if (!scoring_.codebook.defines_measures()) return 0;
    const auto side = direction == Direction::forward ? DirectionChoice::forward : DirectionChoice::backward;
    return reading(number, day, side, held_).level.value_or(0);
  }

  Coding coding(std::uint32_t number) const {
    const LivePair& pair = pairs_.at(number);
    std::vector<CodedEvent> events = coder_.coded(pair.events());
    const std::vector<CodedEvent> more = own_of_others(number, pair);
    events.insert(events.end(), more.begin(), more.end());
    return coder_.coding(std::move(events));
  }

  const LiveScoring& scoring() const noexcept { return scoring_; }
  const std::optional<AnyModel>& heat() const noexcept { return heat_; }
  const EventLog& log() const noexcept { return log_; }
  const PairPlaces& places() const noexcept { return places_; }
  const ArrivalCounts& counts() const noexcept { return counts_; }

 private:
  bool may_repeat_an_id(const Event& event) const {
    return !event.id.empty() && event.source_name.empty() && ids_.name.empty() && ids_.scope == IdScope::event;
  }

  void refuse_unsaid(const EventBatch& batch) const {
    if (!batch.has_ids_of_nobody()) return;
    EventLog alone;
    alone.append(batch);
    known_.refuse_unsaid(alone);
  }

  void begin() {
    coder_.look_up_codes();
    for (const std::uint32_t pair : touched_) is_touched_[pair] = false;
    touched_.clear();
    next_ = 0;
  }

  /// The rows of a batch are of pairs that lie anywhere in memory: what they need is asked for in time.
  void look_ahead_of(std::size_t i) const {
    const auto row = [&](std::size_t ahead) -> const EventRow& {
      return log_.rows()[std::min(i + ahead, log_.size() - 1)];
    };
    known_.look_ahead(row(24));
    if (const auto pair = places_.known_pair(row(16))) pairs_[*pair].look_ahead_to_it();
    if (const auto pair = places_.known_pair(row(8))) pairs_[*pair].look_ahead();
  }

  /// The pairs touched are mostly read in the order in which they are given, and lie anywhere in memory.
  void look_ahead(std::uint32_t number) {
    if (next_ == touched_.size() || touched_[next_] != number) return;
    ++next_;
    if (next_ + 16 < touched_.size()) pairs_[touched_[next_ + 16]].look_ahead_to_it();
    if (next_ + 8 < touched_.size()) pairs_[touched_[next_ + 8]].look_ahead();
  }

  void touch(std::uint32_t pair) {
    if (is_touched_[pair]) return;
    is_touched_[pair] = true;
    touched_.push_back(pair);
  }

  Arrival take(const EventRow& row) {
    const auto [what, other, conflicts] = known_.settle(row);
    count(what, conflicts);
    if (what == Arrived::version) place(*other, &LivePair::remove);
    if (what == Arrived::event || what == Arrived::version) place(row, &LivePair::add);
    Arrival out{what, row.id(), {}, conflicts, touched_};
    if (other) out.other = other->id();
    return out;
  }

  void count(Arrived what, bool conflicts) {
    counts_.conflicting += conflicts ? 1U : 0U;
    switch (what) {
      case Arrived::event: ++counts_.events; break;
      case Arrived::version: ++counts_.versions; break;
      case Arrived::superseded: ++counts_.superseded; break;
      case Arrived::redelivered: ++counts_.redelivered; break;
    }
  }

  /// Adds the event to the pairs that it touches, or removes it from them.
  void place(const EventRow& row, void (LivePair::*change)(const PairEvent&)) {
    if (!scoring_.issue.empty() && log_.issue(row) != scoring_.issue) return;
    places_.find(row, found_);
    while (pairs_.size() < places_.size()) {
      pairs_.emplace_back(policies_);
      is_touched_.push_back(false);
    }
    const PairEvent event{row, log_.date(row).middle(), Direction::forward, 1, 0};
    if (found_.empty() || found_.front().others != 0) place_within(event, change);
    for (const PairPlace& at : found_) {
      (pairs_[at.pair].*change)({row, event.day, at.direction, at.weight, at.others});
      touch(at.pair);
      if (at.others != 0)
        note_others(at);
      else if (!pairs_[at.pair].may_touch().empty() && coder_.closes(row))
        for (const std::uint32_t pair : pairs_[at.pair].may_touch()) touch_affected(pair);
    }
  }

  /// The same for an event of actors who are one: of no pair, it may still end what they opened elsewhere.
  void place_within(const PairEvent& event, void (LivePair::*change)(const PairEvent&)) {
    LivePair& within = within_.try_emplace(places_.others_of(event.row), policies_).first->second;
    (within.*change)(event);
    within.forget_changes();
    if (coder_.closes(event.row))
      for (const std::uint32_t pair : within.may_touch()) touch_affected(pair);
  }

  /// Where those others act on each other: a pair, or within one actor.
  LivePair& own_of(std::uint64_t others) {
    const auto own = places_.own_of(others);
    return own ? pairs_[own->pair] : within_.try_emplace(others, policies_).first->second;
  }

  /// Events of those others on their own pair may end, from now on, what they open on this one.
  void note_others(const PairPlace& at) { own_of(at.others).add_may_touch(at.pair); }

  void touch_affected(std::uint32_t pair) {
    pairs_[pair].note_others();
    touch(pair);
  }

  LivePair& fresh(std::uint32_t number) {
    LivePair& pair = pairs_.at(number);
    if (!pair.is_fresh()) pair.refresh(coder_, scoring_.rules.volume, own_of_others(number, pair));
    return pair;
  }

  /// The events on their own pairs of all others who act on this one, which may end what they opened.
  std::vector<CodedEvent> own_of_others(std::uint32_t number, const LivePair& pair) const {
    std::vector<PairEvent> out;
    for (const std::uint64_t others : pair.acting_others()) {
      const auto own = places_.own_of(others);
      const LivePair& there = own ? pairs_[own->pair] : within_.at(others);
      for (const PairEvent& event : there.events())
        if (event.others == 0 && (!own || event.direction == own->direction) && coder_.closes(event.row) &&
            !affects(event, number))
          out.push_back({event.row, event.day, event.direction, 0, others});
    }
    return out.empty() ? std::vector<CodedEvent>() : coder_.coded(out, Touch::may_end);
  }

  bool affects(const PairEvent& event, std::uint32_t number) const {
    const Dyad* affected = log_.affects(event.row);
    return affected != nullptr && affected->canonical() == places_.pair(number);
  }

  LiveScoring scoring_;
  std::optional<AnyModel> heat_;
  AnyModel held_{HeldPoints(), "points in force"};
  std::vector<DatePolicy> policies_;
  IdSource ids_;
  EventLog log_;
  KnownEvents known_;
  PairPlaces places_;
  LiveCoder coder_;
  std::deque<LivePair> pairs_;                          // which does not move them when it grows
  std::unordered_map<std::uint64_t, LivePair> within_;  // by `others_number`: events of actors who are one
  std::vector<PairPlace> found_;
  std::vector<std::uint32_t> touched_;
  std::vector<bool> is_touched_;
  std::size_t next_ = 0;  // of those touched, to be read
  ArrivalCounts counts_;
  TrackDesk desk_;
};

LivePairs::LivePairs(LiveScoring scoring, IdSource ids)
    : engine_(std::make_unique<Engine>(std::move(scoring), std::move(ids))) {}
LivePairs::LivePairs(LivePairs&&) noexcept = default;
LivePairs& LivePairs::operator=(LivePairs&&) noexcept = default;
LivePairs::~LivePairs() = default;

void LivePairs::from_source(IdSource ids) { engine_->from_source(std::move(ids)); }
Arrival LivePairs::add(const Event& event) { return engine_->add(event); }
std::span<const std::uint32_t> LivePairs::add(const EventBatch& batch) { return engine_->add(batch); }
const ArrivalCounts& LivePairs::arrivals() const noexcept { return engine_->counts(); }

std::size_t LivePairs::size() const noexcept { return engine_->places().size(); }
const Dyad& LivePairs::pair(std::uint32_t number) const { return engine_->places().pair(number); }
std::optional<std::uint32_t> LivePairs::find(const Dyad& pair) const { return engine_->places().number_of(pair); }

Reading LivePairs::reading(std::uint32_t pair, Day day, DirectionChoice direction) {
  return engine_->reading(pair, day, direction, engine_->scoring().model);
}

Reading LivePairs::heat(std::uint32_t pair, Day day, DirectionChoice direction) {
  return engine_->heat() ? engine_->reading(pair, day, direction, *engine_->heat()) : Reading();
}

SidedReadings LivePairs::readings(std::uint32_t pair, std::span<const Day> days) {
  return engine_->readings(pair, days);
}

double LivePairs::points_in_force(std::uint32_t pair, Day day, Direction direction) {
  return engine_->points_in_force(pair, day, direction);
}

Coding LivePairs::coding(std::uint32_t pair) const { return engine_->coding(pair); }
const EventLog& LivePairs::log() const noexcept { return engine_->log(); }
const LiveScoring& LivePairs::scoring() const noexcept { return engine_->scoring(); }

}  // namespace detente
