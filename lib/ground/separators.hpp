#pragma once
/// \file
/// Where the fields of delimited text end: the place of every delimiter and every line end, and which of them are line
/// ends. Rows of a known shape can then be cut without reading their bytes again: field c of a row lies between two
/// neighbours in the list, and the row's width is its number of places.
///
///     Separators found;
///     found.find("a,bc\nd\n", ',');       // places 1 4 6, line ends 1 2: the second and third place
///
/// Vector instructions turn 64 bytes into one word of 64 bits (Highway chooses the best ones at run time; without
/// Highway, arithmetic on 8 bytes does it), and the word's bits become places. Every way gives the same places.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace detente::detail {

/// Writes the place of each separator to `places` and the number of those before each line end to `line_ends`, both of
/// which need room for the text's length plus `slack`.
struct SeparatorCounts {
  std::size_t places = 0;
  std::size_t line_ends = 0;
};
using FindSeparators = SeparatorCounts (*)(const char* text, std::size_t size, char delimiter, std::uint32_t* places,
                                           std::uint32_t* line_ends);

class Separators {
 public:
  static constexpr std::size_t slack = 64;

  Separators();
  explicit Separators(FindSeparators how) : how_(how) {}

  /// Forgets earlier results and searches this text, which must be shorter than 2^32 bytes.
  void find(std::string_view text, char delimiter);

  /// Offsets of all delimiters and line ends, ascending.
  std::span<const std::uint32_t> places() const { return {places_.data(), counts_.places}; }
  /// Which of the places are line ends, ascending.
  std::span<const std::uint32_t> line_ends() const { return {line_ends_.data(), counts_.line_ends}; }

 private:
  FindSeparators how_;
  std::vector<std::uint32_t> places_, line_ends_;
  SeparatorCounts counts_;
};

/// How many line ends the text has.
std::size_t count_lines(std::string_view text);

/// One way to find separators, by the name of its instruction set.
struct SeparatorFinder {
  std::string name;
  FindSeparators find;
};
/// All that this machine can run, including "portable". For tests only, because it changes Highway's choice while it
/// runs.
std::vector<SeparatorFinder> separator_finders();

}  // namespace detente::detail
