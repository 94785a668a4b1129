#pragma once
/// \file
/// Rows on their way from the log of one process to that of another: 24 bytes a row, with their side columns, and with
/// the actors and codes that they need as words. Only what a batch of brief events can bring may travel
/// (event_batch.hpp), and no event that may move from pair to pair, because versions of it would have to be known
/// everywhere.
///
/// The bytes are of this kind of machine: they are for processes that work on one result, not for keeping.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/contracts/event_log.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// Packs rows of one log, dyad by dyad.
class RowPacker {
 public:
  /// The log is grouped, must outlive the packer, and may not change.
  explicit RowPacker(const EventLog& log);

  /// The rows of these dyads, by their numbers in the log, in order of arrival within each; the first `home` of them
  /// are at home where the rows go. O(rows).
  std::string packed(std::span<const std::uint32_t> dyads, std::size_t home);

 private:
  std::uint32_t local_actor(SymbolId actor);
  std::uint16_t local_code(std::uint16_t code);
  void put_dyads(std::string& to, std::span<const std::uint32_t> dyads, std::size_t home);
  void take_rows(std::span<const std::uint32_t> dyads);

  const EventLog* log_;
  std::vector<std::uint32_t> actor_numbers_, code_numbers_;  // of the log's, from 1; 0 for those not packed yet
  std::vector<SymbolId> actors_;                             // packed, in order
  std::vector<std::uint16_t> codes_;
  std::vector<EventRow> rows_;
  std::vector<char> has_own_day_;  // by number: whether it was reported on another day than the first of its date
};

/// What has been unpacked: rows in the order of packing, each with the number that it had before.
struct UnpackedRows {
  /// The number in the log of the first row; the others follow.
  std::uint32_t first_number = 0;
  std::vector<std::uint32_t> numbers_before = {};
  /// How many of them, from the first, are of dyads at home.
  std::size_t home = 0;
};

/// Adds packed rows to a log, those at home alone or all. Throws `InputError` where the bytes are not what was packed.
UnpackedRows unpack_rows(EventLog& log, std::string_view packed, bool home_alone);

/// How many rows are packed, and how many of them are at home.
struct PackedSize {
  std::uint64_t rows = 0, home = 0;
};
PackedSize packed_size(std::string_view packed);

}  // namespace detente::detail
#pragma GCC visibility pop
