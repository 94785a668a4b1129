#pragma once
/// \file
/// The findings of one kind in an audit: the first ten thousand, and how many more there are. A file of millions of
/// rows can break one rule in every row; the reader of the list needs examples and a count, not all of them in memory.

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#pragma GCC visibility push(default)
namespace detente {

/// Findings of one kind, of which the first are kept and all are counted. Threads: any number may read an object at
/// once, and one alone may change it.
template <class T>
class Findings {
 public:
  /// How many are kept.
  static constexpr std::size_t most = 10'000;

  /// Adds a finding; past `most` it is only counted.
  void add(T finding) {
    if (list_.size() < most)
      list_.push_back(std::move(finding));
    else
      ++beyond_;
  }

  /// The findings that were kept, in the audit's order.
  std::span<const T> list() const noexcept { return list_; }
  /// The same, to be changed.
  std::span<T> list() noexcept { return list_; }
  std::size_t beyond() const noexcept { return beyond_; }  ///< found and not kept
  /// Found in all.
  std::size_t all() const noexcept { return list_.size() + beyond_; }

  /// Whether nothing was found.
  bool empty() const noexcept { return list_.empty(); }
  /// How many are kept.
  std::size_t size() const noexcept { return list_.size(); }
  /// The finding number i, below `size()`.
  const T& operator[](std::size_t i) const { return list_[i]; }
  /// Of those that were kept.
  auto begin() const noexcept { return list_.begin(); }
  /// Of those that were kept.
  auto end() const noexcept { return list_.end(); }

 private:
  std::vector<T> list_;
  std::size_t beyond_ = 0;
};

}  // namespace detente
#pragma GCC visibility pop
