#pragma once
/// \file
/// The interface of a format of event files: it recognises a file from its beginning and turns its rows into events.
/// Each format is one pair of files and one line in the table of event_format.cpp.

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/readers/read_options.hpp"
#include "detente/values/event_key.hpp"
#include "readers/rows/row_reader.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// Whether a file's beginning fits a format.
struct Match {
  /// Why it does not fit, one sentence each; empty if it fits.
  std::vector<std::string> obstacles = {};
  /// How near a file is that does not fit: how many columns of the format were found.
  std::size_t likeness = 0;

  bool fits() const { return obstacles.empty(); }
};

/// Why a file does not have a format's layout, as a phrase, and how near it is.
struct Miss {
  std::string obstacle;
  std::size_t likeness = 0;
};
/// The likeness of a file without a header whose rows have about a format's width.
inline constexpr std::size_t likeness_of_width = 3;

class EventFormat {
 public:
  virtual ~EventFormat() = default;
  virtual std::string_view name() const = 0;
  /// The names that `ReadOptions::columns` may map.
  virtual std::vector<std::string_view> column_names() const = 0;
  /// `head` is the file's beginning: all of it, or at least `head_bytes`.
  virtual Match match(std::string_view head, const ReadOptions& options) const = 0;
  /// The reader of a file that fits.
  virtual std::unique_ptr<const RowReader> open(std::string_view head, const ReadOptions& options) const = 0;
  /// The source of its files' ids if the user gives none: the family, or an unnamed source.
  virtual IdSource ids() const { return {}; }
};

/// How many bytes of a file's beginning formats see.
inline constexpr std::size_t head_bytes = std::size_t{1} << 16;

/// Every known format; where several fit, the first wins.
std::span<const EventFormat* const> event_formats();

}  // namespace detente::detail
#pragma GCC visibility pop
