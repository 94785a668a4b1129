#pragma once
/// \file
/// The chronology that `detente new` writes: an invented story of two invented countries that uses every column, with
/// the meaning of each. It is only data.

#include <span>
#include <string_view>

namespace detente::cli {

/// The CSV, ready to be read.
std::string_view template_chronology() noexcept;

/// One column of a chronology.
struct ColumnHelp {
  std::string_view name;
  /// "needed", or the default if it is empty.
  std::string_view otherwise;
  std::string_view meaning;
};
std::span<const ColumnHelp> chronology_columns() noexcept;

}  // namespace detente::cli
