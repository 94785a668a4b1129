#pragma once
/// \file
/// INT and TERM for work that ends soon when it is asked to: the first one asks, and the program then says how far the
/// work has come. What cannot be asked, such as waiting for standard input, is ended a second later, as is everything
/// by the second signal. Temporary files are removed either way.

#include <stop_token>
#include <thread>

namespace detente::cli {

/// What long work takes: it is requested by the first INT or TERM.
std::stop_token stopping();
/// 128 and the number of the signal that asked, as a shell has it: 130 for INT.
int stopped_exit_code();

/// While it lives, INT and TERM ask; a signal that the caller ignores (nohup) stays ignored.
class StopOnSignal {
 public:
  StopOnSignal();
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;
  ~StopOnSignal();

 private:
  std::thread thread_;
};

}  // namespace detente::cli
