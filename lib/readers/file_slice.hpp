#pragma once
/// \file
/// A stretch of the input that one reader takes, where several share the files: a whole file, with all that is packed
/// in it, or the lines of a text file that begin in a stretch of its bytes. Only text without quotes may be cut,
/// because there a line end ends a row.

#include <cstddef>
#include <cstdint>
#include <limits>

namespace detente::detail {

struct FileSlice {
  static constexpr std::uint64_t all = std::numeric_limits<std::uint64_t>::max();

  std::size_t file = 0;  ///< its place among the paths
  std::uint64_t begin = 0, end = all;

  bool is_whole() const noexcept { return begin == 0 && end == all; }
  friend bool operator==(const FileSlice&, const FileSlice&) = default;
};

}  // namespace detente::detail
