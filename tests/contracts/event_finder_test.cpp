#include "detente/contracts/event_finder.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "detente/contracts/selection.hpp"
#include "support/dates.hpp"
#include "support/misuse.hpp"

namespace detente {
namespace {

using namespace test;

Event noted(std::size_t number, const std::string& source, Day day) {
  Event event;
  event.date = DateSpan::on(day);
  event.source = source;
  event.target = "BBB";
  event.code = "threat";
  event.note = "note " + std::to_string(number);
  return event;
}

/// Ids are told in the order of arrival and outlive sorting: what was added under a number is found under it.
RC_GTEST_PROP(EventFinder, FindsWhatWasAddedWhereverItsRowStands, ()) {
  const auto days = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 30));
  EventLog log;
  for (std::size_t i = 0; i < days.size(); ++i)
    log.add(noted(i, *rc::gen::element<std::string>("AAA", "CCC", "DDD"), Day{20'000 + days[i]}));
  if (*rc::gen::arbitrary<bool>()) log.arrange();
  const EventFinder events(log);
  for (std::uint32_t i = 0; i < days.size(); ++i) {
    RC_ASSERT(events.event({i}).note == "note " + std::to_string(i));
    RC_ASSERT(log.event(EventId{i}).note == "note " + std::to_string(i));
  }
}

TEST(EventFinder, ResultsOfALogInAnyOrderNameTheSameEvent) {
  EventLog log;
  for (std::size_t i = 0; i < 3; ++i) log.add(noted(i, "AAA", Day{20'003 - static_cast<std::int32_t>(i)}));
  const auto selected = select(log, {.dyad = {"AAA", "BBB"}});
  log.arrange();
  const auto arranged = select(log, {.dyad = {"AAA", "BBB"}});
  ASSERT_EQ(selected.size(), 3U);
  ASSERT_EQ(arranged.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(selected[i].id(), arranged[i].id());
  EXPECT_EQ(arranged[0].id(), EventId{2});
}

TEST(EventFinder, AnEventThatIsNotThereIsNamed) {
  EventLog log;
  log.add(noted(0, "AAA", Day{20'000}));
  const EventFinder events(log);
  EXPECT_EQ(events.row({1}), nullptr);
  EXPECT_NE(misuse([&] { events.event({7}); }).find("7"), std::string::npos);
  EXPECT_NE(misuse([&] { log.event(EventId{7}); }).find("7"), std::string::npos);
}

}  // namespace
}  // namespace detente
