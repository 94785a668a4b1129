#include "patience.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>

#include "console.hpp"

namespace detente::cli {

Patience::Patience(std::string what) {
  if (::isatty(STDERR_FILENO) != 0) thread_ = std::thread([this, what = std::move(what)] { wait(what); });
}

Patience::~Patience() {
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
  }
  ended_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Patience::wait(const std::string& what) {
  using namespace std::chrono_literals;
  std::unique_lock lock(mutex_);
  bool shown = false;
  for (int seconds = 1; !ended_.wait_for(lock, 1s, [this] { return over_; }); ++seconds) {
    show_passing(fmt::format("{} ({} s)", what, seconds));
    shown = true;
  }
  if (shown) show_passing("");
}

}  // namespace detente::cli
