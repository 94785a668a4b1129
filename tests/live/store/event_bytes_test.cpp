#include "live/store/event_bytes.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "detente/contracts/event_log.hpp"
#include "detente/ground/error.hpp"
#include "support/received_events.hpp"

namespace detente::detail {
namespace {

using test::any_received_events;
using test::same;

std::string bytes_of_event(const ReceivedEvent& received) {
  std::string out;
  put_event(out, received);
  return out;
}

RC_GTEST_PROP(EventBytes, give_back_every_field, ()) {
  for (const ReceivedEvent& received : *any_received_events()) {
    const std::string bytes = bytes_of_event(received);
    ByteReader from(bytes);
    const ReceivedEvent back = take_event(from);
    RC_ASSERT(same(back, received));
    RC_ASSERT(from.empty());
    RC_ASSERT(bytes_of_event(back) == bytes);
  }
}

/// Whatever is taken from changed bytes, it is refused or is an event; nothing is read behind the end.
RC_GTEST_PROP(EventBytes, that_were_cut_are_refused, ()) {
  const ReceivedEvent received{.event = {.id = "1", .source = "USA", .target = "COL", .code = "visit", .score = 0.1}};
  const std::string bytes = bytes_of_event(received);
  ByteReader from(std::string_view(bytes).substr(0, *rc::gen::inRange<std::size_t>(0, bytes.size())));
  RC_ASSERT_THROWS_AS(take_event(from), InputError);
}

RC_GTEST_PROP(EventBytes, of_any_kind_are_an_event_or_refused, (const std::string& bytes)) {
  ByteReader from(bytes);
  try {
    const ReceivedEvent event = take_event(from);
    std::string again;
    put_event(again, event);
    ByteReader back(again);
    RC_ASSERT(same(take_event(back), event));
  } catch (const InputError&) {
    RC_SUCCEED("refused");
  }
}

/// Hashes of stores go over these bytes, so that no later version may write others.
TEST(EventBytes, are_those_of_the_first_version) {
  const ReceivedEvent received{.event = {.id = "7",
                                         .date = DateSpan::on(Day{20000}),
                                         .reported = Day{20001},
                                         .source = "USA",
                                         .target = "COL",
                                         .code = "112",
                                         .mentions = 3,
                                         .score = -2.0},
                               .ids = {"GDELT", IdScope::report},
                               .format = "gdelt2"};
  const auto text = [](const char* bytes, std::size_t size) { return std::string(bytes, size); };
  EXPECT_EQ(bytes_of_event(received), text("\x01\xc0\xb8\x02\x00\x00\x00", 7) + text("\x02\xc2\xb8\x02", 4) +
                                          "\x04\x03USA" +
                                          "\x05\x03"
                                          "COL" +
                                          "\x06\x03"
                                          "112" +
                                          "\x0a\x03" + text("\x0e\0\0\0\0\0\0\0\xc0", 9) +
                                          "\x20\x01"
                                          "7" +
                                          "\x23\x05GDELT" + "\x24\x01" + "\x28\x06gdelt2" + text("\0", 1));
}

ReceivedKey key_of_event(const ReceivedEvent& received) {
  std::string bytes;
  const std::size_t said = put_event(bytes, received);
  return key_of(received, std::string_view(bytes).substr(0, said));
}

TEST(ReceivedKey, is_the_logs_for_an_event_with_an_id) {
  for (const IdScope scope : {IdScope::event, IdScope::report}) {
    const ReceivedEvent received{
        .event = {.id = "7", .date = DateSpan::on(Day{9}), .source = "A", .target = "B", .code = "1"},
        .ids = {"notes", scope}};
    EventLog log(received.ids);
    log.add(received.event);
    EXPECT_EQ(static_cast<std::uint64_t>(key_of_event(received).identity), log.rows()[0].key.value);
  }
}

TEST(ReceivedKey, of_an_event_without_an_id_is_of_where_it_came_from) {
  const Event event{.source = "A", .target = "B", .code = "1"};
  const auto identity = [&](const EventOrigin& origin) {
    return key_of_event({.event = event, .origin = origin}).identity;
  };
  EXPECT_EQ(identity({"f", "d", 1}), identity({"f", "d", 1}));
  EXPECT_NE(identity({"f", "d", 1}), identity({"f", "d", 2}));
  EXPECT_NE(identity({"f", "d", 1}), identity({"f", "e", 1}));
  EXPECT_NE(identity({"f", "d", 1}), identity({"fd", "", 1}));
}

TEST(ReceivedKey, has_a_content_that_no_line_and_no_name_of_a_file_changes) {
  const ReceivedEvent a{.event = {.id = "1", .source = "A", .target = "B", .code = "1", .line = 3}};
  ReceivedEvent b = a;
  b.event.line = 9;
  b.origin = {"other.csv", "x", 4};
  b.format = "jsonl";
  EXPECT_EQ(key_of_event(a).content, key_of_event(b).content);
  b.event.note = "corrected";
  EXPECT_NE(key_of_event(a).content, key_of_event(b).content);
}

}  // namespace
}  // namespace detente::detail
