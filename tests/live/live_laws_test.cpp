// Whatever the order of arrival, a pair reads as a batch over the same events reads, bit for bit.

#include <gtest/gtest.h>

#include <cstdlib>
#include <span>

#include "detente/codebooks/built_in.hpp"
#include "detente/detail/hash.hpp"
#include "detente/live/live_pairs.hpp"
#include "detente/models/catalogue.hpp"
#include "support/live_histories.hpp"
#include "support/users_models.hpp"

namespace detente {

std::ostream& operator<<(std::ostream& os, const Reading& r) {
  return os << r.level.value_or(-777) << '/' << r.variance.value_or(-777) << '/' << r.support.value_or(-777);
}
bool operator==(const Reading& a, const Reading& b) {
  return a.level == b.level && a.variance == b.variance && a.support == b.support;
}

namespace {

using test::Chance;
using test::first_of_live;

AnyModel model_of(const std::string& text) {
  if (text == "follower") return {users::Follower(), text};
  if (text == "oracle") return {users::Oracle(), text};
  return Catalogue::built_in().make(text);
}

/// How a history is scored.
struct Way {
  LiveScoring scoring;
  bool plain = false;
};

CodingRules rules_of(Chance& chance, const AnyModel& model) {
  CodingRules rules = chance.one_in(2) ? CodingRules::machine_coded() : CodingRules::chronology();
  if (chance.one_in(4)) rules.mirrors = Mirrors::any;
  if (chance.one_in(3)) rules.mentions = Mentions::log;
  if (chance.one_in(3)) rules.volume = Volume::dyad;
  if (chance.one_in(4)) {
    rules.volume = Volume::file;
    rules.exposure = Exposure({{first_of_live, 3}, {first_of_live + 60, 5}, {first_of_live + 120, 9}});
  }
  return with_required(rules, model.required_rules());
}

Way way_of(const std::string& model, std::uint64_t seed) {
  Chance chance(seed, 1U << 21U);
  Way out{{.model = model_of(model), .codebook = built_in_codebook("plain")}};
  out.scoring.rules = rules_of(chance, out.scoring.model);
  out.scoring.actors = test::live_actors(chance.one_in(2));
  out.scoring.own_scores = !chance.one_in(4);
  out.plain = chance.one_in(4);
  if (chance.one_in(6) && !out.plain) out.scoring.issue = "trade";
  return out;
}

Coding batch_coding(const EventLog& log, const Dyad& pair, const LiveScoring& how) {
  return code_events(log, {.dyad = pair, .issue = how.issue, .actors = how.actors}, how.codebook, how.rules,
                     how.own_scores);
}

EventLog log_of(std::span<const Event> events) {
  EventLog log("notes");
  for (const Event& event : events) log.add(event);
  return log;
}

/// Days around everything that happens, some of them twice as near.
std::vector<Day> days_asked(Chance& chance) {
  std::vector<Day> out;
  for (Day day = first_of_live - chance.below(30); day < first_of_live + 650; day = day + 1 + chance.below(70))
    out.push_back(day);
  return out;
}

void expect_same(const std::vector<Reading>& live, const std::vector<Reading>& batch, const std::string& what) {
  ASSERT_EQ(live.size(), batch.size()) << what;
  for (std::size_t i = 0; i < live.size(); ++i) ASSERT_EQ(live[i], batch[i]) << what << " on day " << i;
}

/// Everything that can be asked of a pair, against the same in batch.
class PairLaw {
 public:
  PairLaw(LivePairs& live, std::uint32_t pair, const EventLog& batch)
      : live_(&live), pair_(pair), log_(&batch), coding_(batch_coding(batch, live.pair(pair), live.scoring())) {}

  void holds(Chance& chance) {
    const std::vector<Day> days = days_asked(chance);
    expect_same_path(days);
    for (int n = 0; n < 3; ++n)
      expect_same_day(days[static_cast<std::size_t>(chance.below(static_cast<std::int32_t>(days.size())))]);
    expect_same_acts();
  }

 private:
  const AnyModel& model() const { return live_->scoring().model; }

  void expect_same_path(const std::vector<Day>& days) {
    const SidedReadings live = live_->readings(pair_, days), batch = score(model(), coding_.acts, days);
    expect_same(live.forward, batch.forward, "forward");
    expect_same(live.backward, batch.backward, "backward");
    expect_same(live.both, batch.both, "both");
    ASSERT_EQ(live.pooled, batch.pooled);
    ASSERT_EQ(live.undirected, batch.undirected);
  }

  void expect_same_day(Day day) {
    const auto heat = model().heat();
    for (const auto direction : {DirectionChoice::both, DirectionChoice::forward, DirectionChoice::backward}) {
      const std::span<const Day> days(&day, 1);
      ASSERT_EQ(live_->reading(pair_, day, direction), score(model(), coding_.acts, days).of(direction, 0));
      if (heat)
        ASSERT_EQ(live_->heat(pair_, day, direction), score(*heat, coding_.acts, days).of(direction, 0));
      else
        ASSERT_EQ(live_->heat(pair_, day, direction), Reading());
    }
    for (const auto side : {Direction::forward, Direction::backward})
      ASSERT_EQ(live_->points_in_force(pair_, day, side),
                points_in_force(impulses_of(coding_.acts), side, std::span(&day, 1)).front());
  }

  void expect_same_acts() {
    const Coding live = live_->coding(pair_);
    ASSERT_EQ(live.events, coding_.events);
    ASSERT_EQ(live.unknown.size(), coding_.unknown.size());
    ASSERT_EQ(live.third_parties.size(), coding_.third_parties.size());
    ASSERT_EQ(impulses_of(live.acts), impulses_of(coding_.acts));
    for (std::size_t i = 0; i < live.acts.size(); ++i) {
      ASSERT_EQ(live.acts[i].key, coding_.acts[i].key);
      ASSERT_EQ(live_->log().event(live.acts[i].event).extra, log_->event(coding_.acts[i].event).extra);
    }
  }

  LivePairs* live_;
  std::uint32_t pair_;
  const EventLog* log_;
  Coding coding_;
};

void expect_batch(LivePairs& live, const EventLog& batch, Chance& chance) {
  for (std::uint32_t pair = 0; pair < live.size(); ++pair) {
    PairLaw(live, pair, batch).holds(chance);
    if (::testing::Test::HasFatalFailure()) return;
  }
}

/// So that there are states to go back to.
void read_some(LivePairs& live, std::span<const std::uint32_t> pairs, Chance& chance) {
  for (const std::uint32_t pair : std::vector<std::uint32_t>(pairs.begin(), pairs.end()))
    if (chance.one_in(3)) {
      const Day day = first_of_live + chance.below(600);
      live.reading(pair, day, chance.of({DirectionChoice::both, DirectionChoice::forward}));
      live.heat(pair, day);
      live.points_in_force(pair, day, Direction::forward);
    }
}

class LiveLaw : public ::testing::TestWithParam<std::string> {};

/// Held to the batch in the middle and at the end.
void expect_any_order(const std::string& model, std::uint64_t seed, std::uint32_t n) {
  const Way way = way_of(model, seed);
  std::vector<Event> events = test::live_events(seed, n, way.plain);
  test::shuffle(events, seed);
  LivePairs live(way.scoring, "notes");
  Chance chance(seed, 1U << 22U);
  const auto middle = static_cast<std::size_t>(chance.below(static_cast<std::int32_t>(events.size()) + 1));
  for (std::size_t i = 0; i < events.size(); ++i) {
    read_some(live, live.add(events[i]).pairs, chance);
    if (i + 1 == middle) expect_batch(live, log_of(std::span(events).first(middle)), chance);
    if (::testing::Test::HasFatalFailure()) return;
  }
  expect_batch(live, log_of(events), chance);
}

/// Of whom a batch's ids are: what a report is told apart by, and whether a version may have other actors.
IdSource any_ids(Chance& chance) {
  return chance.of<IdSource>({{"gdelt", IdScope::report}, {"notes", IdScope::event}, {"", IdScope::event}});
}

void add_briefly(EventBatch& batch, const Event& event) {
  batch.add({.id = event.id,
             .day = event.date.first,
             .reported = event.reported,
             .source = event.source,
             .target = event.target,
             .code = event.code,
             .mentions = event.mentions,
             .score = event.score});
}

/// Cut anywhere; whole batches may come again.
void expect_any_batches(const std::string& model, std::uint64_t seed, std::uint32_t n) {
  Way way = way_of(model, seed);
  std::vector<Event> events = test::live_events(seed, n, true);
  test::shuffle(events, seed);
  const BriefDetails details{.scores = true};
  Chance chance(seed, 1U << 22U);
  const IdSource ids = any_ids(chance);
  EventBatch all(ids, details), part(ids, details);
  LivePairs live(way.scoring, ids);
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (events[i].id.empty()) events[i].id = std::to_string(1000 + i);  // what comes again without one is another event
    add_briefly(all, events[i]);
    add_briefly(part, events[i]);
    if (i + 1 < events.size() && !chance.one_in(6)) continue;
    read_some(live, live.add(part), chance);
    if (chance.one_in(5)) live.add(part);
    if (!chance.one_in(5)) part.clear();
  }
  EventLog batch(ids);
  batch.append(all);
  expect_batch(live, batch, chance);
}

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* said = std::getenv(name);
  return said != nullptr ? std::strtoull(said, nullptr, 10) : otherwise;
}

/// A hundred histories of each model's own, or as many as DETENTE_HISTORIES says, from the seed DETENTE_SEED on.
template <class Law>
void over_histories(const std::string& model, const Law& law) {
  const std::uint64_t first = from_environment("DETENTE_SEED", 1);
  const std::uint64_t end = first + from_environment("DETENTE_HISTORIES", 100);
  const auto& test = *::testing::UnitTest::GetInstance()->current_test_info();
  for (std::uint64_t seed = first; seed < end; ++seed) {
    const std::uint64_t own = detail::Hasher().add(model).value() + seed;
    law(model, own, 1 + static_cast<std::uint32_t>(Chance(own, 1U << 23U).below(45)));
    ASSERT_FALSE(::testing::Test::HasFatalFailure())
        << "To repeat it: DETENTE_SEED=" << seed << " DETENTE_HISTORIES=1 test_live --gtest_filter='"
        << test.test_suite_name() << '.' << test.name() << "'";
  }
}

TEST_P(LiveLaw, AnyOrderOfArrivalIsTheBatch) { over_histories(GetParam(), expect_any_order); }

TEST_P(LiveLaw, BatchesCutAnywhereAreTheBatch) { over_histories(GetParam(), expect_any_batches); }

INSTANTIATE_TEST_SUITE_P(Models, LiveLaw,
                         ::testing::Values("decayed_sum", "two_speed", "latent_level", "latent_level half_life=inf",
                                           "decayed_mean", "period_sum", "period_mean", "conflict_share", "window_mean",
                                           "saturating", "follower", "oracle"));

}  // namespace
}  // namespace detente
