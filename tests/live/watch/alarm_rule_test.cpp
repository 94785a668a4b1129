#include "detente/live/watch/alarm_rule.hpp"

#include <gtest/gtest.h>

#include <string>

namespace detente {
namespace {

TEST(AlarmRule, IsReadAndWrittenBack) {
  for (const std::string text : {"index>75", "index<20", "rise>5 in 7d", "fall>2.5 in 30d", "thaw", "thaw>3 in 14d",
                                 "index>75 until 60", "index<-1.5", "rise>5 in 7d until 1", "thaw>5 in 30d until 0"}) {
    const Parsed<AlarmRule> rule = parse_alarm(text);
    ASSERT_TRUE(rule) << text << ": " << rule.rule();
    EXPECT_EQ(to_text(*rule), text);
  }
  EXPECT_EQ(to_text(*parse_alarm(" RISE > 5  in 7 d ")), "rise>5 in 7d");
  EXPECT_EQ(to_text(*parse_alarm("thaw>5 in 30d")), "thaw");
  EXPECT_EQ(to_text(*parse_alarm("index>75 until 70")), "index>75");
}

TEST(AlarmRule, SaysWhatIsWrongWithAnother) {
  for (const std::string text : {"", "index", "index=75", "index>", "index>high", "heat>5", "rise>5", "rise>5 in 7",
                                 "rise>5 in 0d", "rise>5 in 1.5d", "index>75 in 7d", "thaw>", "thaw 5",
                                 "index>75 until", "index>75 or index<20", "rise>5 in 99999999d"}) {
    ASSERT_FALSE(parse_alarm(text)) << text;
    EXPECT_NE(parse_alarm(text).rule().find("'rise>5 in 7d'"), std::string::npos) << text;
  }
  EXPECT_EQ(parse_alarm("rise>-5 in 7d").rule(), "a movement is of more than 0 points: write fall for one downward");
  EXPECT_EQ(parse_alarm("index>75 until 80").rule(), "it cannot be over (80) while it holds");
  EXPECT_EQ(parse_alarm("index<20 until 10").rule(), "it cannot be over (10) while it holds");
}

TEST(AlarmRule, HoldsPastItsMarkAndIsOverWellBeforeIt) {
  const AlarmRule above = *parse_alarm("index>75"), below = *parse_alarm("index<20"),
                  fall = *parse_alarm("fall>5 in 7d");
  EXPECT_FALSE(above.holds_at(75));
  EXPECT_TRUE(above.holds_at(75.1));
  EXPECT_FALSE(above.is_over_at(70));
  EXPECT_TRUE(above.is_over_at(69.9));
  EXPECT_FALSE(below.holds_at(20));
  EXPECT_TRUE(below.holds_at(19.9));
  EXPECT_FALSE(below.is_over_at(25));
  EXPECT_TRUE(below.is_over_at(25.1));
  EXPECT_TRUE(fall.holds_at(5.1));
  EXPECT_FALSE(fall.is_over_at(2.5));
  EXPECT_TRUE(fall.is_over_at(2.4));
}

}  // namespace
}  // namespace detente
