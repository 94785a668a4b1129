#pragma once
/// \file
/// Keys of events from hashes that the caller has already: for rows that come by the million (see event_key.hpp).

#include <cstdint>
#include <optional>
#include <string_view>

#include "detente/detail/hash.hpp"
#include "detente/values/event_key.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// The same in two steps, for many ids of one source: `key_of_id(hasher_of_ids(name), id)`.
Hasher hasher_of_ids(std::string_view source_name);
EventKey key_of_id(Hasher ids_of_source, std::string_view id);
/// Key of a report, from the key of its id, the hashes of its actors (`Hasher().add(name).value()`) and its
/// day.
EventKey key_of_report(EventKey id, std::uint64_t source, std::uint64_t target, Day day);
/// Events that are equal in all that a key is made of get different keys by their occurrence number; 0 leaves the key
/// as it is.
EventKey key_of_occurrence(EventKey key, std::uint64_t occurrence);

/// What the key of a plain event is made of, with texts given as their hashes (`Hasher().add(text).value()`), for
/// callers that have these already. An event with any field that is missing here has another key.
struct PlainContent {
  Day day;
  Day reported;
  std::uint64_t source = 0, target = 0, code = 0;
  std::uint32_t mentions = 1;
  std::optional<double> score = {};
  std::string_view issue = {}, note = {}, url = {};
};
EventKey key_of_content(const PlainContent& content);

}  // namespace detente::detail
#pragma GCC visibility pop
