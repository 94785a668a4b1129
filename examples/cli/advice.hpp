#pragma once
/// \file
/// What an error of the library means on the command line. The library names the field of its options that would fix
/// it; the program names its own option instead.

#include <string>
#include <string_view>

#include "detente/ground/error.hpp"

namespace detente::cli {

/// "; name yours with --columns …" for "ReadOptions::columns"; "" for a field without an option.
std::string_view advice_for(std::string_view field);

/// The error as a user of the program reads it.
std::string said(const InputError& error);

}  // namespace detente::cli
