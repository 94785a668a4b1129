#include "detente/live/store/store.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "contracts/log_internals.hpp"
#include "detente/ground/error.hpp"
#include "support/misuse.hpp"
#include "support/received_events.hpp"
#include "support/store_file.hpp"

namespace detente {
namespace {

using test::any_received_events;
using test::misuse;
using test::StoreFile;

/// What no order of arrival and no number of deliveries changes: the rows of an arranged log, without their numbers.
using Content = std::vector<std::tuple<EventKey, Day, std::string, detail::EventContent, bool>>;

Content content_of(EventLog log) {
  log.arrange();
  Content out;
  for (const EventRow& row : log.rows()) {
    const Event event = log.event(row);
    out.emplace_back(row.key, row.first, event.source + ":" + event.target + ":" + event.code,
                     detail::LogInternals::content(log, row), row.dated_report);
  }
  std::sort(out.begin(), out.end());
  return out;
}

EventLog log_of(const std::vector<ReceivedEvent>& events) {
  EventLog log;
  for (const ReceivedEvent& received : events) {
    log.from_source(received.ids);
    log.add(received.event);
  }
  return log;
}

/// Appends the events in batches of random lengths.
void append_in_parts(Store& store, const std::vector<ReceivedEvent>& events) {
  for (auto at = events.begin(); at != events.end();) {
    const auto end = at + std::min<std::ptrdiff_t>(events.end() - at, *rc::gen::inRange(1, 9));
    store.append({.events = {at, end}});
    at = end;
  }
}

RC_GTEST_PROP(Store, gives_the_log_that_its_events_make, ()) {
  const std::vector<ReceivedEvent> events = *any_received_events();
  const StoreFile file;
  Store store = Store::create(file.path(), {});
  append_in_parts(store, events);
  RC_ASSERT(content_of(store.log()) == content_of(log_of(events)));
  store = Store::open_read_only(file.path());
  RC_ASSERT(content_of(store.log()) == content_of(log_of(events)));
}

RC_GTEST_PROP(Store, gives_back_every_event_as_it_was_received, ()) {
  const std::vector<ReceivedEvent> events = *any_received_events();
  const StoreFile file;
  Store store = Store::create(file.path(), {});
  append_in_parts(store, events);
  std::vector<ReceivedEvent> back;
  store.for_each({}, [&](const ReceivedEvent& event, std::uint64_t) { back.push_back(event); });
  RC_ASSERT(back.size() <= events.size());
  std::size_t at = 0;  // the first of each that is equal in all that counts
  for (const ReceivedEvent& event : events)
    if (at < back.size() && test::same(back[at], event)) ++at;
  RC_ASSERT(at == back.size());
}

/// In any order, cut anywhere, twice.
RC_GTEST_PROP(Store, appends_nothing_that_comes_again, ()) {
  const std::vector<ReceivedEvent> events = *any_received_events();
  std::vector<ReceivedEvent> again = events;
  for (std::size_t i = again.size(); i > 1; --i) std::swap(again[i - 1], again[*rc::gen::inRange<std::size_t>(0, i)]);
  const StoreFile file;
  Store store = Store::create(file.path(), {});
  append_in_parts(store, events);
  const StoreHead head = store.head();
  const Receipt receipt = store.append({.events = again});
  RC_ASSERT(receipt.appended == 0U);
  RC_ASSERT(receipt.redelivered == again.size());
  RC_ASSERT(receipt.sequence == head.sequence);
  RC_ASSERT(store.head() == head);
}

RC_GTEST_PROP(Store, gives_what_was_reported_by_a_day_and_received_by_a_batch, ()) {
  const std::vector<ReceivedEvent> events = *any_received_events();
  const StoreFile file;
  Store store = Store::create(file.path(), {});
  std::vector<ReceivedEvent> early(events.begin(), events.begin() + *rc::gen::inRange<std::ptrdiff_t>(
                                                                        0, static_cast<std::ptrdiff_t>(events.size())));
  const std::uint64_t batch = store.append({.events = early}).sequence;
  store.append({.events = events});
  const Day day = test::first_of_revised + *rc::gen::inRange(0, test::days_of_revised);
  const auto reported = [&](std::vector<ReceivedEvent> all) {
    std::erase_if(all, [&](const ReceivedEvent& received) { return reported_day(received.event) > day; });
    return content_of(log_of(all));
  };
  RC_ASSERT(content_of(store.log({.received_by = batch})) == content_of(log_of(early)));
  RC_ASSERT(content_of(store.log({.as_of = day})) == reported(events));
  RC_ASSERT(content_of(store.log({.as_of = day, .received_by = batch})) == reported(early));
}

// ---- time of receipt ----

TEST(Store, knows_what_was_received_by_when_and_never_goes_back) {
  const StoreFile file;
  std::int64_t now = 1000;
  Store store = Store::create(file.path(), {}, {.clock = [&] { return Milliseconds(now); }});
  const auto append = [&](std::int64_t at, std::string id) {
    now = at;
    return store.append({.events = {test::event_called(std::move(id))}}).sequence;
  };
  EXPECT_EQ(store.received_by(Milliseconds(5000)), 0U);
  EXPECT_EQ(append(1000, "a"), 1U);
  EXPECT_EQ(append(2000, "b"), 2U);
  EXPECT_EQ(append(1500, "c"), 3U);  // a clock that was set back
  EXPECT_EQ(append(3000, "d"), 4U);
  EXPECT_EQ(store.received_by(Milliseconds(999)), 0U);
  EXPECT_EQ(store.received_by(Milliseconds(1000)), 1U);
  EXPECT_EQ(store.received_by(Milliseconds(1999)), 1U);
  EXPECT_EQ(store.received_by(Milliseconds(2000)), 3U);
  EXPECT_EQ(store.received_by(Milliseconds(9000)), 4U);
}

TEST(Store, gives_no_value_that_depends_on_the_time_of_receipt) {
  const auto content_at = [](std::int64_t time) {
    const StoreFile file;
    Store store = Store::create(file.path(), {}, {.clock = [=] { return Milliseconds(time); }});
    store.append({.events = {test::event_called("a"), test::event_called("b")}});
    return content_of(store.log());
  };
  EXPECT_EQ(content_at(0), content_at(1764000000000));
}

// ---- which events are one ----

TEST(Store, tells_events_without_ids_apart_by_where_they_came_from) {
  const StoreFile file;
  Store store = Store::create(file.path(), {});
  const Event event{.date = DateSpan::on(Day{20000}), .source = "USA", .target = "COL", .code = "visit"};
  const auto from = [&](std::uint64_t position) {
    return ReceivedEvent{.event = event, .origin = {"f", "d", position}};
  };
  EXPECT_EQ(store.append({.events = {from(1), from(2), from(1)}}).appended, 2U);
  EXPECT_EQ(store.append({.events = {from(2), from(3)}}).redelivered, 1U);
  EXPECT_EQ(store.log().size(), 3U);
}

TEST(Store, refuses_events_of_which_it_could_not_say_what_they_are) {
  const StoreFile file;
  Store store = Store::create(file.path(), {});
  const auto appended = [&](const ReceivedEvent& event) { return misuse([&] { store.append({.events = {event}}); }); };
  ReceivedEvent unplaced = test::event_called("");
  EXPECT_NE(appended(unplaced).find("an event without an id says where it came from"), std::string::npos);
  unplaced.origin = {"f", "d", 1};
  EXPECT_EQ(appended(unplaced), "taken");
  unplaced.event.note = "changed";
  EXPECT_NE(appended(unplaced).find("from one place comes one event"), std::string::npos);

  ReceivedEvent unsaid{.event = test::event_called("1").event};
  EXPECT_EQ(appended(unsaid), "taken");
  unsaid.event.note = "another event with that number";
  EXPECT_NE(appended(unsaid).find("names two events"), std::string::npos);
  unsaid.event.revision = 1;
  EXPECT_EQ(appended(unsaid), "taken");
  ReceivedEvent unsound = test::event_called("x");
  unsound.event.target = unsound.event.source;
  EXPECT_NE(appended(unsound).find("source and target differ"), std::string::npos);
  EXPECT_EQ(store.head().sequence, 3U);
  EXPECT_TRUE(store.check().sound());
}

TEST(Store, takes_all_of_a_batch_or_nothing) {
  const StoreFile file;
  Store store = Store::create(file.path(), {});
  ReceivedEvent unsaid{.event = test::event_called("1").event}, other = unsaid;
  other.event.note = "other";
  EXPECT_NE(misuse([&] { store.append({{test::event_called("a"), unsaid, other}, {{"f", 1, ""}}, {}, {}}); }), "taken");
  EXPECT_TRUE(store.log().empty());
  EXPECT_TRUE(store.feeds().empty());
  EXPECT_EQ(store.append({.events = {test::event_called("a")}}).appended, 1U);
}

// ---- readers ----

TEST(Store, shows_readers_whole_batches_while_it_is_written) {
  const StoreFile file;
  Store store = Store::create(file.path(), {});
  const Store reader = Store::open_read_only(file.path());
  EXPECT_EQ(reader.log().size(), 0U);
  store.append({.events = {test::event_called("a"), test::event_called("b")}});
  EXPECT_EQ(reader.log().size(), 2U);
  EXPECT_EQ(reader.head(), store.head());
}

TEST(Store, ends_a_readers_transaction_when_its_time_is_over) {
  const StoreFile file;
  Store store = Store::create(file.path(), {});
  for (const char* id : {"a", "b", "c"}) store.append({.events = {test::event_called(id)}});
  const Store reader = Store::open_read_only(file.path(), {.patience = Milliseconds(0)});
  EXPECT_EQ(content_of(reader.log()), content_of(store.log()));
}

TEST(Store, refuses_to_be_written_by_a_reader) {
  const StoreFile file;
  { (void)Store::create(file.path(), {}); }
  Store reader = Store::open_read_only(file.path());
  EXPECT_NE(misuse([&] { reader.append({}); }), "taken");
  EXPECT_NE(misuse([&] { reader.rebuild(); }), "taken");
  EXPECT_NE(misuse([&] { reader.keep("", {}); }), "taken");
}

TEST(Store, says_what_it_holds) {
  const StoreFile file;
  Store store = Store::create(file.path(), {{"codebook", "plain"}}, {.clock = [] { return Milliseconds(77); }});
  ReceivedEvent later = test::event_called("b");
  later.event.reported = Day{20010};
  later.format = "jsonl";
  store.append({.events = {test::event_called("a"), later}, .alarms = {RaisedAlarm{}}});
  const StoreInfo info = store.info();
  EXPECT_EQ(info.head, store.head());
  EXPECT_EQ(info.schema, 1);
  EXPECT_EQ(info.events, 2U);
  EXPECT_EQ(info.alarms, 1U);
  EXPECT_EQ(info.first_reported, Day{20000});
  EXPECT_EQ(info.last_reported, Day{20010});
  EXPECT_EQ(info.first_received, Milliseconds(77));
  EXPECT_EQ(info.formats, (std::map<std::string, std::uint64_t>{{"chronology", 1}, {"jsonl", 1}}));
  EXPECT_GT(info.bytes, 0U);
}

}  // namespace
}  // namespace detente
