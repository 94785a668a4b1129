#include "ground/separators.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <stdexcept>

#include "ground/separator_bits.hpp"
#include "ground/separator_vectors.hpp"

namespace detente::detail {
namespace {

/// A bit for each byte of the word that equals the byte repeated in `wanted`; exact, because no bit spills into a
/// neighbour.
std::uint64_t equal_bytes(std::uint64_t word, std::uint64_t wanted) {
  constexpr std::uint64_t low = 0x7f7f7f7f7f7f7f7fU;
  const std::uint64_t x = word ^ wanted;
  const std::uint64_t high = ~(((x & low) + low) | x | low);
  return ((high >> 7) * 0x0102040810204080U) >> 56;
}

std::uint64_t word_at(const char* text) {
  std::uint64_t word = 0;
  if constexpr (std::endian::native == std::endian::little)
    std::memcpy(&word, text, sizeof word);
  else
    for (int i = 7; i >= 0; --i) word = word << 8 | static_cast<unsigned char>(text[i]);
  return word;
}

std::uint64_t repeated(char c) { return static_cast<unsigned char>(c) * 0x0101010101010101U; }

SeparatorCounts find_portably(const char* text, std::size_t size, char delimiter, std::uint32_t* places,
                              std::uint32_t* line_ends) {
  const std::uint64_t delimiters = repeated(delimiter), newlines = repeated('\n');
  const auto bits_of = [&](const char* from) {
    SeparatorBits bits;
    for (unsigned i = 0; i < bits_of_word; i += 8) {
      const std::uint64_t word = word_at(from + i);
      bits.delimiters |= equal_bytes(word, delimiters) << i;
      bits.line_ends |= equal_bytes(word, newlines) << i;
    }
    return bits;
  };
  return find_by_words(text, size, places, line_ends, bits_of, BitByBit());
}

}  // namespace

Separators::Separators() : how_(best_vector_finder() ? best_vector_finder() : find_portably) {}

void Separators::find(std::string_view text, char delimiter) {
  if (text.size() > 0xffffffffU) throw std::length_error("separators are looked for in less than 4 GiB at a time");
  if (places_.size() < text.size() + slack) {
    places_.resize(text.size() + slack);
    line_ends_.resize(text.size() + slack);
  }
  counts_ = how_(text.data(), text.size(), delimiter, places_.data(), line_ends_.data());
}

std::size_t count_lines(std::string_view text) {
  // Byte counters that cannot overflow in 255 rounds, in a loop that compilers vectorise.
  constexpr std::size_t lanes = 16, rounds = 255;
  std::size_t lines = 0;
  while (text.size() >= lanes) {
    const std::size_t some = std::min(rounds, text.size() / lanes);
    std::array<std::uint8_t, lanes> counters{};
    for (std::size_t i = 0; i < some; ++i)
      for (std::size_t lane = 0; lane < lanes; ++lane)
        counters[lane] = static_cast<std::uint8_t>(counters[lane] + (text[i * lanes + lane] == '\n'));
    for (const std::uint8_t counter : counters) lines += counter;
    text.remove_prefix(some * lanes);
  }
  return lines + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

std::vector<SeparatorFinder> separator_finders() {
  std::vector<SeparatorFinder> finders = vector_finders();
  finders.push_back({"portable", find_portably});
  return finders;
}

}  // namespace detente::detail
