#pragma once
/// \file
/// The identity of an event: a stable 64-bit key. With an id it comes from (source name, id), so that all versions of
/// an event share it; without one from the event's content and an occurrence number. Events of a dyad are ordered by
/// (day, key) and random draws are keyed by it; the row number is provenance only.

#include <compare>
#include <cstdint>
#include <functional>
#include <string_view>

#include "detente/ground/hash.hpp"

namespace detente {

struct EventKey {
  std::uint64_t value = 0;
  friend constexpr auto operator<=>(EventKey, EventKey) = default;
};

/// Key of an event that has an id. `source_name` is the name of the file or feed that the id belongs to.
EventKey key_of_id(std::string_view source_name, std::string_view id);
/// The same in two steps, for many ids of one source: `key_of_id(hasher_of_ids(name), id)`.
Hasher hasher_of_ids(std::string_view source_name);
EventKey key_of_id(Hasher ids_of_source, std::string_view id);
/// Of events that are equal in all that a key is made of, each has the key of its occurrence; 0 is the key as it is.
EventKey key_of_occurrence(EventKey key, std::uint64_t occurrence);

}  // namespace detente

template <>
struct std::hash<detente::EventKey> {
  std::size_t operator()(detente::EventKey key) const noexcept { return key.value; }
};
