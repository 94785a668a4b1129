#include "console.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <system_error>

#include "detente/ground/text.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/output/write_file.hpp"

namespace detente::cli {
namespace {

bool is_mute = false;

/// Writes everything; false, with errno, if the system refuses.
bool write_all(int file, std::string_view text) {
  if (is_mute) return true;
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

void mute() { is_mute = true; }

void print(std::string_view text) { print_raw(printable(text)); }

void print_raw(std::string_view text) {
  if (!write_all(STDOUT_FILENO, text)) throw std::system_error(errno, std::generic_category(), "standard output");
}

void say(std::string_view line) { (void)write_all(STDERR_FILENO, printable(line) + "\n"); }

void show_passing(std::string_view line) {
  (void)write_all(STDERR_FILENO, fmt::format("\r\x1b[K{}", visible(line, SIZE_MAX)));
}

std::string outgoing(std::string_view result, const OutputOptions& options) {
  return printable(options.csv_safe ? spreadsheet_safe(result) : std::string(result));
}

void deliver(std::string_view result, const OutputOptions& options) {
  const std::string text = outgoing(result, options);
  if (options.to_file.empty())
    print(text);
  else
    deliver_file(text, options.to_file);
}

void deliver_file(std::string_view text, const std::string& path) {
  if (path == "-") return print(text);
  write_file(path, printable(text));
  say("written: " + visible(path, SIZE_MAX));
}

}  // namespace detente::cli
