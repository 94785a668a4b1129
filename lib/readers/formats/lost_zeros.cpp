#include "readers/formats/lost_zeros.hpp"

#include <algorithm>

namespace detente::detail {
namespace {

/// Whether `code`, with or without a zero in front, begins with `stem`, which may have lost its own.
bool begins(std::string_view code, bool zero, std::string_view stem, std::size_t stem_digits) {
  const bool lost = stem.size() + 1 == stem_digits;
  if (!lost && stem.size() != stem_digits) return false;
  if (zero == lost) return code.starts_with(stem);
  return zero ? stem.starts_with('0') && code.starts_with(stem.substr(1))
              : code.starts_with('0') && code.substr(1).starts_with(stem);
}

/// Without a root and a base code only the length decides: four digits are complete, and no code of four digits begins
/// with 01 or 020, so 100 to 209 have lost nothing.
bool is_whole(std::string_view code) {
  return code.size() == 4 || (code.size() == 3 && (code[0] <= '1' || code.starts_with("20")));
}

}  // namespace

std::string_view with_zeros(std::string_view code, std::string_view base, std::string_view root,
                            std::span<char> buffer) {
  if (root.empty() && base.empty()) return is_whole(code) ? code : std::string_view();
  const std::string_view stem = root.empty() ? base : root;
  const std::size_t digits = root.empty() ? 3 : 2;
  if (begins(code, false, stem, digits)) return code;
  if (code.size() >= 4 || !begins(code, true, stem, digits)) return {};
  buffer[0] = '0';
  std::copy(code.begin(), code.end(), buffer.begin() + 1);
  return {buffer.data(), code.size() + 1};
}

}  // namespace detente::detail
