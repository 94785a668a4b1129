#pragma once
/// \file
/// The rows of one block, cut to the columns that their reader asks for. Text without quotes is cut by the list of its
/// separators; a block of a quoted shape that holds a quote is cut by `DelimitedReader`, so that the rows are the same.

#include "readers/rows/blocks.hpp"
#include "readers/rows/row_reader.hpp"

namespace detente::detail {

/// Hands every row of the block to the reader, in order. Returns how many lines the block has, those before its first
/// record among them.
std::uint64_t take_rows(const Block& block, const RowReader& rows, std::size_t max_record, Intake& into);

}  // namespace detente::detail
