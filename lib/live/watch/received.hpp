#pragma once
/// \file
/// What `read_events` read, as events on their way into a store.

#include <vector>

#include "detente/live/store/store_batch.hpp"
#include "detente/readers/read_events.hpp"

namespace detente::detail {

/// The options with which a feed is read: rows stay as they arrived, and whole.
ReadOptions options_of_feed(ReadOptions how);

/// The events in the order of their rows. `position` counts them from 1; feed and delivery are still empty.
std::vector<ReceivedEvent> received_from(const ReadResult& read, const ReadOptions& how);

/// Says of all of them where they came from.
void set_origin(std::vector<ReceivedEvent>& events, const std::string& feed, const std::string& delivery);

/// Throws `InputError` if one of them has no id: `name` is no longer what was read, so that they may have been read.
void require_ids(const std::vector<ReceivedEvent>& events, const std::string& name);

}  // namespace detente::detail
