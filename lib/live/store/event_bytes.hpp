#pragma once
/// \file
/// The canonical bytes of an event as it was received. Each field that says something is a number and a value, in the
/// order of the numbers, and 0 ends them; a field with its default is left out, so that an event has one form only.
/// Fields may be added with new numbers, and no number is ever given another meaning: hashes go over these bytes.

#include <cstdint>
#include <string>
#include <string_view>

#include "detente/ground/day.hpp"
#include "detente/live/store/store_batch.hpp"
#include "ground/bytes.hpp"

namespace detente::detail {

/// Appends the bytes. What the event says, as against where it came from, is in front; returns how many bytes that is.
std::size_t put_event(std::string& to, const ReceivedEvent& received);
/// Throws `InputError` for bytes that `put_event` did not make.
ReceivedEvent take_event(ByteReader& from);

/// By what events in a store are told apart.
struct ReceivedKey {
  /// The key that a log gives to an event with an id; of another, a hash of its origin.
  std::int64_t identity = 0;
  Day reported;
  std::uint32_t revision = 0;
  /// The first 16 bytes of the hash of all that it says.
  std::string content;
  /// Whether another event with this identity may say something else.
  bool has_versions = true;
};
/// `said` are the bytes of what the event says.
ReceivedKey key_of(const ReceivedEvent& received, std::string_view said);

}  // namespace detente::detail
