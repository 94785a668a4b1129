#include "output/wording/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace detente::detail {

std::string rounded(double value, int digits) {
  if (!std::isfinite(value)) return {};
  std::string text = fmt::format("{:.{}f}", value, digits);
  if (text.find_first_not_of("-0.") == std::string::npos && text.front() == '-') text.erase(0, 1);
  return text;
}

std::string rounded(std::optional<double> value, int digits, const std::string& missing) {
  return value && std::isfinite(*value) ? rounded(*value, digits) : missing;
}

std::string rounded_below(double value, double bound) {
  if (!std::isfinite(value) || std::nearbyint(value) < bound) return rounded(value);
  return rounded(std::min(std::nearbyint(10 * value), std::ceil(10 * bound) - 1) / 10, 1);
}

std::string signed_figure(double value, int digits, bool ascii) {
  std::string size = rounded(std::abs(value), digits);
  if (size.find_first_not_of("0.") == std::string::npos) return size;
  return (value > 0 ? "+" : ascii ? "-" : "−") + size;
}

std::string range_text(std::optional<double> lower, std::optional<double> upper, int digits, const std::string& dash,
                       const std::string& missing) {
  if (!lower || !upper) return missing;
  const std::string low = rounded(*lower, digits), high = rounded(*upper, digits);
  return low + (high.starts_with('-') || low.starts_with('-') ? " to " : dash) + high;
}

std::string counted(std::size_t number, const std::string& noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

}  // namespace detente::detail
