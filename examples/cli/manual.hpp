#pragma once
/// \file
/// Manual pages, as `man` reads them (roff with the macros of man(7)), from what the help says.

#include <string>

#include "help_facts.hpp"

namespace detente::cli {

/// The page of a command with what is below it, or of the whole program, which lists its commands. UTF-8.
std::string manual_page(const CommandFacts& command);

}  // namespace detente::cli
