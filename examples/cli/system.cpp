#include "system.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>

#include "detente/ground/atomic_file.hpp"

namespace detente::cli {
namespace {

/// Opens the lowest free descriptor. Standard input and output are opened in the wrong direction, so that using them is
/// an error; messages are just discarded.
void hold(int file) {
  if (::fcntl(file, F_GETFD) >= 0) return;  // NOLINT(cppcoreguidelines-pro-type-vararg)
  const int flags = file == STDOUT_FILENO ? O_RDONLY : O_WRONLY;
  (void)::open("/dev/null", flags);  // NOLINT(cppcoreguidelines-pro-type-vararg)
}

/// Calls only what a signal handler may call. The signal has its default action again (SA_RESETHAND) and is raised
/// again on return.
extern "C" void end_by(int signal) {
  remove_unfinished_files();
  (void)::raise(signal);
}

/// A signal that the caller ignores (nohup) stays ignored.
void clean_up_on(int signal) {
  struct sigaction now {};
  if (::sigaction(signal, nullptr, &now) != 0 || now.sa_handler == SIG_IGN) return;
  now = {};
  now.sa_handler = end_by;
  now.sa_flags = static_cast<int>(SA_RESETHAND);
  ::sigemptyset(&now.sa_mask);
  ::sigaction(signal, &now, nullptr);
}

}  // namespace

void hold_standard_files() {
  for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) hold(file);
}

void settle_signals() {
  for (const int ignored : {SIGPIPE, SIGXFSZ}) std::signal(ignored, SIG_IGN);
  for (const int ending : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU}) clean_up_on(ending);
}

}  // namespace detente::cli
