#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "detente/ground/error.hpp"
#include "detente/ground/random.hpp"
#include "detente/live/store/store.hpp"
#include "live/store/batch_bytes.hpp"
#include "live/store/event_bytes.hpp"
#include "support/raw_database.hpp"
#include "support/refusal.hpp"
#include "support/store_file.hpp"

namespace detente {
namespace {

using test::bytes_of_file;
using test::event_called;
using test::run_sql;
using test::StoreFile;
using test::with_flipped_bit;
using test::write_bytes;

/// Three batches with something of everything.
void fill(const std::filesystem::path& file) {
  Store store = Store::create(file, {{"codebook", "plain"}}, {.clock = [] { return Milliseconds(1000); }});
  ReceivedEvent noted = event_called("b");
  noted.event.note = "signed in Cartagena";
  noted.event.score = -2.5;
  store.append({{event_called("a"), noted}, {{"notes.csv", 100, "beef"}}, {}, {}});
  store.append({{event_called("c")},
                {{"notes.csv", 150, "cafe"}},
                {{.rule = "index>75", .pair = {"COL", "USA"}, .day = Day{20000}, .value = 76, .events = {{9}}}},
                {{.pair = {"COL", "USA"}, .day = Day{20000}, .index = 76.25}}});
  store.append({.events = {event_called("d")}});
  store.keep("basis", std::vector<StoreCheckpoint>{{"COL:USA", 4, "state"}});
}

StoreCheck check_of(const std::filesystem::path& file) { return Store::open_read_only(file).check(); }

bool has(const StoreCheck& check, StoreDamage::Part part) {
  return std::any_of(check.damage.begin(), check.damage.end(), [&](const StoreDamage& d) { return d.part == part; });
}

std::string told(const StoreCheck& check) {
  std::string out;
  for (const StoreDamage& d : check.damage) out += std::string(to_text(d.part)) + ": " + d.what + "\n";
  return out;
}

TEST(StoreCheck, finds_nothing_in_a_sound_store) {
  const StoreFile file;
  fill(file.path());
  const StoreCheck check = check_of(file.path());
  EXPECT_TRUE(check.sound()) << told(check);
  EXPECT_EQ(check.events, 4U);
  EXPECT_EQ(check.head, Store::open_read_only(file.path()).head());
  EXPECT_TRUE(Store::open(file.path()).check().sound());
}

// ---- changed by plain SQLite ----

/// The contents of the batches.
std::vector<std::string> contents_of(const std::filesystem::path& file) {
  const Store store = Store::open_read_only(file);
  std::vector<std::string> events(store.head().sequence);
  std::vector<std::size_t> counts(events.size());
  store.for_each({}, [&](const ReceivedEvent& event, std::uint64_t sequence) {
    detail::put_event(events[sequence - 1], event);
    ++counts[sequence - 1];
  });
  std::vector<std::string> out;
  for (std::size_t i = 0; i < events.size(); ++i) {
    detail::BatchRest rest;
    if (i == 0) rest.feeds = {{"notes.csv", 100, "beef"}};
    if (i == 1) rest = {store.feeds(), store.alarms(), store.readings({"COL", "USA"})};
    out.push_back(detail::batch_bytes(counts[i], events[i], rest));
  }
  return out;
}

TEST(StoreCheck, finds_every_flipped_bit_of_a_batchs_content) {
  const StoreFile file;
  fill(file.path());
  const std::vector<std::string> contents = contents_of(file.path());
  ASSERT_EQ(contents.size(), 3U);
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const auto set = [&](const std::string& bytes) {
      run_sql(file.path(),
              "UPDATE batches SET content=" + test::sql_blob(bytes) + " WHERE sequence=" + std::to_string(i + 1));
    };
    set(contents[i]);  // which changes nothing
    ASSERT_TRUE(check_of(file.path()).sound());
    for (std::size_t bit = 0; bit < 8 * contents[i].size(); ++bit) {
      set(with_flipped_bit(contents[i], bit));
      const StoreCheck check = check_of(file.path());
      ASSERT_TRUE(has(check, StoreDamage::Part::batches)) << "bit " << bit << " of batch " << i + 1;
      ASSERT_EQ(check.head.sequence, i);
    }
    set(contents[i]);
  }
}

struct Change {
  const char* what;
  const char* sql;
  StoreDamage::Part part;
  const char* says;
};

class Changed : public testing::TestWithParam<Change> {};

TEST_P(Changed, is_found) {
  const StoreFile file;
  fill(file.path());
  run_sql(file.path(), GetParam().sql);
  const StoreCheck check = check_of(file.path());
  EXPECT_TRUE(has(check, GetParam().part)) << told(check);
  EXPECT_NE(told(check).find(GetParam().says), std::string::npos) << told(check);
}

using Part = StoreDamage::Part;
INSTANTIATE_TEST_SUITE_P(
    StoreCheck, Changed,
    testing::Values(
        Change{"time", "UPDATE batches SET received=received+1 WHERE sequence=2", Part::batches, "batch 2: its hash"},
        Change{"hash", "UPDATE batches SET hash=zeroblob(32) WHERE sequence=1", Part::batches, "batch 1: its hash"},
        Change{"missing", "DELETE FROM batches WHERE sequence=2", Part::batches, "batch 2: is missing"},
        Change{"first", "DELETE FROM batches WHERE sequence=1", Part::batches, "batch 1: is missing"},
        Change{"renumbered", "UPDATE batches SET sequence=9 WHERE sequence=3", Part::batches, "batch 3: is missing"},
        Change{"more", "INSERT INTO batches VALUES(4, 1000, x'00000000', zeroblob(32))", Part::batches,
               "batch 4: its hash"},
        Change{"choice", "UPDATE choices SET value='weis'", Part::batches, "batch 1: its hash"},
        Change{"event", "UPDATE events SET identity=identity+1", Part::derived, "table events"},
        Change{"key_of_event", "UPDATE events SET content=zeroblob(16) WHERE sequence=1", Part::derived,
               "table events"},
        Change{"no_event", "DELETE FROM events WHERE sequence=3", Part::derived, "table events"},
        Change{"feed", "UPDATE feeds SET length=151", Part::derived, "table feeds"},
        Change{"alarm", "DELETE FROM alarms", Part::derived, "table alarms"},
        Change{"reading", "UPDATE readings SET sequence=1", Part::derived, "table readings"},
        Change{"checkpoint", "UPDATE checkpoints SET state=x'00'", Part::derived, "checkpoint 4 of COL:USA"},
        Change{"table", "DROP TABLE alarms", Part::file, "its tables are not those of a store"},
        Change{"index", "CREATE INDEX mine ON batches(received)", Part::file, "its tables are not those of a store"}),
    [](const auto& test) { return std::string(test.param.what); });

TEST(StoreCheck, cannot_see_a_lost_end_but_a_noted_head_can) {
  const StoreFile file;
  fill(file.path());
  const StoreHead noted = Store::open_read_only(file.path()).head();
  run_sql(file.path(), "DELETE FROM batches WHERE sequence=3; DELETE FROM events WHERE sequence=3");
  EXPECT_TRUE(check_of(file.path()).sound());
  EXPECT_NE(Store::open_read_only(file.path()).head(), noted);
}

TEST(StoreRebuild, makes_everything_that_is_derived_anew) {
  const StoreFile file;
  fill(file.path());
  const StoreHead head = Store::open_read_only(file.path()).head();
  run_sql(file.path(), "DELETE FROM events; UPDATE feeds SET length=0; DELETE FROM alarms; DROP TABLE readings");
  {
    Store store = Store::open(file.path());
    store.rebuild();
    const StoreCheck check = store.check();
    EXPECT_TRUE(check.sound()) << told(check);
    EXPECT_EQ(store.head(), head);
    EXPECT_EQ(store.feed("notes.csv")->length, 150U);
    EXPECT_EQ(store.alarms().size(), 1U);
    EXPECT_EQ(store.readings({"USA", "COL"}).size(), 1U);
    EXPECT_EQ(store.append({.events = {event_called("a"), event_called("e")}}).appended, 1U);
  }
}

TEST(StoreRebuild, refuses_a_damaged_batch_and_changes_nothing) {
  const StoreFile file;
  fill(file.path());
  run_sql(file.path(), "UPDATE batches SET received=0 WHERE sequence=2; DELETE FROM alarms");
  Store store = Store::open(file.path());
  EXPECT_EQ(test::refusal([&] { store.rebuild(); }),
            file.path().string() + ": batch 2: its hash is not that of its content; nothing was changed");
  EXPECT_EQ(store.feeds().size(), 1U);
  EXPECT_EQ(store.append({.events = {event_called("a")}}).redelivered, 1U);
}

// ---- changed on disk ----

/// All that can be asked of a store, in one text; nothing if it cannot be read.
std::optional<std::string> all_of(const std::filesystem::path& file) {
  try {
    const Store store = Store::open_read_only(file);
    std::string out = to_text(store.head());
    store.for_each({}, [&](const ReceivedEvent& event, std::uint64_t) { detail::put_event(out, event); });
    for (const FeedOffset& feed : store.feeds()) out += feed.feed + std::to_string(feed.length) + feed.hash;
    for (const RaisedAlarm& alarm : store.alarms()) out += detail::bytes_of(alarm);
    for (const PublishedReading& reading : store.readings({"COL", "USA"})) out += detail::bytes_of(reading);
    for (const auto& [name, value] : store.choices()) out += name + value;
    for (const StoreCheckpoint& state : store.checkpoints("basis", "COL:USA")) out += state.state;
    return out;
  } catch (const InputError&) {
    return std::nullopt;
  }
}

bool is_found(const std::filesystem::path& file) {
  try {
    return !check_of(file).sound();
  } catch (const InputError&) {
    return true;
  } catch (const std::bad_alloc&) {
    return true;
  }
}

/// Where a text stands in the file, in bits.
std::pair<std::size_t, std::size_t> bits_of(const std::string& text, const std::string& bytes) {
  const std::size_t at = bytes.find(text);
  EXPECT_NE(at, std::string::npos);
  return {8 * at, 8 * (at + text.size())};
}

TEST(StoreCheck, finds_every_flipped_bit_of_a_batch_in_the_file) {
  const StoreFile file;
  fill(file.path());
  const std::string sound = bytes_of_file(file.path());
  for (const std::string& content : contents_of(file.path())) {
    const auto [begin, end] = bits_of(content, sound);
    for (std::size_t bit = begin; bit < end; ++bit) {
      write_bytes(file.path(), with_flipped_bit(sound, bit));
      ASSERT_TRUE(is_found(file.path())) << "bit " << bit;
    }
  }
}

/// Wherever in the file: it is found, or it changes nothing that can be asked.
TEST(StoreCheck, finds_flipped_bits_of_any_page_unless_they_mean_nothing) {
  const StoreFile file;
  fill(file.path());
  const std::string sound = bytes_of_file(file.path());
  const std::optional<std::string> before = all_of(file.path());
  ASSERT_TRUE(before);
  const Draws draws(1);
  std::size_t found = 0;
  for (std::uint32_t i = 0; i < 1500; ++i) {
    const auto bit =
        static_cast<std::size_t>(draws.uniform(Purpose::day, i, 0) * 8 * static_cast<double>(sound.size()));
    write_bytes(file.path(), with_flipped_bit(sound, bit));
    const bool is = is_found(file.path());
    found += is ? 1U : 0U;
    ASSERT_TRUE(is || all_of(file.path()) == before) << "bit " << bit << " of byte " << bit / 8;
  }
  EXPECT_GT(found, 10U);
}

}  // namespace
}  // namespace detente
