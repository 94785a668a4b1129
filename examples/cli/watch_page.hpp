#pragma once
/// \file
/// The page of a relation that is written anew as events arrive.

#include <string>

#include "detente/live/store/store.hpp"
#include "detente/live/watch/watch.hpp"
#include "watch_choices.hpp"

namespace detente::cli {

/// Writes it whole or not at all; nothing before the pair has an event that counts.
void write_page(const std::string& path, const WatchWords& words, const Watch& watch, const Store& store,
                const std::string& store_name);

}  // namespace detente::cli
