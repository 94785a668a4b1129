#pragma once
/// \file
/// The tables that are derived from the batches: written by `append`, by a rebuild and for comparing by the same code.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "live/store/batch_bytes.hpp"
#include "live/store/event_bytes.hpp"
#include "live/store/sqlite.hpp"

namespace detente::detail {

class Derived {
 public:
  explicit Derived(const Database& database);

  void add(const ReceivedKey& key, std::uint64_t sequence);
  void add(const BatchRest& rest, std::uint64_t sequence);
  /// All of a batch that stands in the store. Throws `InputError` if it is damaged. Returns its number of events.
  std::uint64_t add_batch(std::string_view content, std::uint64_t sequence);

 private:
  Statement event_, feed_, alarm_, reading_;
};

/// Where the derived tables of two databases differ: a line for each table that does.
std::vector<std::string> differences(Database& store, Database& fresh);
/// Drops them.
void drop_derived(Database& database);
/// The batch of the first event that is there twice; nothing if there is none.
std::optional<std::uint64_t> first_repeat(Database& database);

}  // namespace detente::detail
