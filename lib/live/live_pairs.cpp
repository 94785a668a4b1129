#include "detente/live/live_pairs.hpp"

#include <algorithm>
#include <set>

#include "contracts/held_points.hpp"
#include "detente/detail/enum_names.hpp"
#include "detente/ground/error.hpp"
#include "live/known_events.hpp"
#include "live/pair_book.hpp"
#include "live/pair_memory.hpp"

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
        ids_(std::move(ids)),
        log_(ids_),
        known_(log_, memory_),
        coder_(log_, scoring_),
        book_(log_, scoring_, coder_, policies_of(scoring_, heat_), memory_) {
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
      look_ahead(log_.rows().subspan(i));
      take(log_.rows()[i]);
    }
    return book_.touched();
  }

  Reading reading(std::uint32_t number, Day day, DirectionChoice direction, const AnyModel& model) {
    return book_.fresh(number).course(policy_of(model)).read(model, day, direction, desk_);
  }

  SidedReadings readings(std::uint32_t number, std::span<const Day> days) {
    return book_.fresh(number).course(policy_of(scoring_.model)).read(scoring_.model, days, desk_);
  }

  double points_in_force(std::uint32_t number, Day day, Direction direction) {
    if (!scoring_.codebook.defines_measures()) return 0;
    const auto side = direction == Direction::forward ? DirectionChoice::forward : DirectionChoice::backward;
    return reading(number, day, side, held_).level.value_or(0);
  }

  Coding coding(std::uint32_t number) const { return book_.coding(number); }

  const LiveScoring& scoring() const noexcept { return scoring_; }
  const std::optional<AnyModel>& heat() const noexcept { return heat_; }
  const EventLog& log() const noexcept { return log_; }
  const PairPlaces& places() const noexcept { return book_.places(); }
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
    book_.forget_touched();
  }

  void look_ahead(std::span<const EventRow> rows) const {
    constexpr std::size_t ahead = 24;
    if (rows.size() > ahead) known_.look_ahead(rows[ahead]);
    book_.look_ahead(rows);
  }

  Arrival take(const EventRow& row) {
    const auto [what, other, conflicts] = known_.settle(row);
    count(what, conflicts);
    if (what == Arrived::version) book_.remove(*other);
    if (what == Arrived::event || what == Arrived::version) book_.add(row);
    Arrival out{what, row.id(), {}, conflicts, book_.touched()};
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

  LiveScoring scoring_;
  std::optional<AnyModel> heat_;
  AnyModel held_{HeldPoints(), "points in force"};
  IdSource ids_;
  PairMemory memory_;
  EventLog log_;
  KnownEvents known_;
  LiveCoder coder_;
  PairBook book_;
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
