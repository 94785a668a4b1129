#pragma once
/// \file
/// What the help says, as data: the commands with their options and operands, from which manual pages and the
/// completions of shells are made. All of it comes from what CLI11 was told and from option_words.hpp.

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace detente::cli {

/// An option, or an operand (a word without dashes).
struct OptionFacts {
  std::vector<std::string> names;  ///< "-h", "--help"; of an operand, "FILE"
  std::string value;               ///< what it takes, "FILE.csv", "DAY DAY"; empty for a flag
  std::string meaning;             ///< on one line, with the default in brackets
  std::string group = {};
  std::vector<std::string> words = {};  ///< that it chooses from
  bool files = false;                   ///< whether it takes a file
  std::string ending = {};              ///< of those files: ".csv"; empty for any
  bool many = false;                    ///< an operand that may be repeated
  bool needed = false;                  ///< an operand without which the command does nothing

  bool takes_value() const { return !value.empty(); }
};

struct CommandFacts {
  std::vector<std::string> path;  ///< {"detente", "codebook", "show"}
  std::string title;              ///< the first sentence of what it does
  std::string description;
  std::string footer;
  std::vector<OptionFacts> options;   ///< in the order of the help
  std::vector<OptionFacts> operands;  ///< likewise
  std::vector<CommandFacts> commands;

  /// "codebook show"; empty for the program.
  std::string name() const;
};

/// The facts of a command and of those below it.
CommandFacts facts_of(const CLI::App& command);

}  // namespace detente::cli
