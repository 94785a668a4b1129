#include "detente/ground/moment.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace detente {
namespace {

TEST(Moment, is_written_in_utc) {
  EXPECT_EQ(moment_text(Milliseconds(0)), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(moment_text(Milliseconds(-1)), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(moment_text(Milliseconds(1764374400000)), "2025-11-29T00:00:00.000Z");
  EXPECT_EQ(moment_text(Milliseconds(INT64_MAX)), "out of range");
}

TEST(Moment, is_read_to_the_minute_or_finer) {
  EXPECT_EQ(parse_moment("2025-11-29T14:30")->count(), 1764426600000);
  EXPECT_EQ(parse_moment("2025-11-29T14:30Z")->count(), 1764426600000);
  EXPECT_EQ(parse_moment("2025-11-29T14:30:05")->count(), 1764426605000);
  EXPECT_EQ(parse_moment("2025-11-29T14:30:05.007Z")->count(), 1764426605007);
}

TEST(Moment, that_is_none_is_named) {
  for (const char* text : {"", "2025", "2025-11-29", "2025-11-29 14:30", "2025-11-29T14", "2025-11-29T14:30:5",
                           "2025-11-29T14:30+02:00", "2025-11-29T14:30:05.7", "2025-11-29Tab:30"})
    EXPECT_FALSE(parse_moment(text)) << text;
  EXPECT_EQ(parse_moment("2025-11-29T24:00").rule(), "a day has hours 00 to 23, minutes and seconds 00 to 59");
  EXPECT_EQ(parse_moment("2025-02-29T00:00").rule(), "2025-02 has days 01 to 28");
}

RC_GTEST_PROP(Moment, reads_back_as_it_was_written, ()) {
  const Milliseconds moment(*rc::gen::inRange<std::int64_t>(-17000000000000, 250000000000000));
  RC_ASSERT(parse_moment(moment_text(moment)).value() == moment);
}

}  // namespace
}  // namespace detente
