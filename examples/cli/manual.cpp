#include "manual.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <sstream>

#include "detente/version.hpp"

namespace detente::cli {
namespace {

/// Text that roff takes for text: no escapes, and dashes that can be copied.
std::string plain(std::string text) {
  boost::replace_all(text, "\\", "\\e");
  boost::replace_all(text, "-", "\\-");
  return text;
}

/// Lines of text, none of which is taken for a request.
std::string lines(const std::string& text) {
  std::istringstream stream(plain(text));
  std::string out;
  for (std::string line; std::getline(stream, line);)
    out += (line.starts_with(".") || line.starts_with("'") ? "\\&" : "") + line + "\n";
  return out;
}

std::string section(const std::string& title, const std::string& body) { return ".SH " + title + "\n" + body; }

/// Lines as they stand, such as tables and commands.
std::string as_it_stands(const std::string& text) { return ".nf\n" + lines(text) + ".fi\n"; }

/// "detente codebook show"
std::string command_line(const CommandFacts& command) { return fmt::format("{}", fmt::join(command.path, " ")); }

/// "detente-codebook"
std::string page_name(const CommandFacts& command) { return fmt::format("{}", fmt::join(command.path, "-")); }

// ---- sections ----

std::string operand_text(const OptionFacts& operand) {
  const std::string name = fmt::format("\\fI{}\\fR{}", plain(operand.names.back()), operand.many ? "..." : "");
  return operand.needed ? " " + name : " [" + name + "]";
}

std::string synopsis_of(const CommandFacts& command) {
  std::string out = "\\fB" + plain(command_line(command)) + "\\fR";
  for (const OptionFacts& operand : command.operands) out += operand_text(operand);
  return out + " [\\fIOPTIONS\\fR]\n";
}

std::string synopsis(const CommandFacts& command) {
  if (command.commands.empty()) return synopsis_of(command);
  if (command.path.size() == 1) return "\\fBdetente\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR]\n";
  std::string out;
  for (const CommandFacts& below : command.commands) out += (out.empty() ? "" : ".br\n") + synopsis_of(below);
  return out;
}

std::string item(const std::string& heading, const std::string& meaning) {
  return ".TP\n" + heading + "\n" + lines(meaning);
}

std::string option_item(const OptionFacts& option) {
  std::string heading = fmt::format("\\fB{}\\fR", plain(fmt::format("{}", fmt::join(option.names, ", "))));
  if (option.takes_value()) heading += " \\fI" + plain(option.value) + "\\fR";
  return item(heading, option.meaning);
}

std::string options(const CommandFacts& command) {
  std::string out, group;
  for (const OptionFacts& option : command.options) {
    if (option.group != group && option.group != "Options") out += ".SS " + plain(option.group) + "\n";
    group = option.group;
    out += option_item(option);
  }
  return out;
}

std::string operands(const CommandFacts& command) {
  std::string out;
  for (const OptionFacts& operand : command.operands)
    out += item("\\fI" + plain(operand.names.back()) + "\\fR", operand.meaning);
  return out;
}

/// What stands below the options in the help: notes, then examples.
std::string below_options(const CommandFacts& command) {
  const std::string footer = boost::trim_copy_if(command.footer, boost::is_any_of("\n"));
  const std::size_t examples = std::min(footer.find("Example:\n"), footer.find("Examples:\n"));
  if (examples == std::string::npos) return footer.empty() ? "" : section("NOTES", as_it_stands(footer));
  std::string out;
  if (examples > 0) out += section("NOTES", as_it_stands(boost::trim_copy(footer.substr(0, examples))));
  return out + section("EXAMPLES", as_it_stands(footer.substr(footer.find('\n', examples) + 1)));
}

std::string commands(const CommandFacts& command) {
  std::string out;
  for (const CommandFacts& below : command.commands) out += item("\\fB" + plain(below.name()) + "\\fR", below.title);
  return out;
}

/// A command below the page's own, with everything in it.
std::string command_below(const CommandFacts& command) {
  std::string title = boost::to_upper_copy(command.name());
  return section(plain(title), lines(command.description) + operands(command) + options(command));
}

std::string name_line(const CommandFacts& command) {
  std::string title = command.path.size() == 1 ? "tension between two actors from dated events" : command.title;
  if (title.ends_with('.')) title.pop_back();
  return plain(page_name(command)) + " \\- " + lines(title);
}

std::string others(const CommandFacts& command) {
  if (command.path.size() > 1) return "\\fBdetente\\fR(1)\n";
  std::string out;
  for (const CommandFacts& below : command.commands)
    out += fmt::format("{}\\fB{}\\fR(1)", out.empty() ? "" : ",\n", plain(page_name(below)));
  return out + "\n";
}

}  // namespace

std::string manual_page(const CommandFacts& command) {
  const bool is_program = command.path.size() == 1;
  std::string out = fmt::format(".TH {} 1 \"\" \"detente {}\" \"detente\"\n.nh\n.ad l\n",
                                plain(boost::to_upper_copy(page_name(command))), version);
  out += section("NAME", name_line(command)) + section("SYNOPSIS", synopsis(command));
  out += section("DESCRIPTION", lines(command.description) + operands(command));
  out += section("OPTIONS", options(command));
  if (is_program) out += section("COMMANDS", commands(command));
  for (const CommandFacts& below : command.commands)
    if (!is_program) out += command_below(below);
  return out + below_options(command) + section("SEE ALSO", others(command));
}

}  // namespace detente::cli
