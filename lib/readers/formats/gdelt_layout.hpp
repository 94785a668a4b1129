#pragma once
/// \file
/// The layout of a GDELT table's columns: by width in a file of GDELT's own, by name in a copy.

#include <optional>
#include <string>
#include <string_view>

#include "readers/formats/coded_rows.hpp"
#include "readers/formats/event_formats.hpp"

namespace detente::detail {

struct GdeltLayout {
  RowLayout rows = {};
  /// Whether it is a rewritten copy, in which "NA" means missing and numbers may have lost their zeros.
  bool copy = false;
};

/// The layout of a file that begins with `head`, or, if it is not a table of this version (1 or 2), the reason.
std::optional<GdeltLayout> gdelt_layout(int version, std::string_view head, const ReadOptions& options, Miss& miss);

}  // namespace detente::detail
