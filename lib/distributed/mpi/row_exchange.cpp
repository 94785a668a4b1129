#include "distributed/mpi/row_exchange.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <optional>
#include <utility>

#include "contracts/packed_rows.hpp"
#include "distributed/part_router.hpp"

namespace detente::detail {

SpooledRows::SpooledRows(std::optional<std::uint64_t> memory)
    : spool_(memory), pieces_(panel_parts), sizes_(panel_parts) {}

void SpooledRows::put(std::size_t part, std::size_t task, std::string rows) {
  sizes_[part] += packed_size(rows).rows;
  pieces_[part].push_back({task, spool_.put(std::move(rows))});
}

void SpooledRows::each(std::size_t part, const std::function<void(std::size_t, std::string_view)>& take) const {
  for (const Piece& piece : pieces_[part]) take(piece.task, spool_.get(piece.number));
}

/// Pieces on their way, as one stream of bytes for each rank: before each piece stand its part, its task and its size.
class RowExchange {
 public:
  RowExchange(const Ranks& ranks, SpooledRows& rows, const std::vector<std::size_t>& owners)
      : ranks_(&ranks), rows_(&rows), outgoing_(ranks.size()), incoming_(ranks.size()) {
    for (std::size_t part = 0; part < panel_parts; ++part) {
      if (owners[part] == ranks.rank()) continue;
      for (const SpooledRows::Piece& piece : rows.pieces_[part])
        outgoing_[owners[part]].pieces.push_back({part, piece.task, piece.number});
    }
  }

  void run(std::uint64_t round) {
    const std::size_t each = std::max<std::size_t>(head_size, static_cast<std::size_t>(round) / ranks_->size());
    for (bool more = true; more;) {
      (void)ranks_->together([&] { return fill(each); });
      receive();
      more = ranks_->greatest(ranks_->together([&] { return take_in(); }) ? 1 : 0) > 0;
    }
    settle();
  }

 private:
  struct Sent {
    std::size_t part, task, number;
  };
  /// What goes to one rank.
  struct Outgoing {
    std::vector<Sent> pieces;
    std::size_t next = 0;
    std::string open;  ///< a piece with its head, of which `at` bytes are on their way
    std::size_t at = 0;

    bool empty() const { return next == pieces.size() && at == open.size(); }
  };
  static constexpr std::size_t head_size = 3 * sizeof(std::uint64_t);

  std::string piece_with_head(const Sent& sent) const {
    const std::string rows = rows_->spool_.get(sent.number);
    const std::uint64_t head[3]{sent.part, sent.task, rows.size()};
    std::string out(head_size, '\0');
    std::memcpy(out.data(), head, head_size);
    return out + rows;
  }

  /// The next bytes for every rank, at most so many each.
  bool fill(std::size_t each) {
    send_.clear();
    counts_.assign(ranks_->size(), 0);
    for (std::size_t to = 0; to < ranks_->size(); ++to) {
      Outgoing& out = outgoing_[to];
      std::size_t left = each;
      while (left > 0 && !out.empty()) {
        if (out.at == out.open.size()) {
          out.open = piece_with_head(out.pieces[out.next++]);
          out.at = 0;
        }
        const std::size_t n = std::min(left, out.open.size() - out.at);
        send_.append(out.open, out.at, n);
        out.at += n;
        left -= n;
      }
      counts_[to] = static_cast<int>(each - left);
    }
    return true;
  }

  static std::vector<int> begins(const std::vector<int>& counts) {
    std::vector<int> out(counts.size());
    std::exclusive_scan(counts.begin(), counts.end(), out.begin(), 0);
    return out;
  }

  void receive() {
    received_counts_.assign(ranks_->size(), 0);
    MPI_Alltoall(counts_.data(), 1, MPI_INT, received_counts_.data(), 1, MPI_INT, ranks_->comm());
    const std::vector<int> sent_at = begins(counts_);
    received_at_ = begins(received_counts_);
    received_.resize(static_cast<std::size_t>(received_at_.back()) + static_cast<std::size_t>(received_counts_.back()));
    MPI_Alltoallv(send_.data(), counts_.data(), sent_at.data(), MPI_BYTE, received_.data(), received_counts_.data(),
                  received_at_.data(), MPI_BYTE, ranks_->comm());
  }

  /// Puts whole pieces away; whether this rank has more to send.
  bool take_in() {
    for (std::size_t from = 0; from < ranks_->size(); ++from) {
      std::string& waiting = incoming_[from];
      waiting.append(received_, static_cast<std::size_t>(received_at_[from]),
                     static_cast<std::size_t>(received_counts_[from]));
      waiting.erase(0, take_pieces(waiting));
    }
    return std::any_of(outgoing_.begin(), outgoing_.end(), [](const Outgoing& out) { return !out.empty(); });
  }

  /// How many bytes, from the front, were whole pieces.
  std::size_t take_pieces(const std::string& bytes) {
    std::size_t at = 0;
    while (bytes.size() - at >= head_size) {
      std::uint64_t head[3];
      std::memcpy(head, bytes.data() + at, head_size);
      if (bytes.size() - at - head_size < head[2]) break;
      rows_->put(head[0], head[1], bytes.substr(at + head_size, head[2]));
      at += head_size + head[2];
    }
    return at;
  }

  /// Forgets what others have now, and puts the pieces of each part in the order of their tasks.
  void settle() {
    for (const Outgoing& out : outgoing_)
      for (const Sent& sent : out.pieces) rows_->pieces_[sent.part].clear();
    for (auto& pieces : rows_->pieces_)
      std::sort(pieces.begin(), pieces.end(), [](const auto& a, const auto& b) { return a.task < b.task; });
  }

  const Ranks* ranks_;
  SpooledRows* rows_;
  std::vector<Outgoing> outgoing_;     // by rank
  std::vector<std::string> incoming_;  // by rank: the beginning of a piece
  std::string send_, received_;
  std::vector<int> counts_, received_counts_, received_at_;
};

void exchange_rows(const Ranks& ranks, SpooledRows& rows, const std::vector<std::size_t>& owners, std::uint64_t round) {
  RowExchange(ranks, rows, owners).run(round);
}

}  // namespace detente::detail
