#include "live/pair_memory.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <new>
#include <utility>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace detente::detail {
namespace {

void* allocated(std::size_t bytes, std::size_t alignment) { return ::operator new(bytes, std::align_val_t(alignment)); }

/// What the system answers does not matter: pages of the usual size work as well, if slower.
void ask_for_large_pages([[maybe_unused]] void* begin, [[maybe_unused]] std::size_t bytes) {
#ifdef MADV_HUGEPAGE
  static_cast<void>(madvise(begin, bytes, MADV_HUGEPAGE));
#endif
}

}  // namespace

PairMemory::~PairMemory() {
  for (const Block& block : blocks_) ::operator delete(block.begin, std::align_val_t(std::min(block.size, large_page)));
}

void* PairMemory::do_allocate(std::size_t bytes, std::size_t alignment) {
  if (bytes > most) {
    void* out = allocated(bytes, bytes < large_page ? least : large_page);
    if (bytes >= large_page) ask_for_large_pages(out, bytes & ~(large_page - 1));
    return out;
  }
  const std::size_t size = std::bit_ceil(std::max({bytes, alignment, least}));
  Free*& free = free_[static_cast<std::size_t>(std::countr_zero(size / least))];
  if (free == nullptr) return cut(size);
  return std::exchange(free, free->next);
}

void PairMemory::do_deallocate(void* address, std::size_t bytes, std::size_t alignment) {
  if (bytes > most) {
    ::operator delete(address, std::align_val_t(bytes < large_page ? least : large_page));
    return;
  }
  const std::size_t size = std::bit_ceil(std::max({bytes, alignment, least}));
  Free*& free = free_[static_cast<std::size_t>(std::countr_zero(size / least))];
  free = ::new (address) Free{free};
}

/// Sizes are powers of two and so are blocks, so a piece lies at a multiple of its size if those before it do.
void* PairMemory::cut(std::size_t size) {
  while (true) {
    const std::size_t skipped = (size - reinterpret_cast<std::uintptr_t>(next_) % size) % size;
    if (next_ != nullptr && skipped + size <= left_) {
      void* out = next_ + skipped;
      next_ += skipped + size;
      left_ -= skipped + size;
      return out;
    }
    add_block();
  }
}

/// Each twice as large as the one before, up to a large page.
void PairMemory::add_block() {
  const std::size_t size = blocks_.empty() ? most : std::min(2 * blocks_.back().size, large_page);
  blocks_.reserve(blocks_.size() + 1);
  void* begin = allocated(size, size);
  blocks_.push_back({begin, size});
  if (size == large_page) ask_for_large_pages(begin, size);
  next_ = static_cast<std::byte*>(begin);
  left_ = size;
}

}  // namespace detente::detail
