#pragma once
/// \file
/// A copy of a table without a header by a program that numbers its columns: R writes V1, V2, …, readr X1, X2, …,
/// pandas 0, 1, …, all with quotes and, unless they are told otherwise, a column of row numbers in front. The numbers
/// are the places of the publisher's columns.

#include <optional>
#include <string_view>

#include "readers/formats/coded_rows.hpp"

namespace detente::detail {

/// The layout of such a copy of a table that is laid out as `own`; nothing if the file that begins with `head` is none.
std::optional<RowLayout> layout_of_numbered_copy(std::string_view head, const RowLayout& own);

}  // namespace detente::detail
