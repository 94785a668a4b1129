#pragma once
/// \file
/// Shows the progress of long work on a terminal, once a second has passed: "reading 41 %, 1.2 GB of 3.0 GB, 310 MB/s,
/// 6 s left". Runs without a terminal show nothing.

#include <chrono>
#include <cstddef>
#include <string>

namespace detente::cli {

class Progress {
 public:
  /// "scoring", "events"; the unit "bytes" is written in MB and GB.
  Progress(std::string what, std::string unit);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { end(); }

  /// `of` is 0 if the total is not known.
  void at(std::size_t done, std::size_t of);
  /// Erases the line.
  void end();

 private:
  std::string what_, unit_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now(), shown_ = begin_;
  bool watched_, visible_ = false;
};

}  // namespace detente::cli
