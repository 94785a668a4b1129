#include <fmt/format.h>
#include <fmt/ranges.h>

#include <boost/algorithm/string/replace.hpp>

#include "completion.hpp"

namespace detente::cli {
namespace {

std::string quoted(std::string text) {
  boost::replace_all(text, "\\", "\\\\");
  boost::replace_all(text, "'", "\\'");
  return "'" + text + "'";
}

/// When a command's own words are completed.
std::string condition(const CommandFacts& command) {
  if (command.path.size() == 1) return "__fish_use_subcommand";
  std::string out;
  for (std::size_t i = 1; i < command.path.size(); ++i)
    out += (i > 1 ? "; and " : "") + std::string("__fish_seen_subcommand_from ") + command.path[i];
  return out;
}

std::string line(const CommandFacts& command, const std::string& rest) {
  return fmt::format("complete -c detente -n {} {}\n", quoted(condition(command)), rest);
}

/// " -x -a 'day week'", or nothing for a flag.
std::string fish_value(const OptionFacts& facts) {
  if (!facts.takes_value()) return {};
  std::string choices = fmt::format("{}", fmt::join(facts.words, " "));
  if (!facts.files) return " -x -a " + quoted(choices);
  if (facts.ending.empty()) return " -r -F -a " + quoted(choices);
  return " -x -a " + quoted(fmt::format("{} (__fish_complete_suffix {})", choices, facts.ending));
}

std::string option_line(const CommandFacts& command, const OptionFacts& option) {
  std::string names;
  for (const std::string& name : option.names)
    names += name.starts_with("--") ? "-l " + name.substr(2) + " " : "-s " + name.substr(1) + " ";
  return line(command, fmt::format("{}-d {}{}", names, quoted(option.meaning), fish_value(option)));
}

std::string operand_line(const CommandFacts& command, const OptionFacts& operand) {
  if (operand.words.empty() && !operand.files) return {};
  std::string value = fish_value(operand);
  boost::replace_all(value, " -x ", " ");  // which is about an option's value
  boost::replace_all(value, " -r ", " ");
  return line(command, value.substr(1));
}

/// A command below another, while none of them stands there.
std::string command_line(const CommandFacts& above, const CommandFacts& command) {
  std::string when = condition(above);
  if (above.path.size() > 1) when += "; and not __fish_seen_subcommand_from";
  for (const CommandFacts& each : above.commands)
    if (above.path.size() > 1) when += " " + each.path.back();
  return fmt::format("complete -c detente -n {} -a {} -d {}\n", quoted(when), command.path.back(),
                     quoted(command.title));
}

std::string lines_of(const CommandFacts& command) {
  std::string out;
  for (const OptionFacts& option : command.options) out += option_line(command, option);
  for (const OptionFacts& operand : command.operands) out += operand_line(command, operand);
  for (const CommandFacts& below : command.commands) out += command_line(command, below) + lines_of(below);
  return out;
}

}  // namespace

std::string fish_completion(const CommandFacts& program) {
  return "# Completions of detente for fish, made by: detente help --completion fish\n\ncomplete -c detente -f\n" +
         lines_of(program);
}

}  // namespace detente::cli
