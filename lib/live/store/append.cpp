#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "detente/ground/error.hpp"
#include "live/store/chain.hpp"
#include "live/store/inner.hpp"

namespace detente {
using namespace detail;
namespace {

/// SQLite holds values of up to a billion bytes; and a batch is read whole.
constexpr std::size_t most_bytes = std::size_t{1} << 29;

void require_receivable(const ReceivedEvent& received) {
  require_sound(received.event);
  if (received.event.id.empty() && received.origin.position == 0)
    throw_invalid("origin", received.origin.feed, "an event without an id says where it came from, with a position");
}

/// The new events of a batch, as bytes.
struct NewEvents {
  std::size_t count = 0;
  std::string bytes;
};

void refuse_rival(const ReceivedEvent& received) {
  if (received.event.id.empty())
    throw_invalid("origin", fmt::format("{} {}", received.origin.feed, received.origin.position),
                  "from one place comes one event, and this one says something else than the one received");
  throw_invalid("id", received.event.id,
                "names two events that say different things, and whose ids they are was not said: name the source of "
                "each, or say `reported` or `revision` of the later version");
}

NewEvents take_new(Derived& derived, KnownKeys& known, const std::vector<ReceivedEvent>& events,
                   std::uint64_t sequence) {
  NewEvents out;
  for (const ReceivedEvent& event : events) {
    const std::size_t begin = out.bytes.size(), said = put_event(out.bytes, event);
    const ReceivedKey key = key_of(event, std::string_view(out.bytes).substr(begin, said));
    if (known.has_rival(key)) refuse_rival(event);
    if (known.is_new(key)) {
      derived.add(key, sequence);
      ++out.count;
    } else {
      out.bytes.resize(begin);
    }
  }
  if (out.bytes.size() > most_bytes)
    throw_invalid("batch", std::to_string(out.bytes.size()), "has at most 512 MiB; append it in parts");
  return out;
}

std::vector<FeedOffset> moved_feeds(Database& database, const std::vector<FeedOffset>& feeds) {
  std::vector<FeedOffset> out;
  Statement stored(database, "SELECT 1 FROM feeds WHERE feed=? AND length=? AND hash=?");
  for (const FeedOffset& feed : feeds) {
    stored.bind_text(feed.feed).bind(static_cast<std::int64_t>(feed.length)).bind_text(feed.hash);
    if (!stored.step()) out.push_back(feed);
    stored.reset();
  }
  return out;
}

BatchRest new_rest(Database& database, const StoreBatch& batch) {
  BatchRest rest{moved_feeds(database, batch.feeds), batch.alarms, batch.readings};
  auto id = static_cast<std::uint64_t>(database.number("SELECT max(id) FROM alarms"));
  for (RaisedAlarm& alarm : rest.alarms) alarm.id = ++id;
  return rest;
}

}  // namespace

Receipt Store::Inner::append(const StoreBatch& batch) {
  std::for_each(batch.events.begin(), batch.events.end(), require_receivable);
  const Receipt receipt = written("append", [&] {
    if (!known_) known_.emplace(*database_);
    known_->forget_batch();  // of an append that was refused
    return append_new(batch);
  });
  write_back();
  return receipt;
}

/// Out of memory, the keys are forgotten and read again: a batch that is committed must not be new a second time.
void Store::Inner::keep_known() {
  try {
    known_->keep_batch();
  } catch (...) {
    known_.reset();
    throw;
  }
}

Receipt Store::Inner::append_new(const StoreBatch& batch) {
  Transaction all(*database_, Transaction::Kind::write);
  const std::uint64_t last = last_sequence(), sequence = last + 1;
  const NewEvents events = take_new(derived(), *known_, batch.events, sequence);
  const BatchRest rest = new_rest(*database_, batch);
  Receipt receipt{last, events.count, batch.events.size() - events.count, 0};
  if (events.count == 0 && rest.empty()) return receipt;
  derived().add(rest, sequence);
  const std::string content = batch_bytes(events.count, events.bytes, rest);
  const std::int64_t received = now(last);
  Statement row(*database_, "INSERT INTO batches VALUES(?,?,?,?)");
  row.bind(static_cast<std::int64_t>(sequence)).bind(received).bind_blob(content);
  row.bind_blob(next_hash(hash_of(last), sequence, received, content)).run();
  all.commit();
  keep_known();
  receipt.sequence = sequence;
  receipt.first_alarm = rest.alarms.empty() ? 0 : rest.alarms.front().id;
  return receipt;
}

}  // namespace detente
