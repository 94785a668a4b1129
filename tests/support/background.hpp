#pragma once
/// \file
/// A program that runs beside the test until it ends by itself or by a signal.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

namespace detente::test {

class Background {
 public:
  /// Its output and messages go to these files; its input is empty.
  Background(std::vector<std::string> words, std::string out, const std::string& err) : out_(std::move(out)) {
    std::ofstream(out_, std::ios::trunc);  // before it runs, so that nothing of an earlier one is read
    pid_ = ::fork();
    if (pid_ == 0) become(words, err);
  }
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;
  ~Background() {
    if (pid_ > 0) (void)end(SIGKILL);
  }

  /// Waits for the signal's effect; the exit code, or minus the signal that ended it.
  int end(int signal) {
    ::kill(pid_, signal);
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

  std::string output() const {
    std::ifstream file(out_, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  /// Waits until it has printed so many bytes; false after a minute.
  bool has_printed(std::size_t bytes) const {
    for (int i = 0; i < 6000; ++i) {
      if (output().size() >= bytes) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
  }

 private:
  [[noreturn]] void become(std::vector<std::string>& words, const std::string& err) const {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, SIG_DFL);  // a shell's background job ignores INT
    put("/dev/null", O_RDONLY, STDIN_FILENO);
    put(out_, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    put(err, O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  static void put(const std::string& path, int flags, int file) { ::dup2(::open(path.c_str(), flags, 0644), file); }

  std::string out_;
  pid_t pid_ = 0;
};

}  // namespace detente::test
