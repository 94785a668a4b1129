#pragma once
/// \file
/// The layout of a file whose header names its columns.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "readers/formats/coded_rows.hpp"
#include "readers/formats/event_formats.hpp"

namespace detente::detail {

/// Maps the fields by the names in the header. A header with one name fewer than its rows have fields is taken for R's,
/// which writes row numbers without a name, if that puts the days into the date column. Nothing if needed names are
/// missing, which `miss` then lists.
std::optional<RowLayout> layout_by_header(std::string_view head, std::span<const FieldName> names,
                                          const ReadOptions& options, Miss& miss);

}  // namespace detente::detail
