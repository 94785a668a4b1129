#include "live/known_events.hpp"

#include <tuple>
#include <unordered_map>

#include "contracts/log_internals.hpp"
#include "contracts/settling.hpp"

namespace detente::detail {
namespace {

/// What the rule compares, in its order.
auto rank_of(const EventLog& log, const EventRow& row) {
  return std::make_tuple(log.reported(row), log.revision(row).value_or(0), row.status == Status::cancelled,
                         LogInternals::content(log, row));
}

bool are_rivals(const EventLog& log, const EventRow& a, const EventRow& b) {
  return log.reported(a) == log.reported(b) && log.revision(a).value_or(0) == log.revision(b).value_or(0);
}

/// Whether it may not be followed by another content.
bool is_unsaid(const EventLog& log, const EventRow& row) {
  return row.identity == Identity::unnamed_event && !row.dated_report && !log.revision(row);
}

}  // namespace

KnownEvents::Outcome KnownEvents::settle(const EventRow& row) {
  if (row.identity == Identity::content) return {};
  if (is_unsaid(*log_, row)) unsaid_.find_or_add(row.key.value, row.number);
  const std::uint32_t number = counting_.find_or_add(row);
  if (number == row.number) return {};
  Outcome out{Arrived::superseded, log_->rows()[number], false};
  const auto mine = rank_of(*log_, row), there = rank_of(*log_, *out.other);
  if (mine == there) {
    out.what = Arrived::redelivered;
    return out;
  }
  out.conflicts = are_rivals(*log_, row, *out.other);
  if (mine < there) return out;
  out.what = Arrived::version;
  counting_.set(row);
  return out;
}

void KnownEvents::refuse_unsaid(const EventLog& arriving) const {
  std::unordered_map<EventKey, EventContent> said;  // by those that arrive
  for (const EventRow& row : arriving.rows()) {
    if (!is_unsaid(arriving, row)) continue;
    const EventContent content = LogInternals::content(arriving, row);
    const auto known = unsaid_.find(row.key.value);
    const EventContent first = known ? LogInternals::content(*log_, log_->rows()[*known]) : content;
    if (said.try_emplace(row.key, first).first->second == content) continue;
    Settlement found;
    found.unsaid.push_back({known.value_or(row.number), row.number});
    detail::refuse_unsaid(arriving, found);
  }
}

}  // namespace detente::detail
