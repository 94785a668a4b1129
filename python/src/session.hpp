#pragma once
/// \file
/// What the program says on standard error is kept for the caller of a function here, and what INT does to the program
/// (Python's KeyboardInterrupt) is asked for while long work goes on without Python's lock.

#include <chrono>
#include <string>
#include <vector>

#include "detente/ground/work_control.hpp"

namespace detente::python {

/// A sentence about a result: "warning", "note", "assumed", or "" for none of these.
struct Note {
  std::string kind, text;
};

/// While it lives, what is said on this thread is kept in it.
class Listening {
 public:
  Listening();
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;
  ~Listening();

  std::vector<Note> notes = {};

 private:
  Listening* earlier_;
};

/// Throws `pybind11::error_already_set` if a signal's handler has raised. To be called without Python's lock, as often
/// as one likes: it takes the lock, for which it may have to wait, every 50 ms at most.
class SignalCheck {
 public:
  void operator()();

 private:
  std::chrono::steady_clock::time_point next_ = {};
};

/// Looks for signals as the work goes on.
WorkControl interruptible();

}  // namespace detente::python
