#include "stop_signal.hpp"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace detente::cli {
namespace {

volatile std::sig_atomic_t stop = 0;

extern "C" void ask_to_stop(int) { stop = 1; }

/// A signal that the caller ignores (nohup) stays ignored. Without SA_RESTART, so that waiting ends.
void stop_on(int signal) {
  struct sigaction now {};
  if (::sigaction(signal, nullptr, &now) != 0 || now.sa_handler == SIG_IGN) return;
  now = {};
  now.sa_handler = ask_to_stop;
  now.sa_flags = static_cast<int>(SA_RESETHAND);
  ::sigemptyset(&now.sa_mask);
  ::sigaction(signal, &now, nullptr);
}

/// A signal may come between looking and waiting.
constexpr std::chrono::milliseconds longest_wait{200};

}  // namespace

void stop_when_asked() {
  for (const int signal : {SIGINT, SIGTERM}) stop_on(signal);
}

bool asked_to_stop() noexcept { return stop != 0; }

void wait_for(std::chrono::milliseconds time, bool for_input) {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  while (time.count() > 0 && !asked_to_stop()) {
    const auto part = std::min(time, longest_wait);
    if (::poll(&input, for_input ? 1 : 0, static_cast<int>(part.count())) > 0) return;
    time -= part;
  }
}

}  // namespace detente::cli
