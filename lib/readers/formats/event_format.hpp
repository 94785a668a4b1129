#pragma once
/// \file
/// What a format of event files is to the reader: something that recognises a file by its beginning and turns its rows
/// into events. One format, one pair of files, one line in the table of event_format.cpp.

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/readers/read_options.hpp"
#include "detente/values/event_key.hpp"
#include "readers/rows/row_reader.hpp"

namespace detente::detail {

/// Whether a file's beginning fits a format.
struct Match {
  /// What keeps it from fitting, one sentence each; none if it fits.
  std::vector<std::string> obstacles = {};
  /// How near a file comes that does not fit: columns of the format that were found.
  std::size_t likeness = 0;

  bool fits() const { return obstacles.empty(); }
};

/// Why a file cannot be laid out as a format has it, as a phrase, and how near it comes.
struct Miss {
  std::string obstacle;
  std::size_t likeness = 0;
};
/// The likeness of a file without a header whose rows have about the width of a format's.
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
  /// Whose ids its files hold if the user does not say: the family's, or nobody's.
  virtual IdSource ids() const { return {}; }
};

/// Bytes of a file's beginning that formats see.
inline constexpr std::size_t head_bytes = std::size_t{1} << 16;

/// Every known format; where several fit, the first wins.
std::span<const EventFormat* const> event_formats();

}  // namespace detente::detail
