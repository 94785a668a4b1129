#include "detente/live/watch/watch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "live/watch/alarm_desk.hpp"

namespace detente {
using namespace detail;
namespace {

/// The name under which the store keeps up to which alarm all have been said.
constexpr const char* said_alarms = "alarms that were said";

LiveScoring live_scoring(const WatchOptions& options) {
  return {.model = options.scoring.model,
          .codebook = options.scoring.codebook,
          .rules = options.scoring.rules,
          .own_scores = options.scoring.own_scores,
          .actors = options.actors,
          .issue = options.issue};
}

}  // namespace

class Watch::Inner {
  /// The last record that came from each delivery whose rows have no ids.
  class Places {
   public:
    /// Whether the event has an id, or comes from where none has come from; its place is known from then on. Records of
    /// a delivery come in their order.
    bool take(const ReceivedEvent& received) {
      if (!received.event.id.empty()) return true;
      std::uint64_t& last = last_[{received.origin.feed, received.origin.delivery}];
      if (received.origin.position <= last) return false;
      last = received.origin.position;
      return true;
    }

   private:
    std::map<std::pair<std::string, std::string>, std::uint64_t> last_;
  };

 public:
  Inner(Store& store, WatchOptions options)
      : store_(&store),
        options_(std::move(options)),
        live_(live_scoring(options_)),
        index_(live_, options_.scoring),
        desk_(options_.alarms, store.alarms()) {
    for (Dyad& pair : options_.pairs) pair = pair.canonical();
    store.for_each({}, [&](const ReceivedEvent& event, std::uint64_t) { add(event); });
    touched_.clear();
    if (const auto said = store.feed(said_alarms)) said_ = kept_said_ = said->length;
  }

  WatchNews take(const Delivery& delivery) {
    try {
      return taken(delivery);
    } catch (const std::invalid_argument& refused) {
      throw InputError(ErrorCode::repeated, fmt::format("{}: {}", visible_path(delivery.name), refused.what()));
    }
  }

  std::vector<WatchAlarm> unsaid() const {
    std::vector<WatchAlarm> out;
    for (const RaisedAlarm& alarm : store_->alarms(said_))
      out.push_back({alarm, causes_by_key(alarm.events, live_.log(), options_.scoring.codebook)});
    return out;
  }
  void said(std::uint64_t alarm) { said_ = std::max(said_, alarm); }

  void finish() {
    StoreBatch batch;
    keep_said(batch);
    if (!batch.feeds.empty()) store_->append(batch);
  }

  std::optional<Day> today() const { return today_; }
  const LivePairs& pairs() const { return live_; }

 private:
  void add(const ReceivedEvent& received) {
    if (!places_.take(received)) return;
    if (received.ids.name != ids_.name || received.ids.scope != ids_.scope) live_.from_source(ids_ = received.ids);
    const Arrival arrival = live_.add(received.event);
    touched_.insert(touched_.end(), arrival.pairs.begin(), arrival.pairs.end());
    take_clock(received.event);
  }

  void take_clock(const Event& event) {
    if (event.status == Status::scheduled && !event.reported) return;
    today_ = std::max(today_.value_or(first_calendar_day()), reported_day(event));
  }

  WatchNews taken(const Delivery& delivery) {
    touched_.clear();
    for (const ReceivedEvent& event : delivery.events) add(event);
    WatchNews out;
    for (const std::uint32_t pair : watched_pairs()) look_at(pair, out);
    out.receipt = store_->append(batch_of(delivery, out));
    std::uint64_t id = out.receipt.first_alarm;
    for (WatchAlarm& alarm : out.alarms) alarm.alarm.id = id++;
    kept_said_ = said_;
    return out;
  }

  /// The pairs touched that are watched, by name.
  std::vector<std::uint32_t> watched_pairs() {
    std::sort(touched_.begin(), touched_.end());
    touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
    const auto is_left_out = [&](std::uint32_t pair) {
      const auto& only = options_.pairs;
      return !only.empty() && std::find(only.begin(), only.end(), live_.pair(pair)) == only.end();
    };
    std::vector<std::uint32_t> out = touched_;
    out.erase(std::remove_if(out.begin(), out.end(), is_left_out), out.end());
    std::sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) { return live_.pair(a) < live_.pair(b); });
    return out;
  }

  void look_at(std::uint32_t pair, WatchNews& news) {
    WatchUpdate update{index_.reading(pair, *today_)};
    const auto before = published_.find(pair);
    if (before != published_.end()) update.before = before->second;
    published_[pair] = update.reading.index;
    news.updates.push_back(std::move(update));
    for (WatchAlarm& alarm : desk_.raise(index_, live_, options_.scoring, pair, *today_))
      news.alarms.push_back(std::move(alarm));
  }

  StoreBatch batch_of(const Delivery& delivery, const WatchNews& news) const {
    StoreBatch batch{.events = delivery.events};
    if (delivery.offset) batch.feeds.push_back(*delivery.offset);
    keep_said(batch);
    for (const WatchAlarm& alarm : news.alarms) batch.alarms.push_back(alarm.alarm);
    for (const WatchUpdate& update : news.updates) batch.readings.push_back(update.reading);
    return batch;
  }

  void keep_said(StoreBatch& batch) const {
    if (said_ != kept_said_) batch.feeds.push_back({said_alarms, said_, ""});
  }

  Store* store_;
  WatchOptions options_;
  LivePairs live_;
  IdSource ids_ = {};
  WatchedIndex index_;
  AlarmDesk desk_;
  Places places_ = {};
  std::optional<Day> today_ = {};
  std::vector<std::uint32_t> touched_ = {};
  std::map<std::uint32_t, std::optional<double>> published_ = {};
  std::uint64_t said_ = 0, kept_said_ = 0;
};

Watch::Watch(Store& store, WatchOptions options) : inner_(std::make_unique<Inner>(store, std::move(options))) {}
Watch::Watch(Watch&&) noexcept = default;
Watch& Watch::operator=(Watch&&) noexcept = default;
Watch::~Watch() = default;

WatchNews Watch::take(const Delivery& delivery) { return inner_->take(delivery); }
std::vector<WatchAlarm> Watch::unsaid() const { return inner_->unsaid(); }
void Watch::said(std::uint64_t alarm) { inner_->said(alarm); }
void Watch::finish() { inner_->finish(); }
std::optional<Day> Watch::today() const { return inner_->today(); }
const LivePairs& Watch::pairs() const { return inner_->pairs(); }

}  // namespace detente
