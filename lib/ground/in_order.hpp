#pragma once
/// \file
/// Items made by several threads and taken in their order. Whoever takes never sees who made, so any number of threads
/// gives the same result; and since a thread that is too far ahead waits, what has been made and not yet taken is
/// bounded.

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace detente {

/// take(make(i)) for i = 0, 1, … count - 1, in this order and one at a time; `make` runs on as many threads, at most
/// `4 × threads` items ahead of `take`. The first exception ends the work and reaches the caller.
template <class Make, class Take>
void in_order(std::size_t count, std::size_t threads, const Make& make, const Take& take) {
  if (threads <= 1) {
    for (std::size_t i = 0; i < count; ++i) take(make(i));
    return;
  }
  using Item = decltype(make(std::size_t{0}));
  std::mutex guard;
  std::condition_variable changed;
  std::map<std::size_t, Item> waiting;
  std::size_t next_made = 0, next_taken = 0;
  bool taking = false;
  std::exception_ptr thrown;

  // Called with the lock: takes what is due, letting go of the lock meanwhile.
  const auto take_due = [&](std::unique_lock<std::mutex>& lock) {
    taking = true;
    for (auto due = waiting.find(next_taken); due != waiting.end() && !thrown; due = waiting.find(next_taken)) {
      const Item item = std::move(due->second);
      waiting.erase(due);
      lock.unlock();
      take(item);
      lock.lock();
      ++next_taken;
      changed.notify_all();
    }
    taking = false;
  };
  const auto serve = [&] {
    std::unique_lock lock(guard);
    try {
      for (;;) {
        changed.wait(lock, [&] { return thrown || next_made >= count || next_made < next_taken + 4 * threads; });
        if (thrown || next_made >= count) return;
        const std::size_t number = next_made++;
        lock.unlock();
        Item item = make(number);
        lock.lock();
        waiting.emplace(number, std::move(item));
        if (!taking) take_due(lock);
      }
    } catch (...) {
      if (!lock.owns_lock()) lock.lock();
      if (!thrown) thrown = std::current_exception();
      changed.notify_all();
    }
  };
  std::vector<std::thread> others;
  others.reserve(threads - 1);
  for (std::size_t t = 1; t < threads; ++t) others.emplace_back(serve);
  serve();
  for (std::thread& other : others) other.join();
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace detente
