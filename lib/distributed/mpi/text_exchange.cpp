#include "distributed/mpi/text_exchange.hpp"

#include <algorithm>
#include <utility>

#include "distributed/merged_texts.hpp"

namespace detente::detail {
namespace {

constexpr int request_tag = 1, block_tag = 2, error_tag = 3;
constexpr std::size_t block_size = std::size_t{1} << 20;
enum Request : int { more, enough };

void ask(const Ranks& ranks, std::size_t from, Request what) {
  const int request = what;
  MPI_Send(&request, 1, MPI_INT, to_int(from), request_tag, ranks.comm());
}

/// Thrown through the merge when rank 0 wants no more.
struct Enough {};

void send_block(const Ranks& ranks, std::string& block, int tag = block_tag) {
  int request = more;
  MPI_Recv(&request, 1, MPI_INT, 0, request_tag, ranks.comm(), MPI_STATUS_IGNORE);
  if (request == enough) throw Enough();
  MPI_Send(block.data(), to_int(block.size()), MPI_BYTE, 0, tag, ranks.comm());
  block.clear();
}

void merge_and_send(const Ranks& ranks, const std::vector<std::unique_ptr<TextReader>>& parts) {
  std::string block;
  merge_texts(parts, [&](PairText&& pair) {
    put_text_of(block, pair.pair, pair.text);
    if (block.size() >= block_size) send_block(ranks, block);
  });
  if (!block.empty()) send_block(ranks, block);
}

}  // namespace

RemoteTexts::~RemoteTexts() {
  try {
    if (asked_) receive();
  } catch (const std::exception&) {  // nobody wants the rest, nor what is wrong with it
  }
  if (!ended_) ask(*ranks_, from_, enough);
}

void RemoteTexts::ask_for_more() {
  ask(*ranks_, from_, more);
  asked_ = true;
}

void RemoteTexts::receive() {
  MPI_Status status;
  MPI_Probe(to_int(from_), MPI_ANY_TAG, ranks_->comm(), &status);
  int size = 0;
  MPI_Get_count(&status, MPI_BYTE, &size);
  block_.resize(static_cast<std::size_t>(size));
  MPI_Recv(block_.data(), size, MPI_BYTE, to_int(from_), status.MPI_TAG, ranks_->comm(), MPI_STATUS_IGNORE);
  asked_ = false;
  at_ = 0;
  ended_ = block_.empty() || status.MPI_TAG == error_tag;
  if (status.MPI_TAG == error_tag) throw_error(block_);
}

std::size_t RemoteTexts::read(std::span<char> into) {
  if (at_ == block_.size() && !ended_) {
    if (!asked_) ask_for_more();
    receive();
    if (!ended_) ask_for_more();
  }
  const std::size_t n = std::min(into.size(), block_.size() - at_);
  std::copy_n(block_.data() + at_, n, into.data());
  at_ += n;
  return n;
}

/// An empty block ends the texts, and an error is sent in place of a block.
void send_texts(const Ranks& ranks, const std::vector<std::unique_ptr<TextReader>>& parts) {
  try {
    std::string end;
    int tag = block_tag;
    try {
      merge_and_send(ranks, parts);
    } catch (const std::exception&) {
      end = bytes_of_error(std::current_exception());
      tag = error_tag;
    }
    send_block(ranks, end, tag);
  } catch (const Enough&) {  // rank 0 has ended
  }
}

}  // namespace detente::detail
