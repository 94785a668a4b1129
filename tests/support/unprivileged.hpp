#pragma once
/// Tests often run as root, whom no permission stops. While an object of this class lives, the process, with all its
/// threads and the programs that it starts, runs as the user nobody; files it creates belong to nobody.

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>

#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace detente::test {

class Unprivileged {
 public:
#ifdef __linux__
  Unprivileged() : is_other_(::geteuid() == 0 && ::setresuid(nobody, nobody, 0) == 0) {}
  ~Unprivileged() {
    if (!is_other_) return;
    if (::setresuid(0, 0, 0) != 0) std::abort();  // the following tests would run as nobody
    ::prctl(PR_SET_DUMPABLE, 1);                  // which a change of user takes away, and leak checkers need
  }
#else
  Unprivileged() = default;
#endif
  Unprivileged(const Unprivileged&) = delete;
  Unprivileged& operator=(const Unprivileged&) = delete;

  /// Whether permissions apply now.
  static bool works() { return ::geteuid() != 0; }
  /// Whether a program can be run, as when its folders are open to all.
  static bool may_run(const char* path) { return ::faccessat(AT_FDCWD, path, X_OK, AT_EACCESS) == 0; }

 private:
  static constexpr unsigned nobody = 65534;
  bool is_other_ = false;
};

/// A folder that everybody may enter and write to, removed at the end.
class OpenFolder {
 public:
  OpenFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "detente-open-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for a test");
    path_ = name;
    std::filesystem::permissions(path_, std::filesystem::perms::all);
  }
  OpenFolder(const OpenFolder&) = delete;
  OpenFolder& operator=(const OpenFolder&) = delete;
  ~OpenFolder() {
    std::error_code ignored;
    std::filesystem::permissions(path_, std::filesystem::perms::all, ignored);
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }
  bool empty() const { return std::filesystem::is_empty(path_); }
  /// Makes it read-only.
  void close() const {
    using enum std::filesystem::perms;
    std::filesystem::permissions(path_, all & ~owner_write & ~group_write & ~others_write);
  }

 private:
  std::filesystem::path path_;
};

}  // namespace detente::test

/// Skips the test, with a message, if permissions cannot be made to apply.
#define DETENTE_NEEDS_PERMISSIONS() \
  if (!::detente::test::Unprivileged::works()) GTEST_SKIP() << "this process is root and cannot be anyone else"
