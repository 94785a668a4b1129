#include "live/store/derived.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "detente/ground/error.hpp"

namespace detente::detail {
namespace {

struct Table {
  const char* name;
  const char* rows;
};

constexpr std::array<Table, 4> tables{{
    {"events", "SELECT * FROM events ORDER BY number"},
    {"feeds", "SELECT * FROM feeds ORDER BY feed"},
    {"alarms", "SELECT * FROM alarms ORDER BY id"},
    {"readings", "SELECT * FROM readings ORDER BY source, target, sequence, place"},
}};

/// The cells of the next row in one text; nothing after the last.
std::optional<std::string> next_row(Statement& rows) {
  if (!rows.step()) return std::nullopt;
  std::string out;
  for (int i = 0; i < rows.columns(); ++i) put_text(out, rows.cell(i));
  return out;
}

/// The number of the first row, from 1, in which two tables differ; nothing if they are equal.
std::optional<std::uint64_t> first_difference(Statement& a, Statement& b) {
  for (std::uint64_t row = 1;; ++row) {
    const std::optional<std::string> of_a = next_row(a), of_b = next_row(b);
    if (of_a != of_b) return row;
    if (!of_a) return std::nullopt;
  }
}

std::int64_t signed_of(std::uint64_t number) { return static_cast<std::int64_t>(number); }

}  // namespace

Derived::Derived(const Database& database)
    : event_(database, "INSERT INTO events VALUES(NULL,?,?,?,?,?,?)"),
      feed_(database, "INSERT OR REPLACE INTO feeds VALUES(?,?,?,?)"),
      alarm_(database, "INSERT INTO alarms VALUES(?,?,?)"),
      reading_(database, "INSERT INTO readings VALUES(?,?,?,?,?)") {}

void Derived::add(const ReceivedKey& key, std::uint64_t sequence) {
  event_.bind(key.identity).bind(key.reported.value).bind(key.revision).bind_blob(key.content);
  event_.bind(key.has_versions ? 1 : 0).bind(signed_of(sequence)).run();
}

void Derived::add(const BatchRest& rest, std::uint64_t sequence) {
  const std::int64_t number = signed_of(sequence);
  for (const FeedOffset& feed : rest.feeds)
    feed_.bind_text(feed.feed).bind(signed_of(feed.length)).bind_text(feed.hash).bind(number).run();
  for (const RaisedAlarm& alarm : rest.alarms)
    alarm_.bind(signed_of(alarm.id)).bind(number).bind_blob(bytes_of(alarm)).run();
  std::int64_t place = 0;
  for (const PublishedReading& reading : rest.readings) {
    const Dyad pair = reading.pair.canonical();
    reading_.bind_text(pair.source).bind_text(pair.target).bind(number).bind(place++);
    reading_.bind_blob(bytes_of(reading)).run();
  }
}

std::uint64_t Derived::add_batch(std::string_view content, std::uint64_t sequence) {
  BatchReader batch(content);
  ReceivedEvent event;
  std::uint64_t events = 0;
  for (std::string bytes; batch.next(event); ++events) {
    bytes.clear();
    const std::size_t said = put_event(bytes, event);
    add(key_of(event, std::string_view(bytes).substr(0, said)), sequence);
  }
  add(batch.rest(), sequence);
  return events;
}

std::vector<std::string> differences(Database& store, Database& fresh) {
  std::vector<std::string> out;
  for (const Table& table : tables) {
    Statement here(store, table.rows), there(fresh, table.rows);
    if (const auto row = first_difference(here, there))
      out.push_back(fmt::format("table {}: row {} is not what the batches say", table.name, *row));
  }
  return out;
}

std::optional<std::uint64_t> first_repeat(Database& database) {
  Statement row(database,
                "SELECT max(sequence) FROM events GROUP BY identity, reported, revision, content HAVING count(*)>1 "
                "ORDER BY 1 LIMIT 1");
  return row.step() ? std::optional(static_cast<std::uint64_t>(row.number(0))) : std::nullopt;
}

void drop_derived(Database& database) {
  for (const Table& table : tables) database.run(fmt::format("DROP TABLE IF EXISTS {}", table.name).c_str());
}

}  // namespace detente::detail
