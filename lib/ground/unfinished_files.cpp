#include "ground/unfinished_files.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <cstring>

#include "detente/ground/atomic_file.hpp"

namespace detente::detail {
namespace {

enum State : int { vacant, changing, kept };

struct Place {
  std::atomic<int> state{vacant};
  std::array<char, 4096> name{};
};
static_assert(std::atomic<int>::is_always_lock_free);

std::array<Place, 64>& places() noexcept {
  static constinit std::array<Place, 64> all{};
  return all;
}

bool changed(Place& place, int from, int to) noexcept { return place.state.compare_exchange_strong(from, to); }

}  // namespace

std::size_t remember_unfinished(const char* name) noexcept {
  const std::size_t bytes = std::strlen(name) + 1;
  if (bytes > Place{}.name.size()) return nowhere;
  for (std::size_t i = 0; i < places().size(); ++i) {
    if (!changed(places()[i], vacant, changing)) continue;
    std::memcpy(places()[i].name.data(), name, bytes);
    places()[i].state = kept;
    return i;
  }
  return nowhere;
}

/// If a signal handler is using the place, it stays taken, because the process is about to end.
void forget_unfinished(std::size_t place) noexcept {
  if (place != nowhere) (void)changed(places()[place], kept, vacant);
}

}  // namespace detente::detail

namespace detente {
using namespace detail;

void remove_unfinished_files() noexcept {
  for (Place& place : places())
    if (changed(place, kept, changing)) ::unlink(place.name.data());
}

}  // namespace detente
