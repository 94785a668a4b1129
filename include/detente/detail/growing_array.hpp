#pragma once
/// \file
/// An array of plain values that grows without being copied. A vector that doubles holds its values twice while it
/// moves them; for the rows of a log that would be most of the memory. The system's `realloc` moves large blocks by
/// changing the page table, and pages that were never written take no memory.

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>
#include <span>
#include <type_traits>
#include <utility>

#pragma GCC visibility push(default)
namespace detente::detail {

template <class T>
  requires std::is_trivially_copyable_v<T>
class GrowingArray {
 public:
  GrowingArray() = default;
  GrowingArray(const GrowingArray& other) { append(other); }
  GrowingArray(GrowingArray&& other) noexcept { swap(other); }
  GrowingArray& operator=(GrowingArray other) noexcept {
    swap(other);
    return *this;
  }
  ~GrowingArray() { std::free(data_); }  // NOLINT(cppcoreguidelines-no-malloc): realloc is the point

  std::size_t size() const noexcept { return size_; }
  bool empty() const noexcept { return size_ == 0; }
  std::size_t capacity() const noexcept { return capacity_; }
  T* data() noexcept { return data_; }
  const T* data() const noexcept { return data_; }
  T& operator[](std::size_t i) noexcept { return data_[i]; }
  const T& operator[](std::size_t i) const noexcept { return data_[i]; }
  operator std::span<const T>() const noexcept { return {data_, size_}; }  // NOLINT(google-explicit-constructor)

  void push_back(const T& value) {
    const T copy = value;  // `value` may be an element of this array
    if (size_ == capacity_) reserve(capacity_ + capacity_ / 2 + 16);
    data_[size_++] = copy;
  }
  void append(std::span<const T> values) {
    if (values.empty()) return;
    if (size_ + values.size() > capacity_) reserve(std::max(size_ + values.size(), capacity_ + capacity_ / 2));
    std::memcpy(data_ + size_, values.data(), values.size_bytes());
    size_ += values.size();
  }
  /// Drops the values from the `size`-th on.
  void shrink(std::size_t size) noexcept { size_ = std::min(size, size_); }
  /// Frees the memory.
  void release() noexcept { GrowingArray().swap(*this); }
  /// Throws `std::bad_alloc`.
  void reserve(std::size_t capacity) {
    if (capacity <= capacity_) return;
    if (capacity > most) throw std::bad_alloc();
    void* moved = std::realloc(data_, capacity * sizeof(T));  // NOLINT(cppcoreguidelines-no-malloc)
    if (moved == nullptr) throw std::bad_alloc();
    data_ = static_cast<T*>(moved);
    capacity_ = capacity;
  }

 private:
  void swap(GrowingArray& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }

  static constexpr std::size_t most = std::numeric_limits<std::ptrdiff_t>::max() / sizeof(T);

  T* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace detente::detail
#pragma GCC visibility pop
