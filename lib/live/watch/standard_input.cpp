#include "live/watch/standard_input.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "detente/ground/error.hpp"
#include "live/watch/packed_file.hpp"
#include "live/watch/received.hpp"

namespace detente::detail {
namespace {

constexpr std::size_t read_at_once = std::size_t{1} << 16, most_waiting = std::size_t{1} << 24;

bool can_be_read() {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  return ::poll(&input, 1, 0) > 0;
}

}  // namespace

void StandardInput::fill() {
  while (!has_ended_ && waiting_.size() < most_waiting && can_be_read()) {
    std::string piece(read_at_once, '\0');
    const ssize_t read = ::read(STDIN_FILENO, piece.data(), piece.size());
    if (read < 0 && errno == EINTR) return;
    if (read < 0) throw std::system_error(errno, std::generic_category(), "standard input");
    has_ended_ = read == 0;
    waiting_.append(piece, 0, static_cast<std::size_t>(read));
  }
}

std::optional<Delivery> StandardInput::next() {
  fill();
  if (is_packed(waiting_))
    throw InputError(ErrorCode::unknown_format,
                     "standard input: is packed: unpack it on the way (zcat FILE | detente …)");
  if (has_ended_ && !waiting_.empty() && waiting_.back() != '\n') waiting_ += '\n';
  auto piece = text_.take(waiting_, has_ended_ && !waiting_.empty());
  if (!piece) {
    if (has_ended_) waiting_.clear();  // a header without rows
    return std::nullopt;
  }
  waiting_.erase(0, piece->length);
  set_origin(piece->events, "-", "");
  return Delivery{.name = "-", .events = std::move(piece->events), .files = std::move(piece->files)};
}

}  // namespace detente::detail
