#include "distributed/spool.hpp"

#include <algorithm>
#include <utility>

namespace detente::detail {

Spool::Spool(std::optional<std::uint64_t> limit, std::filesystem::path folder)
    : limit_(limit), folder_(std::move(folder)) {}

Spool::Spool(Spool&&) noexcept = default;
Spool::~Spool() = default;

std::size_t Spool::put(std::string piece) {
  in_memory_ += piece.size();
  const std::uint64_t size = piece.size();
  pieces_.push_back({std::move(piece), 0, size});
  if (limit_ && in_memory_ > *limit_) move_to_file();
  return pieces_.size() - 1;
}

void Spool::move_to_file() {
  if (!file_)
    file_ = std::make_unique<TemporaryFile>(folder_.empty() ? std::filesystem::temp_directory_path() : folder_);
  for (; first_in_memory_ < pieces_.size(); ++first_in_memory_) {
    Piece& piece = pieces_[first_in_memory_];
    file_->append(std::as_bytes(std::span(piece.bytes)));
    piece.offset = in_file_;
    in_file_ += piece.size;
    piece.bytes = {};
  }
  in_memory_ = 0;
}

std::string Spool::get(std::size_t number) const {
  std::string out(pieces_[number].size, '\0');
  (void)read(number, 0, out);
  return out;
}

std::size_t Spool::read(std::size_t number, std::uint64_t offset, std::span<char> into) const {
  const Piece& piece = pieces_[number];
  const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), piece.size - offset));
  if (number >= first_in_memory_)
    std::copy_n(piece.bytes.data() + offset, n, into.data());
  else
    file_->read(static_cast<std::size_t>(piece.offset + offset), std::as_writable_bytes(into.first(n)));
  return n;
}

}  // namespace detente::detail
