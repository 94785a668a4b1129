#include "session.hpp"

#include <pybind11/pybind11.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "cli/console.hpp"
#include "cli/input.hpp"
#include "cli/request.hpp"
#include "cli/stopping.hpp"
#include "cli/usage_error.hpp"
#include "detente/ground/text.hpp"

namespace detente {
namespace python {
namespace {

thread_local Listening* listening = nullptr;

Note note_of(std::string_view line) {
  constexpr std::array<std::string_view, 3> kinds{"warning", "note", "assumed"};
  for (const std::string_view kind : kinds)
    if (line.starts_with(kind) && line.substr(kind.size()).starts_with(": "))
      return {std::string(kind), std::string(line.substr(kind.size() + 2))};
  return {"", std::string(line)};
}

}  // namespace

Listening::Listening() : earlier_(listening) { listening = this; }
Listening::~Listening() { listening = earlier_; }

void SignalCheck::operator()() {
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + std::chrono::milliseconds(50);
  const pybind11::gil_scoped_acquire lock;
  if (PyErr_CheckSignals() != 0) throw pybind11::error_already_set();
}

WorkControl interruptible() {
  return {.progress = [check = SignalCheck()](const WorkDone&) mutable { check(); }};
}

}  // namespace python

// ---- what the program's sources ask of whoever runs them: here it is Python and not a terminal ----

namespace cli {

void say(std::string_view line) {
  if (python::listening != nullptr) python::listening->notes.push_back(python::note_of(printable(line)));
}

/// Python's handler of INT says so by `raise_signals`.
std::stop_token stopping() { return {}; }

ReadResult read_files(const InputOptions& options, ReadOptions how) {
  if (options.files.empty()) throw UsageError("paths: which files? none is named");
  const std::vector<std::filesystem::path> paths(options.files.begin(), options.files.end());
  how.progress = [check = python::SignalCheck()](std::uint64_t, std::optional<std::uint64_t>) mutable { check(); };
  return read_events(paths, how);
}

}  // namespace cli
}  // namespace detente
