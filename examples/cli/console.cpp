#include "console.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>

#include "detente/output/write_file.hpp"

namespace detente::cli {
namespace {

/// Writes everything; false, with errno, if the system refuses.
bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

void survive_closed_pipes() { std::signal(SIGPIPE, SIG_IGN); }

void print(std::string_view text) {
  if (!write_all(STDOUT_FILENO, text)) throw std::system_error(errno, std::generic_category(), "standard output");
}

void say(std::string_view line) { (void)write_all(STDERR_FILENO, fmt::format("{}\n", line)); }

void deliver(std::string_view result, const OutputOptions& options) {
  if (options.to_file.empty())
    print(result);
  else
    deliver_file(result, options.to_file);
}

void deliver_file(std::string_view text, const std::string& path) {
  write_file(path, text);
  say("written: " + path);
}

}  // namespace detente::cli
