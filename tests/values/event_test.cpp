#include "detente/values/event.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace detente {
namespace {

Day day(const char* text) { return parse_day(text).value(); }

Event good() {
  return {.date = DateSpan::on(day("2025-09-26")), .source = "USA", .target = "COL", .code = "visa_revoked"};
}

TEST(Event, AGoodOnePasses) { EXPECT_NO_THROW(require_sound(good())); }

struct Broken {
  const char* field;
  std::function<void(Event&)> by;
};

TEST(Event, EveryRuleNamesItsField) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<Broken> cases{
      {"source", [](Event& e) { e.source = ""; }},
      {"target", [](Event& e) { e.target = ""; }},
      {"target", [](Event& e) { e.target = e.source; }},
      {"code", [](Event& e) { e.code = ""; }},
      {"date", [](Event& e) { e.date.last = e.date.first - 1; }},
      {"until", [](Event& e) { e.until = e.date.first - 1; }},
      {"mentions", [](Event& e) { e.mentions = 0; }},
      {"count", [](Event& e) { e.count = 0; }},
      {"score", [=](Event& e) { e.score = nan; }},
      {"sd", [](Event& e) { e.sd = -0.1; }},
      {"spill", [](Event& e) { e.spill = 1.1; }},
      {"spill", [](Event& e) { e.spill = -1.1; }},
  };
  for (const Broken& broken : cases) {
    Event event = good();
    broken.by(event);
    try {
      require_sound(event);
      ADD_FAILURE() << broken.field;
    } catch (const std::invalid_argument& error) {
      EXPECT_TRUE(std::string(error.what()).starts_with(std::string(broken.field) + " = ")) << error.what();
    }
  }
}

TEST(Event, EdgesOfTheRulesPass) {
  Event event = good();
  event.until = event.date.first;
  event.spill = 1;
  event.sd = 0;
  EXPECT_NO_THROW(require_sound(event));
  event.code = "";
  event.score = -3;
  EXPECT_NO_THROW(require_sound(event));
}

TEST(Event, ReportedIsTheLastDayUnlessSaid) {
  Event event = good();
  event.date = parse_date_span("[2025-09-16..2025-09-30]").value();
  EXPECT_EQ(reported_day(event), day("2025-09-30"));
  event.reported = day("2025-10-02");
  EXPECT_EQ(reported_day(event), day("2025-10-02"));
}

TEST(Event, AnIntervalThatIsNotOverIsReportedOnItsFirstDay) {
  Event event = good();
  event.date = parse_date_span("2025-09/..").value();
  EXPECT_EQ(reported_day(event), day("2025-09-01"));
}

TEST(EventKey, OfAnIdDependsOnTheSource) {
  EXPECT_NE(key_of_id("a", "1"), key_of_id("b", "1"));
  EXPECT_NE(key_of_id("a", "1"), key_of_id("a", "2"));
  EXPECT_NE(key_of_id("ab", "c"), key_of_id("a", "bc"));
}

/// Computed apart, from the definitions in hash.hpp and event.cpp.
TEST(EventKey, StaysTheSameForever) {
  EXPECT_EQ(key_of_id("us_colombia", "C001").value, 0x5af60bd19835dd39U);
  EXPECT_EQ(key_of_content(good(), 0).value, 0x2dc6030fe9b65205U);
}

TEST(EventKey, OfContentDependsOnAllThatIsScoredAndWhenItWasReported) {
  const EventKey key = key_of_content(good(), 0);
  std::set<std::uint64_t> others{key_of_content(good(), 1).value};
  const std::vector<std::function<void(Event&)>> changes{[](Event& e) { e.date = DateSpan::on(e.date.first + 1); },
                                                         [](Event& e) { e.source = "VEN"; },
                                                         [](Event& e) { e.target = "VEN"; },
                                                         [](Event& e) { e.code = "visa"; },
                                                         [](Event& e) { e.issue = "drugs"; },
                                                         [](Event& e) { e.object = "president"; },
                                                         [](Event& e) { e.note = "a note"; },
                                                         [](Event& e) { e.url = "https://example.org"; },
                                                         [](Event& e) { e.status = Status::alleged; },
                                                         [](Event& e) { e.claim = Claim::contested; },
                                                         [](Event& e) { e.mentions = 2; },
                                                         [](Event& e) { e.count = 2; },
                                                         [](Event& e) { e.until = e.date.last; },
                                                         [](Event& e) { e.score = -5; },
                                                         [](Event& e) { e.sd = 1; },
                                                         [](Event& e) { e.quad = QuadClass::verbal_conflict; },
                                                         [](Event& e) {
                                                           e.affects = Dyad{"COL", "VEN"};
                                                         },
                                                         [](Event& e) { e.spill = 0.5; },
                                                         [](Event& e) { e.reported = day("2026-01-01"); }};
  for (const auto& change : changes) {
    Event event = good();
    change(event);
    others.insert(key_of_content(event, 0).value);
  }
  EXPECT_EQ(others.size(), changes.size() + 1);
  EXPECT_FALSE(others.contains(key.value));
  Event elsewhere = good();
  elsewhere.line = 99;
  EXPECT_EQ(key_of_content(elsewhere, 0), key);
}

TEST(EventKey, OfContentIsOfTheDateAsKnown) {
  Event about = good();
  about.date = parse_date_span("2025-09-26~").value();
  about.reported = day("2025-09-27");
  Event known = about;
  known.date = known_by(about.date, *about.reported);
  EXPECT_EQ(key_of_content(about, 0), key_of_content(known, 0));
}

}  // namespace
}  // namespace detente
