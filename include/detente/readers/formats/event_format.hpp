#pragma once
/// \file
/// A format of event files: it recognises a file from its beginning and turns its rows into events. The formats that
/// détente knows are written so, and a program brings its own in `ReadOptions::formats`, with the same damage report,
/// threads, packing, limits and provenance. Formats of the program are tried first, in their order. There is no global
/// list: what one call is given, no other call sees. docs/formats.md writes one step by step;
/// examples/vendor_format.cpp is the whole program.
///
/// **What is checked of a format that a program brings.** If it throws, or keeps an event that cannot be (no source, a
/// day outside the calendar, an empty code), or passes a row on twice or not at all, reading ends with an `InputError`
/// of code `format_failed` that names file, line, format and fault: it is a fault of the format and not of the row. The
/// same is said for any number of threads. Text that is not UTF-8 is a fault of the row, and rejects it as such.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "detente/readers/formats/format_info.hpp"
#include "detente/readers/formats/row_reader.hpp"
#include "detente/readers/read_options.hpp"
#include "detente/values/event_key.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Whether a file's beginning fits a format.
struct Match {
  /// Why it does not fit, one sentence each; empty if it fits.
  std::vector<std::string> obstacles = {};
  /// How near a file is that does not fit: how many columns of the format were found. The nearest format is named if
  /// none fits.
  std::size_t likeness = 0;

  /// Whether nothing stands against it.
  bool fits() const { return obstacles.empty(); }
};

/// A format, which does not change. Threads: any number may use an object at once.
class EventFormat {
 public:
  virtual ~EventFormat() = default;
  /// Its name, and what its files need: a codebook, coding rules, a source profile.
  virtual const FormatInfo& info() const = 0;
  /// Its name, of `info`.
  std::string_view name() const { return info().name; }
  /// `head` is the file's beginning: all of it, or at least `head_bytes`, which may end within a row.
  virtual Match match(std::string_view head, const ReadOptions& options) const = 0;
  /// The reader of a file that fits.
  virtual std::unique_ptr<const RowReader> open(std::string_view head, const ReadOptions& options) const = 0;
  /// The source of its files' ids if the user gives none: the family, or an unnamed source.
  virtual IdSource ids() const { return {}; }
  /// The names that `ReadOptions::columns` may map.
  virtual std::vector<std::string_view> mapped_columns() const { return {}; }
};

/// How many bytes of a file's beginning formats see.
inline constexpr std::size_t head_bytes = std::size_t{1} << 16;

}  // namespace detente
#pragma GCC visibility pop
