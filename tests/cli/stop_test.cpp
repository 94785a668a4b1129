/// INT and TERM while a command works: it ends at once, says how far it came, and leaves nothing half-written.

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <string>
#include <thread>
#include <utility>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

/// Pairs that take far longer with bands of twenty thousand draws than a signal is on its way.
std::string many_events() {
  std::string text = "date,source,target,event\n";
  for (int i = 0; i < 2000; ++i)
    text += "20" + std::to_string(10 + i % 15) + "-0" + std::to_string(1 + i % 9) + "-11,A" + std::to_string(i % 9) +
            ",B" + std::to_string(i % 11) + ",threat_of_force\n";
  return text;
}

std::string names_in(const std::string& folder) {
  std::string out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) out += entry.path().filename().string() + "|";
  return out;
}

bool has_partial(const std::string& folder) { return names_in(folder).find(".partial-") != std::string::npos; }

/// Starts the panel, sends the signal once its result is open, and gives how it ended.
int stopped_by(int signal, const Scratch& scratch) {
  const std::string events = scratch / "events.csv", panel = scratch / "panel.csv", err = scratch / "err";
  write_text(events, many_events());
  const pid_t child = ::fork();
  if (child == 0) {
    const int to = ::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(to, STDERR_FILENO);
    ::execl(DETENTE_PROGRAM, "detente", "panel", events.c_str(), "--bands", "0.9", "--draws", "20000", "--to-file",
            panel.c_str(), nullptr);
    ::_exit(127);
  }
  for (int waited = 0; !has_partial(scratch / "") && waited < 3000; ++waited)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_TRUE(has_partial(scratch / "")) << read_text(err);
  ::kill(child, signal);
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

TEST(Stop, APanelEndsSaysHowFarItCameAndLeavesNothing) {
  for (const auto& [signal, code] : {std::pair(SIGINT, 130), std::pair(SIGTERM, 143)}) {
    const Scratch scratch;
    const int status = stopped_by(signal, scratch);
    ASSERT_TRUE(WIFEXITED(status)) << "it was ended, and did not end: " << status;
    EXPECT_EQ(WEXITSTATUS(status), code);
    std::filesystem::remove(scratch / "events.csv");
    const std::string said = read_text(scratch / "err");
    EXPECT_EQ(said, "detente panel: stopped after 0 of 2000 events\n");
    EXPECT_EQ(names_in(scratch / ""), "err|");
  }
}

}  // namespace
}  // namespace detente::cli_test
