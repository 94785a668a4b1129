#pragma once
/// \file
/// What a refusal of the library means for a command line. The library names the field of its own options that mends
/// it; the program names its option instead.

#include <string>
#include <string_view>

#include "detente/ground/error.hpp"

namespace detente::cli {

/// "; name yours with --columns …" for "ReadOptions::columns"; "" for a field without an option.
std::string_view advice_for(std::string_view field);

/// The error as a user of the program reads it.
std::string said(const InputError& error);

}  // namespace detente::cli
