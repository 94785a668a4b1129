#pragma once
/// \file
/// How the help looks: a narrow first column, defaults in brackets at the end of what an option does, single blank
/// lines, and in a list of commands the first sentence of each.

#include <CLI/CLI.hpp>

#include <string>

namespace detente::cli {

class HelpLayout : public CLI::Formatter {
 public:
  HelpLayout() { column_width(28); }
  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override;
  std::string make_subcommand(const CLI::App* command) const override;
  std::string make_option_opts(const CLI::Option* option) const override;
  std::string make_option_desc(const CLI::Option* option) const override;
};

}  // namespace detente::cli
