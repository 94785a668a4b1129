#pragma once
/// \file
/// Work on numbered items by several threads. What each item gives depends on the item alone, and whoever adds the
/// results up does so in the items' order: any number of threads gives the same bits.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace detente {

/// Calls work(i) for each i < count. An exception of any call reaches the caller; the others then stop early.
template <class Work>
void for_each_item(std::size_t count, std::size_t threads, const Work& work) {
  constexpr std::size_t portion = 16;
  std::atomic<std::size_t> next = 0;
  std::exception_ptr thrown;
  std::mutex guard;
  const auto serve = [&] {
    try {
      for (std::size_t from; (from = next.fetch_add(portion)) < count;)
        for (std::size_t i = from; i < std::min(count, from + portion); ++i) work(i);
    } catch (...) {
      const std::lock_guard lock(guard);
      thrown = std::current_exception();
      next = count;
    }
  };
  const std::size_t helpers = std::min(threads, (count + portion - 1) / portion);
  std::vector<std::thread> others;
  for (std::size_t t = 1; t < helpers; ++t) others.emplace_back(serve);
  serve();
  for (std::thread& other : others) other.join();
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace detente
