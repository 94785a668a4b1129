#pragma once
/// \file
/// The chronology that `detente new` writes: a made-up story of two made-up countries in which every column is used,
/// and what each column means. Data only.

#include <span>
#include <string_view>

namespace detente::cli {

/// The CSV, ready to be read.
std::string_view template_chronology() noexcept;

/// One column of a chronology.
struct ColumnHelp {
  std::string_view name;
  /// "needed", or what is taken if it is empty.
  std::string_view otherwise;
  std::string_view meaning;
};
std::span<const ColumnHelp> chronology_columns() noexcept;

}  // namespace detente::cli
