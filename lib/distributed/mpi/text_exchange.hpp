#pragma once
/// \file
/// Texts of pairs, in order, from every rank to rank 0, which asks each for its next block when it has received the one
/// before. So no rank holds more than a block, and a rank makes its next one while rank 0 writes.

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "detente/ground/byte_source.hpp"
#include "distributed/mpi/ranks.hpp"
#include "distributed/part_result.hpp"

namespace detente::detail {

/// On rank 0: the texts that another rank sends, as bytes.
class RemoteTexts final : public ByteSource {
 public:
  RemoteTexts(const Ranks& ranks, std::size_t from) : ranks_(&ranks), from_(from) {}
  RemoteTexts(const RemoteTexts&) = delete;
  RemoteTexts& operator=(const RemoteTexts&) = delete;
  /// Lets the other rank go, if it has more to send.
  ~RemoteTexts() override;

  std::size_t read(std::span<char> into) override;

 private:
  void ask_for_more();
  void receive();

  const Ranks* ranks_;
  std::size_t from_;
  std::string block_;
  std::size_t at_ = 0;
  bool asked_ = false, ended_ = false;
};

/// On the others: sends the texts as they are asked for, until there are no more or rank 0 wants none.
void send_texts(const Ranks& ranks, const std::vector<std::unique_ptr<TextReader>>& parts);

}  // namespace detente::detail
