#pragma once
/// \file
/// The event whose row stands at a place of a log's rows.

#include "detente/contracts/event_log.hpp"

namespace detente {

inline Event nth_event(const EventLog& log, std::size_t place) { return log.event(log.rows()[place]); }

}  // namespace detente
