/// Every instruction set finds the separators that a loop over the bytes finds. The first byte is the delimiter.

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "ground/separators.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace detente::detail;
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const char delimiter = static_cast<char>(data[0]);
  std::vector<std::uint32_t> places, line_ends;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') line_ends.push_back(static_cast<std::uint32_t>(places.size()));
    if (text[i] == '\n' || text[i] == delimiter) places.push_back(static_cast<std::uint32_t>(i));
  }
  static const std::vector<SeparatorFinder> finders = separator_finders();
  for (const SeparatorFinder& finder : finders) {
    Separators found(finder.find);
    found.find(text, delimiter);
    if (!std::ranges::equal(found.places(), places) || !std::ranges::equal(found.line_ends(), line_ends)) std::abort();
  }
  if (count_lines(text) != line_ends.size()) std::abort();
  return 0;
}
