#include "live/store/schema.hpp"

#include <fmt/format.h>

#include <string>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"

namespace detente::detail {
namespace {

/// "dete", by which `file` and SQLite know whose file it is.
constexpr std::int64_t application = 0x64657465;

constexpr const char* truth = R"(
CREATE TABLE batches(
  sequence INTEGER PRIMARY KEY,
  received INTEGER NOT NULL,
  content BLOB NOT NULL,
  hash BLOB NOT NULL) STRICT;
CREATE TABLE choices(name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE opened(times INTEGER NOT NULL) STRICT;
INSERT INTO opened VALUES(0);
CREATE TABLE checkpoints(
  pair TEXT NOT NULL,
  place INTEGER NOT NULL,
  basis BLOB NOT NULL,
  state BLOB NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY(pair, place)) STRICT, WITHOUT ROWID;
)";

constexpr const char* derived = R"(
CREATE TABLE events(
  number INTEGER PRIMARY KEY,
  identity INTEGER NOT NULL,
  reported INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  content BLOB NOT NULL,
  versions INTEGER NOT NULL,
  sequence INTEGER NOT NULL) STRICT;
CREATE TABLE feeds(
  feed TEXT PRIMARY KEY NOT NULL,
  length INTEGER NOT NULL,
  hash TEXT NOT NULL,
  sequence INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE alarms(id INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, content BLOB NOT NULL) STRICT;
CREATE TABLE readings(
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  place INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY(source, target, sequence, place)) STRICT, WITHOUT ROWID;
)";

void set_version(Database& database, int version) {
  database.run(fmt::format("PRAGMA user_version={}", version).c_str());
}

[[noreturn]] void refuse(const Database& database, const std::string& why) {
  throw InputError(ErrorCode::conflict, visible_path(database.path().string()) + ": " + why);
}

}  // namespace

std::span<const Migration> migrations() { return {}; }

void create_derived(Database& database) { database.run(derived); }

void create_schema(Database& database, std::span<const Migration> migrations) {
  database.run(truth);
  create_derived(database);
  for (const Migration step : migrations) database.run(step);
  database.run(fmt::format("PRAGMA application_id={}", application).c_str());
  set_version(database, schema_version(migrations));
}

bool is_blank(Database& database) {
  return database.number("PRAGMA application_id") == 0 && database.number("SELECT count(*) FROM sqlite_schema") == 0;
}

int require_store(Database& database, std::span<const Migration> migrations) {
  if (is_blank(database)) refuse(database, "is empty: a store is created before it is opened");
  if (database.number("PRAGMA application_id") != application)
    refuse(database, "is no store but an SQLite file of another program");
  const std::int64_t version = database.number("PRAGMA user_version");
  const int known = schema_version(migrations);
  if (version > known)
    refuse(database,
           fmt::format("is of store version {}, and this program knows {}: a newer one reads it", version, known));
  if (version < 1) refuse(database, "is damaged: it has no version");
  return static_cast<int>(version);
}

void require_today(Database& database, std::span<const Migration> migrations) {
  const int version = require_store(database, migrations), known = schema_version(migrations);
  if (version < known)
    refuse(database,
           fmt::format("is of store version {}; its writer brings it to {}: detente store rebuild", version, known));
}

void migrate(Database& database, std::span<const Migration> migrations) {
  Transaction all(database, Transaction::Kind::write);
  const int version = require_store(database, migrations);
  if (version == schema_version(migrations)) return;
  for (const Migration step : migrations.subspan(static_cast<std::size_t>(version - 1))) database.run(step);
  set_version(database, schema_version(migrations));
  all.commit();
}

std::string schema_text(Database& database) {
  Statement all(database, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name");
  std::string out;
  while (all.step())
    for (int i = 0; i < all.columns(); ++i) out += all.cell(i) + "\n";
  return out;
}

}  // namespace detente::detail
