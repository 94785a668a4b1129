#include "detente/live/store/store_findings.hpp"

#include "detente/live/store/store.hpp"
#include "live/store/inner.hpp"

namespace detente {
namespace {

std::optional<Milliseconds> time_of(std::optional<std::int64_t> received) {
  return received ? std::optional(Milliseconds(*received)) : std::nullopt;
}

std::uint64_t bytes_in(const std::string& file) {
  std::error_code none;
  const std::uintmax_t bytes = std::filesystem::file_size(file, none);
  return none ? 0 : bytes;
}

void take_events(const Store& store, StoreInfo& info) {
  store.for_each({}, [&](const ReceivedEvent& received, std::uint64_t) {
    const Day day = reported_day(received.event);
    ++info.events;
    ++info.formats[received.format];
    info.first_reported = std::min(info.first_reported.value_or(day), day);
    info.last_reported = std::max(info.last_reported.value_or(day), day);
  });
}

}  // namespace

std::string to_text(const StoreHead& head) { return std::to_string(head.sequence) + ":" + head.hash; }

StoreInfo Store::info() const {
  detail::Database& database = inner_->database();
  const auto counted = [&](const char* query) { return static_cast<std::uint64_t>(database.number(query)); };
  StoreInfo out{.head = head(), .schema = static_cast<int>(database.number("PRAGMA user_version"))};
  out.alarms = counted("SELECT count(*) FROM alarms");
  out.readings = counted("SELECT count(*) FROM readings");
  out.checkpoints = counted("SELECT count(*) FROM checkpoints");
  out.bytes = bytes_in(database.path().string());
  out.log_bytes = bytes_in(database.path().string() + "-wal");
  out.first_received = time_of(inner_->received(1));
  out.last_received = time_of(inner_->received(out.head.sequence));
  out.choices = choices();
  take_events(*this, out);
  return out;
}

}  // namespace detente
