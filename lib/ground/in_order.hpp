#pragma once
/// \file
/// Work on a sequence of items by several threads, with results in the sequence's order: items are taken one at a time
/// (by any thread, never two at once), processed in parallel, and their results are given one by one to the calling
/// thread. The results do not show how many threads there were.
///
/// At most two items per running thread are in flight, so a slow receiver holds up the others instead of filling the
/// memory. The first item is processed before any thread starts, because most sequences have only one. If threads
/// cannot be started, it works with fewer (parallel.hpp). An exception from an item reaches the caller in the item's
/// turn, after the results before it.

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "ground/parallel.hpp"

namespace detente::detail {

/// `take()` returns an optional item, nothing at the end; `work(item)` returns a result; `give(result)` receives it.
template <class Take, class Work, class Give, class Start = StartThread>
class InOrder {
 public:
  InOrder(Take& take, const Work& work, Give& give, Start start = {})
      : take_(&take), work_(&work), give_(&give), helpers_(std::move(start)) {}
  InOrder(const InOrder&) = delete;
  InOrder& operator=(const InOrder&) = delete;
  ~InOrder() { stop(); }

  void run(std::size_t threads) {
    auto first = (*take_)();
    if (!first) return;
    (*give_)((*work_)(std::move(*first)));
    first.reset();
    threads = std::clamp<std::size_t>(threads, 1, most_threads);
    done_.resize(2 * threads);
    helpers_.start(threads - 1, [this] { serve(); });
    allow(2 * (helpers_.size() + 1));
    receive();
  }

 private:
  using Item = typename std::invoke_result_t<Take&>::value_type;
  using Result = std::invoke_result_t<const Work&, Item&&>;
  struct Outcome {
    std::optional<Result> result;
    std::exception_ptr thrown;
  };
  using Lock = std::unique_lock<std::mutex>;

  void allow(std::size_t most) {
    const std::lock_guard lock(guard_);
    most_ = most;
    changed_.notify_all();
  }

  bool may_take() const { return !ended_ && !taking_ && taken_ - given_ < most_; }

  /// Takes one item and processes it with the lock released.
  void serve_one(Lock& lock) {
    taking_ = true;
    lock.unlock();
    Outcome outcome;
    std::optional<Item> item = take_one(outcome.thrown);
    const bool failed = outcome.thrown != nullptr;
    lock.lock();
    taking_ = false;
    ended_ = ended_ || failed || !item;
    changed_.notify_all();
    if (!failed && !item) return;
    const std::size_t number = taken_++;
    lock.unlock();
    if (!failed) outcome = result_of(std::move(*item));
    item.reset();
    lock.lock();
    place(number) = std::move(outcome);
    changed_.notify_all();
  }

  /// Where the outcome of an item waits. There is a place for each item that may be in flight, so that a helper need
  /// not allocate.
  std::optional<Outcome>& place(std::size_t number) { return done_[number % done_.size()]; }

  /// The next item, or nothing: at the end, or because of an exception.
  std::optional<Item> take_one(std::exception_ptr& thrown) {
    try {
      return (*take_)();
    } catch (...) {
      thrown = std::current_exception();
      return std::nullopt;
    }
  }

  Outcome result_of(Item&& item) const {
    try {
      return {(*work_)(std::move(item)), {}};
    } catch (...) {
      return {std::nullopt, std::current_exception()};
    }
  }

  /// The loop of a helper.
  void serve() {
    Lock lock(guard_);
    for (;;) {
      changed_.wait(lock, [this] { return ended_ || may_take(); });
      if (ended_) return;
      serve_one(lock);
    }
  }

  /// The loop of the caller's thread: gives the next result, and helps while it is not there yet.
  void receive() {
    Lock lock(guard_);
    for (;;) {
      if (std::optional<Outcome>& next = place(given_)) {
        Outcome outcome = std::move(*next);
        next.reset();
        lock.unlock();
        if (outcome.thrown) std::rethrow_exception(outcome.thrown);
        (*give_)(std::move(*outcome.result));
        outcome.result.reset();
        lock.lock();
        ++given_;
        changed_.notify_all();
      } else if (ended_ && given_ == taken_) {
        return;
      } else if (may_take()) {
        serve_one(lock);
      } else {
        changed_.wait(lock);
      }
    }
  }

  /// Takes no more items and waits for those in flight.
  void stop() {
    {
      const std::lock_guard lock(guard_);
      ended_ = true;
      changed_.notify_all();
    }
    helpers_.join();
  }

  Take* take_;
  const Work* work_;
  Give* give_;
  std::size_t most_ = 2;
  std::mutex guard_;
  std::condition_variable changed_;
  std::vector<std::optional<Outcome>> done_;
  std::size_t taken_ = 0;
  std::size_t given_ = 0;
  bool taking_ = false;
  bool ended_ = false;
  Helpers<Start> helpers_;  // destroyed, and so joined, first
};

template <class Take, class Work, class Give, class Start = StartThread>
void work_in_order(std::size_t threads, Take take, const Work& work, Give give, Start start = {}) {
  InOrder<Take, Work, Give, Start>(take, work, give, std::move(start)).run(threads);
}

}  // namespace detente::detail
