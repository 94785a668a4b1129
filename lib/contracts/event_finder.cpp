#include "detente/contracts/event_finder.hpp"

#include "contracts/log_internals.hpp"
#include "detente/ground/error.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr std::uint32_t nowhere = UINT32_MAX;

}  // namespace

EventFinder::EventFinder(const EventLog& log) : log_(&log), places_(LogInternals::next_number(log), nowhere) {
  for (std::uint32_t place = 0; place < log.size(); ++place) places_[log.rows()[place].number] = place;
}

const EventRow* EventFinder::row(EventId id) const noexcept {
  if (id.value >= places_.size() || places_[id.value] == nowhere) return nullptr;
  return &log_->rows()[places_[id.value]];
}

Event EventFinder::event(EventId id) const {
  const EventRow* found = row(id);
  if (!found) throw_invalid("event", static_cast<double>(id.value), "is the id of an event of the log");
  return log_->event(*found);
}

}  // namespace detente
