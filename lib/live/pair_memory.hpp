#pragma once
/// \file
/// Memory for many small arrays that grow and lie anywhere. Reaching one costs the page before it costs the line, so
/// arrays are cut from large blocks for which the system is asked to use large pages, where it has them; and an array
/// that grows leaves its place to the next of that size.

#include <array>
#include <cstddef>
#include <memory_resource>
#include <vector>

namespace detente::detail {

class PairMemory final : public std::pmr::memory_resource {
 public:
  PairMemory() = default;
  PairMemory(const PairMemory&) = delete;
  PairMemory& operator=(const PairMemory&) = delete;
  ~PairMemory() override;

 private:
  struct Free {
    Free* next;
  };
  struct Block {
    void* begin;
    std::size_t size;
  };
  static constexpr std::size_t least = 64, most = std::size_t{1} << 17U, large_page = std::size_t{1} << 21U;

  void* do_allocate(std::size_t bytes, std::size_t alignment) override;
  void do_deallocate(void* address, std::size_t bytes, std::size_t alignment) override;
  bool do_is_equal(const memory_resource& other) const noexcept override { return this == &other; }

  void* cut(std::size_t size);
  void add_block();

  std::array<Free*, 12> free_{};  // by size: 64, 128 … 131,072 bytes
  std::vector<Block> blocks_;
  std::byte* next_ = nullptr;  // of the last block, what is not cut yet
  std::size_t left_ = 0;
};

}  // namespace detente::detail
