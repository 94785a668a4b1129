#pragma once
/// \file
/// How a store is opened, and which part of its events is asked for.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "detente/ground/day.hpp"
#include "detente/ground/moment.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What survives which failure.
enum class Durability : std::uint8_t {
  full,    ///< what was acknowledged survives a power failure
  normal,  ///< it survives the end of the process; a power failure may take the last batches, whole ones, from the end
};

/// How a store is opened.
struct StoreOptions {
  /// Of what is acknowledged.
  Durability durability = Durability::full;
  /// Beyond so many bytes of write-ahead log, `append` refuses. The log grows while some reader holds an old state.
  std::uint64_t most_log_bytes = std::uint64_t{1} << 30;
  /// How long a read transaction of ours may last, and how long anything waits for another process.
  Milliseconds patience{2000};
  /// What time it is, since 1970-01-01 UTC; by default the system's clock.
  std::function<Milliseconds()> clock = {};
  /// The SQLite VFS that keeps the file, for a file system of one's own; empty for the system's. The store asks the
  /// system neither for a lock nor whether the file is still there then: one writer at a time is up to the caller.
  std::string vfs = {};
};

/// Which events are asked for. Both empty: all.
struct StoreView {
  /// Only what was reported by the end of this day.
  std::optional<Day> as_of = {};
  /// Only what the store had after this batch (`Receipt::sequence`).
  std::optional<std::uint64_t> received_by = {};
};

/// What was decided from the data when the store was created, by name: "codebook", "profile", "roll-up", "model" and
/// whatever else later batches must not change.
using StoreChoices = std::map<std::string, std::string>;

}  // namespace detente
#pragma GCC visibility pop
