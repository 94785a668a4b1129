#include "live/store/schema.hpp"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <string>

#include "detente/ground/error.hpp"
#include "detente/live/store/store.hpp"
#include "support/refusal.hpp"
#include "support/store_file.hpp"

namespace detente::detail {
namespace {

namespace fs = std::filesystem;
using test::refusal;
using test::StoreFile;

constexpr std::array<Migration, 2> two{"CREATE TABLE marks(name TEXT) STRICT",
                                       "ALTER TABLE marks ADD COLUMN mark TEXT"};
constexpr std::array<Migration, 2> broken{"CREATE TABLE marks(name TEXT) STRICT", "INSERT INTO nothing VALUES(1)"};

/// A store of the first version, as that version wrote it.
void copy_first(const fs::path& file) { fs::copy_file(fs::path(DETENTE_TEST_DATA) / "store" / "schema_1.db", file); }

Database opened(const fs::path& file) { return Database(file, Database::Access::write, "", Milliseconds(0)); }

TEST(Schema, of_the_first_version_is_read_checked_and_continued) {
  const StoreFile file;
  copy_first(file.path());
  {
    const Store store = Store::open_read_only(file.path());
    EXPECT_EQ(to_text(store.head()), "3:914b04ad5ca2e0bf25afe3774357875dee1d38ffc2560c65bc714a6c84f599ba");
    EXPECT_EQ(store.choices(), (StoreChoices{{"codebook", "plain"}}));
    EXPECT_EQ(store.log().size(), 4U);
    EXPECT_EQ(store.feed("notes.csv")->length, 150U);
    EXPECT_EQ(store.alarms().front().rule, "index>75");
    EXPECT_EQ(store.readings({"USA", "COL"}).front().index, 76.25);
    EXPECT_EQ(store.checkpoints("basis", "COL:USA").front().state, "state");
    EXPECT_TRUE(store.check().sound());
  }
  Store store = Store::open(file.path());
  EXPECT_EQ(store.append({.events = {test::event_called("a"), test::event_called("new")}}).redelivered, 1U);
  store.rebuild();
  EXPECT_TRUE(store.check().sound());
}

TEST(Schema, is_migrated_step_by_step_and_keeps_what_the_hashes_go_over) {
  const StoreFile file;
  copy_first(file.path());
  Database database = opened(file.path());
  EXPECT_EQ(require_store(database, two), 1);
  const std::string hashes = "SELECT group_concat(hex(hash)||hex(content)) FROM batches";
  const std::string before = database.text(hashes.c_str());
  migrate(database, std::span(two).first(1));
  EXPECT_EQ(database.number("PRAGMA user_version"), 2);
  migrate(database, two);
  EXPECT_EQ(require_store(database, two), 3);
  EXPECT_EQ(database.number("SELECT count(*) FROM pragma_table_info('marks')"), 2);
  EXPECT_EQ(database.text(hashes.c_str()), before);
  migrate(database, two);  // nothing is left to do
  EXPECT_EQ(schema_version(two), 3);
}

TEST(Schema, migrated_is_that_of_a_new_store) {
  const StoreFile file;
  copy_first(file.path());
  Database database = opened(file.path()), fresh;
  migrate(database, two);
  create_schema(fresh, two);
  EXPECT_EQ(schema_text(database), schema_text(fresh));
}

TEST(Schema, stays_as_it_was_when_a_step_fails) {
  const StoreFile file;
  copy_first(file.path());
  Database database = opened(file.path());
  const std::string before = schema_text(database);
  EXPECT_NE(refusal([&] { migrate(database, broken); }), "taken");
  EXPECT_EQ(schema_text(database), before);
  EXPECT_EQ(database.number("PRAGMA user_version"), 1);
}

TEST(Schema, older_is_not_for_a_reader_and_newer_is_for_nobody) {
  const StoreFile file;
  copy_first(file.path());
  Database database = opened(file.path());
  EXPECT_EQ(refusal([&] { require_today(database, {}); }), "taken");
  EXPECT_EQ(refusal([&] { require_today(database, two); }),
            file.path().string() + ": is of store version 1; its writer brings it to 3: detente store rebuild");
  migrate(database, two);
  const std::string newer =
      file.path().string() + ": is of store version 3, and this program knows 1: a newer one reads it";
  EXPECT_EQ(refusal([&] { migrate(database, {}); }), newer);
  EXPECT_EQ(refusal([&] { (void)Store::open(file.path()); }), newer);
  EXPECT_EQ(refusal([&] { (void)Store::open_read_only(file.path()); }), newer);
}

}  // namespace
}  // namespace detente::detail
