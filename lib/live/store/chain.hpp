#pragma once
/// \file
/// The hashes of a store's batches: each over the one before, the batch's number and time, and its content. Before the
/// first stands one over the choices. Checkpoints, which may change, have each a hash of their own.

#include <cstdint>
#include <string>
#include <string_view>

#include "detente/live/store/store_options.hpp"

namespace detente::detail {

std::string first_hash(const StoreChoices& choices);
std::string next_hash(std::string_view before, std::uint64_t sequence, std::int64_t received, std::string_view content);
/// `basis` is the hash of what it was made on.
std::string checkpoint_hash(std::string_view pair, std::int64_t place, std::string_view basis, std::string_view state);

}  // namespace detente::detail
