#pragma once
/// \file
/// What a store says of itself.

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detente/live/store/store_options.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The last batch and the hash that stands for all batches up to it. Two stores with the same head hold the same
/// events, received in the same order at the same times. An output that names the head shows later whether the store it
/// was made from has lost its end or was changed.
struct StoreHead {
  /// 0 in a store without batches.
  std::uint64_t sequence = 0;
  /// SHA-256 in 64 hexadecimal digits.
  std::string hash;
  friend bool operator==(const StoreHead&, const StoreHead&) = default;
};
/// "17:9f86d081884c7d65…", all digits of the hash.
std::string to_text(const StoreHead& head);

/// What is in a store.
struct StoreInfo {
  /// Of the last batch.
  StoreHead head;
  /// The version of the tables in the file.
  int schema = 0;
  /// How many there are of each.
  std::uint64_t events = 0, alarms = 0, readings = 0, checkpoints = 0;
  /// Bytes of the file, and of its write-ahead log.
  std::uint64_t bytes = 0, log_bytes = 0;
  /// When the first and the last batch were received.
  std::optional<Milliseconds> first_received = {}, last_received = {};
  /// First and last reported day of the events.
  std::optional<Day> first_reported = {}, last_reported = {};
  /// Kept events by format.
  std::map<std::string, std::uint64_t> formats = {};
  /// As given when the store was created.
  StoreChoices choices = {};
};

/// What `Store::check` found wrong.
struct StoreDamage {
  /// Where the damage is.
  enum class Part : std::uint8_t {
    file,     ///< the file's pages, or its schema: not of this program's making
    batches,  ///< the event log itself, which cannot be made anew
    derived,  ///< what `Store::rebuild` makes anew
  };
  /// Where it is.
  Part part = Part::file;
  /// "batch 17: its hash is not that of its content"
  std::string what;
};
/// "file", "batches", "derived"
constexpr std::string_view to_text(StoreDamage::Part part) {
  constexpr std::array<std::string_view, 3> names{"file", "batches", "derived"};
  return names[static_cast<std::size_t>(part)];
}

/// What reading all of a store found.
struct StoreCheck {
  /// The head as recomputed, up to the first batch that is damaged.
  StoreHead head;
  std::uint64_t events = 0;
  /// Empty if all of it is sound.
  std::vector<StoreDamage> damage = {};
  /// Whether nothing is damaged.
  bool sound() const noexcept { return damage.empty(); }
};

}  // namespace detente
#pragma GCC visibility pop
