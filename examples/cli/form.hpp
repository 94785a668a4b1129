#pragma once
/// \file
/// The form of a result: for people, for a spreadsheet, for a program.

#include <cstdint>

#include "options.hpp"

namespace detente::cli {

enum class Form : std::uint8_t { table, csv, json };

/// Throws `UsageError` for another word, and for `--csv-safe` with a form other than CSV.
Form form_of(const OutputOptions& options);

}  // namespace detente::cli
