#include "rasteriser.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include "console.hpp"
#include "detente/ground/text.hpp"
#include "detente/output/write_file.hpp"
#include "usage_error.hpp"

extern char** environ;

namespace detente::cli {
namespace {

constexpr const char* program = "rsvg-convert";

/// The program's path, or "" if no folder of the PATH has it.
std::string found_program() {
  const char* value = std::getenv("PATH");
  std::string_view folders = value ? value : "";
  while (!folders.empty()) {
    const std::string_view folder = folders.substr(0, folders.find(':'));
    folders.remove_prefix(std::min(folders.size(), folder.size() + 1));
    std::string path = std::string(folder) + "/" + program;
    if (!folder.empty() && ::access(path.c_str(), X_OK) == 0) return path;
  }
  return {};
}

[[noreturn]] void fail(int error, const char* what) {
  throw std::system_error(error, std::generic_category(), std::string(what) + " " + program);
}

/// A pipe whose ends close themselves.
class Pipe {
 public:
  Pipe() {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0) fail(errno, "pipe to");
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close(0);
    close(1);
  }
  int out() const { return ends_[0]; }
  int in() const { return ends_[1]; }
  void close(std::size_t end) {
    if (ends_[end] >= 0) ::close(ends_[end]);
    ends_[end] = -1;
  }

 private:
  std::array<int, 2> ends_{-1, -1};
};

pid_t started(const std::string& path, const Pipe& to, const Pipe& from) {
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, to.out(), STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, from.in(), STDOUT_FILENO);
  std::array<std::string, 5> words{program, "--format", "png", "--zoom", "2"};
  std::array<char*, 6> arguments{};
  for (std::size_t i = 0; i < words.size(); ++i) arguments[i] = words[i].data();
  pid_t child = 0;
  const int error = ::posix_spawn(&child, path.c_str(), &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (error != 0) fail(error, "cannot start");
  return child;
}

/// All of the picture is read before a pixel comes, so the one end can be written to its end before the other is read.
void write_all(Pipe& pipe, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(pipe.in(), text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;  // it ended early; its exit code says so
    text.remove_prefix(static_cast<std::size_t>(n));
  }
  pipe.close(1);
}

std::string read_all(Pipe& pipe) {
  pipe.close(1);
  std::string out;
  std::array<char, 65536> buffer;
  for (;;) {
    const ssize_t n = ::read(pipe.out(), buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return out;
    out.append(buffer.data(), static_cast<std::size_t>(n));
  }
}

void reap(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) fail(errno, "waiting for");
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    throw std::runtime_error(std::string(program) + " failed to turn the chart into a PNG");
}

std::string rasterised(const std::string& svg) {
  Pipe to, from;
  const pid_t child = started(found_program(), to, from);
  to.close(0);
  write_all(to, svg);
  std::string png = read_all(from);
  reap(child);
  return png;
}

}  // namespace

bool is_png(const std::string& path) { return path.ends_with(".png") || path.ends_with(".PNG"); }

void require_rasteriser(const std::string& path) {
  if (is_png(path) && found_program().empty())
    throw_bad_value("--chart", path,
                    "a PNG needs the program rsvg-convert, which is not on the PATH (Debian and Ubuntu: package "
                    "librsvg2-bin); or write FILE.svg");
}

void deliver_png(const std::string& svg, const std::string& path) {
  write_file(path, rasterised(svg));
  say("written: " + visible(path, SIZE_MAX));
}

}  // namespace detente::cli
