#pragma once
/// \file
/// The rows of one block, cut to the columns that their reader needs. Text without quotes is cut by the list of its
/// separators; if the shape is quoted and the block has a quote, `DelimitedReader` cuts it, with the same rows.

#include "detente/readers/formats/row_reader.hpp"
#include "readers/rows/blocks.hpp"

namespace detente::detail {

/// Passes every row of the block to the reader, in order. Returns how many lines the block has, including those before
/// its first record.
std::uint64_t take_rows(const Block& block, const RowReader& rows, std::size_t max_record, Intake& into);

}  // namespace detente::detail
