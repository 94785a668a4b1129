#include "detente/live/store/store.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "live/store/chain.hpp"
#include "live/store/inner.hpp"
#include "live/store/sha256.hpp"

namespace detente {
using namespace detail;
namespace {

bool is_in(const ReceivedEvent& received, const StoreView& view) {
  return !view.as_of || reported_day(received.event) <= *view.as_of;
}

template <class Inner>
std::uint64_t last_of(Inner& inner, const StoreView& view) {
  return std::min(inner.last_sequence(), view.received_by.value_or(UINT64_MAX));
}

FeedOffset feed_at(const Statement& row) {
  return {std::string(row.bytes(0)), static_cast<std::uint64_t>(row.number(1)), std::string(row.bytes(2))};
}

}  // namespace

Store::Store(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::create(const std::filesystem::path& file, const StoreChoices& choices, const StoreOptions& options) {
  return Store(std::make_unique<Inner>(file, Inner::Role::creator, options, choices, migrations()));
}

Store Store::open(const std::filesystem::path& file, const StoreOptions& options) {
  return Store(std::make_unique<Inner>(file, Inner::Role::writer, options, StoreChoices{}, migrations()));
}

Store Store::open_read_only(const std::filesystem::path& file, const StoreOptions& options) {
  return Store(std::make_unique<Inner>(file, Inner::Role::reader, options, StoreChoices{}, migrations()));
}

Receipt Store::append(const StoreBatch& batch) { return inner_->append(batch); }

// ---- events ----

void Store::for_each(const StoreView& view,
                     const std::function<void(const ReceivedEvent& event, std::uint64_t sequence)>& visit) const {
  inner_->each_batch(0, last_of(*inner_, view),
                     [&](std::uint64_t sequence, std::int64_t, std::string_view content, std::string_view) {
                       BatchReader batch(content);
                       for (ReceivedEvent event; batch.next(event);)
                         if (is_in(event, view)) visit(event, sequence);
                     });
  inner_->require_unmoved();
}

EventLog Store::log(const StoreView& view) const {
  EventLog out;
  for_each(view, [&](const ReceivedEvent& received, std::uint64_t) {
    out.from_source(received.ids);
    out.add(received.event);
  });
  return out;
}

/// Times never go back from batch to batch, so a search by halves will do.
std::uint64_t Store::received_by(Milliseconds when) const {
  std::uint64_t low = 0, high = inner_->last_sequence();
  while (low < high) {
    const std::uint64_t middle = low + (high - low + 1) / 2;
    if (inner_->received(middle).value_or(INT64_MAX) <= when.count())
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

// ---- what else batches brought ----

std::optional<FeedOffset> Store::feed(std::string_view name) const {
  Statement row(inner_->database(), "SELECT feed, length, hash FROM feeds WHERE feed=?");
  row.bind_text(name);
  return row.step() ? std::optional(feed_at(row)) : std::nullopt;
}

std::vector<FeedOffset> Store::feeds() const {
  std::vector<FeedOffset> out;
  for (Statement row(inner_->database(), "SELECT feed, length, hash FROM feeds ORDER BY feed"); row.step();)
    out.push_back(feed_at(row));
  return out;
}

std::vector<RaisedAlarm> Store::alarms(std::uint64_t after) const {
  std::vector<RaisedAlarm> out;
  Statement row(inner_->database(), "SELECT content FROM alarms WHERE id>? ORDER BY id");
  row.bind(static_cast<std::int64_t>(std::min<std::uint64_t>(after, INT64_MAX)));
  while (row.step()) {
    ByteReader bytes(row.bytes(0));
    out.push_back(take_alarm(bytes));
  }
  return out;
}

std::vector<PublishedReading> Store::readings(const Dyad& pair) const {
  const Dyad of = pair.canonical();
  std::vector<PublishedReading> out;
  Statement row(inner_->database(),
                "SELECT content FROM readings WHERE source=? AND target=? ORDER BY sequence, place");
  row.bind_text(of.source).bind_text(of.target);
  while (row.step()) {
    ByteReader bytes(row.bytes(0));
    out.push_back(take_reading(bytes));
  }
  return out;
}

// ---- choices ----

const StoreChoices& Store::choices() const noexcept { return inner_->choices(); }

void Store::require(const StoreChoices& asked) const {
  for (const auto& [name, value] : asked) {
    const auto made = choices().find(name);
    if (made != choices().end() && made->second == value) continue;
    const std::string was = made == choices().end() ? "without one" : "with " + visible(made->second);
    throw InputError(ErrorCode::conflict,
                     fmt::format("{}: {}: the store was created {}, and {} is asked for",
                                 visible_path(inner_->database().path().string()), visible(name), was, visible(value)));
  }
}

// ---- checkpoints ----

void Store::keep(std::string_view basis, std::span<const StoreCheckpoint> states) {
  inner_->written("keep", [&] {
    const std::string made_on = sha256(basis);
    Transaction all(inner_->database(), Transaction::Kind::write);
    Statement row(inner_->database(), "INSERT OR REPLACE INTO checkpoints VALUES(?,?,?,?,?)");
    for (const StoreCheckpoint& state : states) {
      const auto place = static_cast<std::int64_t>(state.place);
      row.bind_text(state.pair).bind(place).bind_blob(made_on).bind_blob(state.state);
      row.bind_blob(checkpoint_hash(state.pair, place, made_on, state.state)).run();
    }
    all.commit();
    return states.size();
  });
}

std::vector<StoreCheckpoint> Store::checkpoints(std::string_view basis, std::string_view pair) const {
  const std::string made_on = sha256(basis);
  std::vector<StoreCheckpoint> out;
  Statement row(inner_->database(),
                "SELECT place, state, hash FROM checkpoints WHERE pair=? AND basis=? ORDER BY place");
  row.bind_text(pair).bind_blob(made_on);
  while (row.step())
    if (checkpoint_hash(pair, row.number(0), made_on, row.bytes(1)) == row.bytes(2))
      out.push_back({std::string(pair), static_cast<std::uint64_t>(row.number(0)), std::string(row.bytes(1))});
  return out;
}

// ---- the store itself ----

StoreHead Store::head(const StoreView& view) const {
  const std::uint64_t last = last_of(*inner_, view);
  return {last, hexadecimal(inner_->hash_of(last))};
}

const std::filesystem::path& Store::path() const noexcept { return inner_->name(); }

StoreCheck Store::check() const { return inner_->check(); }
void Store::rebuild() { inner_->rebuild(); }

}  // namespace detente
