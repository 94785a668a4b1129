#include "detente/contracts/changed_log.hpp"

#include <algorithm>

#include "contracts/log_internals.hpp"
#include "detente/ground/error.hpp"

namespace detente {
using namespace detail;
namespace {

/// The numbers of all rows of these events, ascending.
std::vector<std::uint32_t> numbers_of(const EventLog& log, const std::vector<EventKey>& keys) {
  std::vector<std::uint32_t> out;
  for (const EventRow& row : log.rows())
    if (row.identity != Identity::content && std::binary_search(keys.begin(), keys.end(), row.key))
      out.push_back(row.number);
  std::sort(out.begin(), out.end());
  return out;
}

Identity identity_of(const EventLog& log, EventKey key) {
  const auto rows = log.rows();
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const EventRow& row) {
    return row.key == key && row.identity != Identity::content;
  });
  if (found == rows.end()) throw_invalid("key", static_cast<double>(key.value), "is that of an event with an id");
  return found->identity;
}

}  // namespace

void LogInternals::drop(EventLog& log, const std::vector<std::uint32_t>& numbers) {
  if (numbers.empty()) return;
  log.forget_order();
  log.drop(numbers);
}

void LogInternals::add_as(EventLog& log, const Event& event, EventKey key, Identity identity) {
  log.add(event);
  EventRow& row = log.rows_[log.rows_.size() - 1];
  log.moving_ -= can_move(row) ? 1U : 0U;
  row.key = key;
  row.identity = identity;
  log.moving_ += can_move(row) ? 1U : 0U;
}

EventLog changed_log(const EventLog& log, const LogChanges& changes) {
  std::vector<EventKey> gone = changes.removed;
  std::vector<Identity> identities;
  for (const EventKey key : changes.removed) (void)identity_of(log, key);
  for (const auto& [key, event] : changes.replaced) {
    identities.push_back(identity_of(log, key));
    gone.push_back(key);
  }
  std::sort(gone.begin(), gone.end());
  EventLog out = log;
  LogInternals::drop(out, numbers_of(log, gone));
  for (std::size_t i = 0; i < identities.size(); ++i)
    LogInternals::add_as(out, changes.replaced[i].second, changes.replaced[i].first, identities[i]);
  for (const Event& event : changes.inserted) out.add(event);
  (void)out.arrange();
  return out;
}

}  // namespace detente
