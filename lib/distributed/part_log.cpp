#include "distributed/part_log.hpp"

#include <algorithm>
#include <optional>

#include "contracts/count_days.hpp"
#include "detente/detail/symbols.hpp"

namespace detente::detail {
namespace {

/// Rows of one task in the log of a part.
struct Piece {
  std::size_t task = 0;
  UnpackedRows rows = {};
  std::vector<std::uint32_t> dyads = {};  ///< of the rows at home
};

/// The row at home with this number in the log, and its place in its piece; nothing for others.
std::optional<std::pair<const Piece*, std::size_t>> at_home(const std::vector<Piece>& pieces, std::uint32_t number) {
  const auto after = std::upper_bound(pieces.begin(), pieces.end(), number,
                                      [](std::uint32_t n, const Piece& piece) { return n < piece.rows.first_number; });
  if (after == pieces.begin()) return std::nullopt;
  const Piece& piece = *(after - 1);
  const std::size_t place = number - piece.rows.first_number;
  return place < piece.rows.home ? std::optional(std::pair(&piece, place)) : std::nullopt;
}

class PartCounts {
 public:
  PartCounts(const DyadRows& pairs, const std::vector<Piece>& pieces) : log_(&pairs.log()), pieces_(&pieces) {
    rows_.resize(log_->dyads().size());
    for (const Piece& piece : pieces)
      for (const std::uint32_t dyad : piece.dyads) ++rows_[dyad];
  }

  void drop(std::uint32_t number, std::vector<TaskRow>& dropped) {
    const auto found = at_home(*pieces_, number);
    if (!found) return;
    const auto& [piece, place] = *found;
    dropped.push_back({piece->task, piece->rows.numbers_before[place]});
    --rows_[piece->dyads[place]];
  }

  std::map<std::string, std::size_t> by_actor() const {
    std::map<std::string, std::size_t> out;
    for (std::size_t dyad = 0; dyad < rows_.size(); ++dyad)
      for (const SymbolId actor : {log_->dyads()[dyad].source, log_->dyads()[dyad].target})
        if (rows_[dyad] > 0) out[log_->actors()[actor]] += rows_[dyad];
    return out;
  }

 private:
  const EventLog* log_;
  const std::vector<Piece>* pieces_;
  std::vector<std::size_t> rows_;  // at home, by dyad
};

Piece taken(EventLog& log, std::size_t task, std::string_view packed) {
  const std::size_t before = log.size();
  Piece piece{task, unpack_rows(log, packed, false), {}};
  for (const EventRow& row : log.rows().subspan(before, piece.rows.home)) piece.dyads.push_back(row.dyad);
  return piece;
}

}  // namespace

PartLog part_log(std::size_t part, const PanelWork& work, const ExchangedRows& rows,
                 std::optional<std::uint64_t> memory, const std::filesystem::path& folder) {
  PartLog out{DyadRows(work.actors(), folder), {}};
  EventLog log;
  add_rows(log, work.whole().log, work.whole_rows(part));
  std::vector<Piece> pieces;
  rows.each(part, [&](std::size_t task, std::string_view packed) {
    pieces.push_back(taken(log, task, packed));
    if (memory && log.row_bytes() > *memory) out.pairs.spill(log);
  });
  const Settlement found = out.pairs.finish(std::move(log));
  PartCounts counts(out.pairs, pieces);
  for (const std::uint32_t number : found.redelivered) counts.drop(number, out.home.redelivered);
  for (const RowPair& pair : found.conflicting) counts.drop(pair.second, out.home.conflicting);
  out.home.by_actor = counts.by_actor();
  return out;
}

DayCounts home_totals(std::size_t part, const ExchangedRows& rows, std::optional<Day> as_of) {
  EventLog log;
  rows.each(part, [&](std::size_t, std::string_view packed) { (void)unpack_rows(log, packed, true); });
  (void)log.arrange();
  DayCounts out;
  count_days(log, log.rows(), as_of, out);
  return out;
}

DayCounts whole_totals(const PanelWork& work, std::optional<Day> as_of) {
  EventLog log = work.whole().log;
  (void)log.arrange();
  DayCounts out;
  count_days(log, log.rows(), as_of, out);
  return out;
}

}  // namespace detente::detail
