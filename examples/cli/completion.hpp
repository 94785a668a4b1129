#pragma once
/// \file
/// Scripts by which shells complete the program's commands, options, the words of options, and files by their ending;
/// made from what the help says.

#include <string>

#include "help_facts.hpp"

namespace detente::cli {

std::string bash_completion(const CommandFacts& program);
std::string zsh_completion(const CommandFacts& program);
std::string fish_completion(const CommandFacts& program);

}  // namespace detente::cli
