#include "stopping.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

#include "detente/ground/atomic_file.hpp"

namespace detente::cli {
namespace {

constexpr int patience = 1000;  // milliseconds

volatile std::sig_atomic_t asked = 0;
std::array<int, 2> line{-1, -1};  // from the handler, or the end of the program, to the thread that waits

std::stop_source& source() {
  static std::stop_source all;
  return all;
}

/// Ends the program by the signal's own action. May be called from a handler.
void end_with(int signal) {
  remove_unfinished_files();
  (void)std::signal(signal, SIG_DFL);
  (void)::kill(::getpid(), signal);
}

void tell(char what) { (void)!::write(line[1], &what, 1); }

/// A handler may do little: it wakes the thread that may do more.
extern "C" void ask_work_to_stop(int signal) {
  const int before = errno;
  if (asked != 0) end_with(signal);
  asked = signal;
  tell('s');
  errno = before;
}

/// Whether something was told within the time; a negative time is any.
bool hear(int milliseconds) {
  pollfd input{line[0], POLLIN, 0};
  int ready = 0;
  while ((ready = ::poll(&input, 1, milliseconds)) < 0 && errno == EINTR) {
  }
  char what = 0;
  return ready > 0 && ::read(line[0], &what, 1) == 1;
}

void wait_for_signal() {
  (void)hear(-1);
  if (asked == 0) return;  // the program ends
  source().request_stop();
  if (!hear(patience)) end_with(asked);
}

void ask_on(int signal) {
  struct sigaction now {};
  if (::sigaction(signal, nullptr, &now) != 0 || now.sa_handler == SIG_IGN) return;
  now = {};
  now.sa_handler = ask_work_to_stop;
  ::sigemptyset(&now.sa_mask);
  ::sigaction(signal, &now, nullptr);
}

}  // namespace

std::stop_token stopping() { return source().get_token(); }
int stopped_exit_code() { return 128 + asked; }

/// Without a line or a thread, signals end the program at once.
StopOnSignal::StopOnSignal() {
  if (::pipe2(line.data(), O_CLOEXEC) != 0) return;
  try {
    thread_ = std::thread(wait_for_signal);
  } catch (const std::system_error&) {
    return;
  }
  for (const int signal : {SIGINT, SIGTERM}) ask_on(signal);
}

StopOnSignal::~StopOnSignal() {
  if (!thread_.joinable()) return;
  tell('q');
  thread_.join();
}

}  // namespace detente::cli
