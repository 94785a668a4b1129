#include "progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "console.hpp"

namespace detente::cli {
namespace {

std::string with_commas(std::size_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::string amount(std::size_t number, const std::string& unit) {
  if (unit != "bytes") return with_commas(number);
  const auto bytes = static_cast<double>(number);
  return number < 1'000'000'000 ? fmt::format("{:.0f} MB", bytes / 1e6) : fmt::format("{:.1f} GB", bytes / 1e9);
}

std::string progress_line(const std::string& what, const std::string& unit, std::size_t done, std::size_t of,
                          double seconds) {
  const std::string tail = unit == "bytes" ? "" : " " + unit;
  const double rate = static_cast<double>(done) / seconds;
  const std::string speed = fmt::format("{}{}/s", amount(static_cast<std::size_t>(rate), unit), tail);
  if (of == 0) return fmt::format("{} {}{}, {}", what, amount(done, unit), tail, speed);
  const double left = done == 0 ? 0 : static_cast<double>(of - done) / rate;
  return fmt::format("{} {:.0f} %, {} of {}{}, {}, {:.0f} s left", what,
                     100 * static_cast<double>(done) / static_cast<double>(of), amount(done, unit), amount(of, unit),
                     tail, speed, left);
}

}  // namespace

Progress::Progress(std::string what, std::string unit)
    : what_(std::move(what)), unit_(std::move(unit)), watched_(::isatty(STDERR_FILENO) != 0) {}

void Progress::at(std::size_t done, std::size_t of) {
  using namespace std::chrono_literals;
  if (!watched_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - begin_ < 1s || now - shown_ < 200ms) return;
  shown_ = now;
  visible_ = true;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  show_passing(progress_line(what_, unit_, done, of, seconds));
}

void Progress::end() {
  if (visible_) show_passing("");
  visible_ = false;
}

}  // namespace detente::cli
