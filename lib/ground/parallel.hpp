#pragma once
/// \file
/// Processes numbered items on several threads. The result of an item depends only on the item, and callers combine
/// results in the items' order, so any number of threads gives the same bits.
///
/// So missing threads cost only time: a machine that is out of memory or of threads starts fewer than requested, and
/// those that started, including the caller's own, do the work.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <new>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "detente/ground/threads.hpp"
#include "detente/ground/work_control.hpp"

namespace detente::detail {

/// How a thread is started: `std::thread`, or a test's replacement.
struct StartThread {
  template <class Serve>
  std::thread operator()(Serve&& serve) const {
    return std::thread(std::forward<Serve>(serve));
  }
};

/// Threads beside the caller's, as many as could be started; they are joined at the end whatever happens.
template <class Start = StartThread>
class Helpers {
 public:
  explicit Helpers(Start start = {}) : start_(std::move(start)) {}
  Helpers(const Helpers&) = delete;
  Helpers& operator=(const Helpers&) = delete;
  ~Helpers() { join(); }

  /// Starts up to `count` threads that call `serve()`, which must not throw. After the first one that cannot start, no
  /// more are tried.
  template <class Serve>
  void start(std::size_t count, const Serve& serve) {
    try {
      threads_.reserve(std::min(count, most_threads));
      while (threads_.size() < threads_.capacity() && threads_.size() < count) threads_.push_back(start_(serve));
    } catch (const std::system_error&) {  // no more threads
    } catch (const std::bad_alloc&) {     // no memory for another
    }
  }
  void join() noexcept {
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }
  std::size_t size() const noexcept { return threads_.size(); }

 private:
  Start start_;
  std::vector<std::thread> threads_;
};

/// The work with a watch on it: it ends with `Stopped` when asked, and the thread that made the watch tells how far all
/// threads have come.
template <class Work>
class Watched {
 public:
  Watched(const WorkControl& control, std::size_t count, std::string_view what, const Work& work)
      : control_(&control), count_(count), what_(what), work_(&work) {}

  void operator()(std::size_t i) const {
    const WorkDone so_far{done_, count_, what_};
    (std::this_thread::get_id() == caller_ ? *control_ : helping_).at(so_far);
    (*work_)(i);
    ++done_;
  }

 private:
  const WorkControl* control_;
  const WorkControl helping_ = control_->without_progress();
  std::size_t count_;
  std::string_view what_;
  const Work* work_;
  std::thread::id caller_ = std::this_thread::get_id();
  mutable std::atomic<std::size_t> done_ = 0;
};

template <class Work>
Watched<Work> watched(const WorkControl& control, std::size_t count, std::string_view what, const Work& work) {
  return Watched<Work>(control, count, what, work);
}

/// Calls work(i) for each i < count. An exception from any call reaches the caller; the others then stop early.
template <class Work, class Start = StartThread>
void for_each_item(std::size_t count, std::size_t threads, const Work& work, Start start = {}) {
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
  const std::size_t servers = std::min(threads, (count + portion - 1) / portion);
  Helpers<Start> others(std::move(start));
  if (servers > 1) others.start(servers - 1, serve);
  serve();
  others.join();
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace detente::detail
