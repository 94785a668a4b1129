#pragma once
/// \file
/// The one exchange of a shared panel: packed rows go from the ranks that read them to the ranks that score their
/// parts.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "distributed/mpi/ranks.hpp"
#include "distributed/part_log.hpp"
#include "distributed/spool.hpp"

namespace detente::detail {

/// Packed rows that lie with this rank. Threads: any number may read an object at once, and one alone may change it.
class SpooledRows final : public ExchangedRows {
 public:
  explicit SpooledRows(std::optional<std::uint64_t> memory);

  void put(std::size_t part, std::size_t task, std::string rows);
  void each(std::size_t part, const std::function<void(std::size_t, std::string_view)>& take) const override;
  /// How many rows lie here of each part.
  std::vector<std::uint64_t> sizes() const { return sizes_; }

 private:
  friend class RowExchange;
  struct Piece {
    std::size_t task, number;
  };
  Spool spool_;
  std::vector<std::vector<Piece>> pieces_;  // by part
  std::vector<std::uint64_t> sizes_;
};

/// Sends the rows of each part to its owner, in rounds of at most `round` bytes a rank, and forgets those that were
/// sent. To be called by all ranks.
void exchange_rows(const Ranks& ranks, SpooledRows& rows, const std::vector<std::size_t>& owners,
                   std::uint64_t round = std::uint64_t{16} << 20);

}  // namespace detente::detail
