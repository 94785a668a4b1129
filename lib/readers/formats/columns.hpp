#pragma once
/// \file
/// The header of a file: its columns by name, ignoring case and blanks.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/delimited.hpp"

namespace detente::detail {

class Columns {
 public:
  Columns() = default;
  explicit Columns(const std::vector<std::string_view>& header);

  std::size_t size() const { return names_.size(); }
  /// The name as in the file, trimmed; if column 15 has no name, "column 15".
  const std::string& name(std::size_t column) const { return names_[column]; }
  const std::vector<std::string>& names() const { return names_; }
  /// The first column of this name.
  std::optional<std::size_t> find(std::string_view name) const;
  /// How many columns have this name.
  std::size_t count(std::string_view name) const;
  /// Whether the fields repeat the header.
  bool are(std::span<const std::string_view> fields) const;

 private:
  std::vector<std::string> names_;
  std::vector<std::string> folded_;
};

/// The first record of a file that begins with `head`, which is all of it or at least `head_bytes`; `problem` says if
/// the record is damaged or longer than that. False if there is none.
bool first_record(std::string_view head, Dialect dialect, Columns& columns, std::string& problem);

}  // namespace detente::detail
