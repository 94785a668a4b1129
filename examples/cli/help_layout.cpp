#include "help_layout.hpp"

#include <fmt/format.h>

namespace detente::cli {
namespace {

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
    text.replace(at, from.size(), to);
}

}  // namespace

std::string HelpLayout::make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const {
  std::string text = CLI::Formatter::make_help(app, std::move(name), mode);
  if (const std::size_t usage = text.find("\nUsage:"); usage != std::string::npos) text.insert(usage, 1, '\n');
  replace_all(text, "\n\n\n", "\n\n");
  return text;
}

std::string HelpLayout::make_subcommand(const CLI::App* command) const {
  const std::string whole = command->get_description();
  return fmt::format("  {:<13}{}\n", command->get_name(), whole.substr(0, whole.find_first_of(".?") + 1));
}

std::string HelpLayout::make_option_opts(const CLI::Option* option) const {
  const std::string& kind = option->get_type_name();
  return kind.empty() ? kind : " " + kind;
}

std::string HelpLayout::make_option_desc(const CLI::Option* option) const {
  const std::string& standard = option->get_default_str();
  return standard.empty() ? option->get_description() : fmt::format("{} [{}]", option->get_description(), standard);
}

}  // namespace detente::cli
