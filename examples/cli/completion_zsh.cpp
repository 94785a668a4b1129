#include <fmt/format.h>
#include <fmt/ranges.h>

#include <boost/algorithm/string/replace.hpp>

#include "completion.hpp"

namespace detente::cli {
namespace {

/// Text inside a specification between single quotes.
std::string escaped(std::string text) {
  for (const char* sign : {"\\", "[", "]", ":"}) boost::replace_all(text, sign, std::string("\\") + sign);
  boost::replace_all(text, "'", "'\\''");
  return text;
}

/// ":PERIOD:(day week)", or nothing for a flag.
std::string zsh_value(const OptionFacts& facts) {
  if (!facts.takes_value()) return {};
  const std::string name = ":" + escaped(facts.value) + ":";
  const std::string files = facts.ending.empty() ? "_files" : fmt::format("_files -g \"*{}\"", facts.ending);
  if (facts.words.empty()) return name + (facts.files ? files : " ");
  if (!facts.files) return fmt::format("{}({})", name, fmt::join(facts.words, " "));
  return fmt::format("{}{{compadd {}; {}}}", name, fmt::join(facts.words, " "), files);
}

std::string option_specs(const OptionFacts& option) {
  std::string out;
  for (const std::string& name : option.names)
    out += fmt::format(" \\\n        '{}{}[{}]{}'", option.many ? "*" : "", name, escaped(option.meaning),
                       zsh_value(option));
  return out;
}

std::string operand_spec(const OptionFacts& operand) {
  return fmt::format(" \\\n        '{}{}'", operand.many ? "*" : "", zsh_value(operand));
}

std::string arguments(const CommandFacts& command) {
  std::string out = "_arguments";
  for (const OptionFacts& option : command.options) out += option_specs(option);
  for (const OptionFacts& operand : command.operands) out += operand_spec(operand);
  return out;
}

/// The list of the commands below one.
std::string described(const CommandFacts& command) {
  std::string out = "local -a commands=(";
  for (const CommandFacts& below : command.commands)
    out += fmt::format("\n    '{}:{}'", below.path.back(), escaped(below.title));
  return out + ")\n  _describe command commands";
}

std::string function_name(const CommandFacts& command) { return fmt::format("_{}", fmt::join(command.path, "_")); }

/// A function for each command; one that has commands below it hands on to theirs.
std::string functions(const CommandFacts& command) {
  std::string out;
  for (const CommandFacts& below : command.commands) out += functions(below);
  if (command.commands.empty())
    return out + fmt::format("{}() {{\n    {}\n}}\n\n", function_name(command), arguments(command));
  out += fmt::format("{}() {{\n  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n  {}\n  return\n  fi\n",
                     function_name(command), described(command));
  out += "  case $words[2] in\n";
  for (const CommandFacts& below : command.commands)
    out += fmt::format("    {}) shift words; (( CURRENT-- )); {} ;;\n", below.path.back(), function_name(below));
  return out + fmt::format("    *) {} ;;\n  esac\n}}\n\n", arguments(command));
}

}  // namespace

std::string zsh_completion(const CommandFacts& program) {
  return fmt::format(
      "#compdef detente\n# Completions of detente for zsh, made by: detente help --completion zsh\n\n{}_detente "
      "\"$@\"\n",
      functions(program));
}

}  // namespace detente::cli
