/// Any text is a finite number or nothing, and a number reads back from its shortest text.

#include <cmath>
#include <cstdlib>
#include <string_view>

#include "detente/ground/number.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace detente;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto number = parse_number(text);
  if (number && (!std::isfinite(*number) || parse_number(shortest(*number)) != *number)) std::abort();
  const auto whole = parse_whole(text);
  if (whole && !number) std::abort();
  if (parse_digits(text) && !whole) std::abort();
  return 0;
}
