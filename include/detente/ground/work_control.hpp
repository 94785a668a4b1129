#pragma once
/// \file
/// Watching and ending long work. What can take a second takes a `WorkControl` in its options: it says now and then how
/// far it has come, and ends soon after it is asked to, by throwing `Stopped`. Nothing is left half-written then: files
/// appear whole or not at all (atomic_file.hpp), and results are returned or not.
///
/// ```cpp
/// std::stop_source button;   // usually pressed by another thread; here when 100 draws are made
/// const auto shown = [&](const WorkDone& work) {
///   if (work.done == 100) button.request_stop();
/// };
/// const WorkControl control{.stop = button.get_token(), .progress = shown};
/// std::string said;
/// try {
///   index_report(log, {.selection = pair, .scoring = scoring, .control = control});
/// } catch (const Stopped& stopped) {
///   said = stopped.what();
/// }
/// said;   // → "stopped after 101 of 1000 draws"
/// ```
///
/// `progress` is called on the thread that called, never on two at once, and may throw, which ends the work too. The
/// token may be used by several calls on several threads.

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace detente {

/// How far some work has come.
struct WorkDone {
  /// So many are done.
  std::uint64_t done = 0;
  /// Of how many; nothing if that is not known, as of a pipe.
  std::optional<std::uint64_t> of = {};
  /// What is counted, in the plural: "bytes", "events", "draws". A literal.
  std::string_view what = {};

  /// 0 to 1; nothing if the whole is not known, or is nothing.
  std::optional<double> share() const {
    return of && *of > 0 ? std::optional(static_cast<double>(done) / static_cast<double>(*of)) : std::nullopt;
  }
};
/// "120000 of 1000000 events"
std::string to_text(const WorkDone& work);

/// The work was asked to stop, and has. Threads: any number may use an object at once.
class Stopped : public std::runtime_error {
 public:
  /// After so much was done.
  explicit Stopped(const WorkDone& work);
  /// How far the work had come.
  const WorkDone& work() const noexcept { return work_; }

 private:
  WorkDone work_;
};

/// What a caller gives to long work: a way to end it, and somebody to tell.
struct WorkControl {
  /// Asks the work to stop. Without one it cannot be asked.
  std::stop_token stop = {};
  /// Called now and then; may be empty.
  std::function<void(const WorkDone&)> progress = {};

  /// The same without progress, for a part of the work, or for threads that help.
  WorkControl without_progress() const { return {stop, {}}; }
  /// For the work: tells how far it has come, and throws `Stopped` if it is to stop.
  void at(const WorkDone& work) const;
};

}  // namespace detente
#pragma GCC visibility pop
