#include "program.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <memory>
#include <new>
#include <sstream>
#include <system_error>

#include "advice.hpp"
#include "console.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/ground/work_control.hpp"
#include "detente/version.hpp"
#include "help_layout.hpp"
#include "stopping.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

enum ExitCode : int { done = 0, failed = 1, usage = 2, input_rejected = 3, system_refused = 4 };

constexpr const char* description =
    "détente turns dated events between actors (threats, sanctions, calls, visas revoked and granted) into an\n"
    "index that says how strained a relation is, why, and how sure we are.";

constexpr const char* footer = R"(
Begin with a chronology of your own, or with one of the two that come with the program:
  detente new notes.csv
  detente check us_colombia_2025_2026.csv
  detente index us_colombia_2025_2026.csv --dyad USA:COL --page usa_col.html
  detente explain us_colombia_2025_2026.csv --dyad USA:COL --between 2025-08 2025-09

Results go to standard output, everything else to standard error.
Exit codes: 0 done; 2 usage; 3 input rejected; 4 the system refused a file; 130 and 143 stopped by INT and TERM.
detente COMMAND --help tells more, with examples.)";

/// The requested command, including subcommands: "codebook show".
const CLI::App& command_of(const CLI::App& program) {
  const auto chosen = program.get_subcommands();
  return chosen.empty() ? program : command_of(*chosen.back());
}

/// "detente codebook show"
std::string name_of(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  return parent ? name_of(*parent) + " " + command.get_name() : command.get_name();
}

int complain(const CLI::App& command, ExitCode code, std::string_view message) {
  say(fmt::format("{}: {}", name_of(command), message));
  if (code == usage || code == input_rejected) say(fmt::format("see {} --help", name_of(command)));
  return code;
}

// ---- words that CLI11 did not expect ----

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> out;
  for (const CLI::Option* option : command.get_options())
    if (!option->get_positional()) out.push_back(option->get_name());
  return out;
}

std::vector<std::string> command_names(const CLI::App& command) {
  std::vector<std::string> out;
  for (const CLI::App* sub : command.get_subcommands([](const CLI::App*) { return true; }))
    out.push_back(sub->get_name());
  return out;
}

/// The commands that do have an option: "index, panel".
std::string commands_with(const CLI::App& command, const std::string& option) {
  const CLI::App* top = &command;
  while (top->get_parent()) top = top->get_parent();
  std::vector<std::string> out;
  for (const CLI::App* other : top->get_subcommands([](const CLI::App*) { return true; })) {
    const std::vector<std::string> names = option_names(*other);
    if (std::find(names.begin(), names.end(), option) != names.end()) out.push_back(other->get_name());
  }
  return fmt::format("{}", fmt::join(out, ", "));
}

std::string about_option(const CLI::App& command, const std::string& word) {
  if (const std::string others = commands_with(command, word); !others.empty())
    return fmt::format("{} is no option of {}; it is one of {}", word, name_of(command), others);
  return fmt::format("{} is not an option here{}", visible(word), did_you_mean(word, option_names(command)));
}

/// What is wrong with the first word that was not understood, or nothing.
std::string about_unexpected(const CLI::App& command) {
  const std::vector<std::string> left = command.remaining();
  if (left.empty()) return {};
  const std::string word = left.front().substr(0, left.front().find('='));
  if (word.starts_with("-")) return about_option(command, word);
  const std::vector<std::string> commands = command_names(command);
  if (commands.empty()) return fmt::format("'{}' has no place here", visible(word));
  return fmt::format("'{}' is none of {}{}", visible(word), fmt::join(commands, ", "), did_you_mean(word, commands));
}

int refuse(const CLI::App& program, const CLI::ParseError& error) {
  const CLI::App& command = command_of(program);
  const std::string unexpected = about_unexpected(command);
  if (!unexpected.empty()) return complain(command, usage, unexpected);
  const std::vector<std::string> commands = command_names(command);
  if (!commands.empty()) return complain(command, usage, fmt::format("say what to do: {}", fmt::join(commands, ", ")));
  return complain(command, usage, error.what());
}

/// CLI11 also reports requests for help and version as exceptions.
int answer(const CLI::App& program, const CLI::ParseError& error) {
  if (error.get_exit_code() != 0) return refuse(program, error);
  std::ostringstream text;
  (void)program.exit(error, text, text);
  print(text.str());
  return done;
}

int parse(CLI::App& program, int argc, const char* const* argv) {
  try {
    program.parse(argc, argv);
    return done;
  } catch (const CLI::ParseError& error) {
    return answer(program, error);
  }
}

int refused(const CLI::App& command, const std::system_error& error) {
  if (error.code() == std::errc::broken_pipe) return system_refused;
  return complain(command, system_refused, error.what());
}

}  // namespace

void describe(CLI::App& program) {
  program.name("detente");
  program.description(description);
  program.footer(footer);
  program.formatter(std::make_shared<HelpLayout>());
  program.set_version_flag("--version", fmt::format("detente {}", version), "the version");
  program.set_help_flag("-h,--help", "this text");
  program.require_subcommand(1);
}

int run(CLI::App& program, int argc, const char* const* argv) {
  const auto command = [&]() -> const CLI::App& { return command_of(program); };
  try {
    return parse(program, argc, argv);
  } catch (const Stopped& stopped) {
    return complain(command(), static_cast<ExitCode>(stopped_exit_code()), stopped.what());
  } catch (const UsageError& error) {
    return complain(command(), usage, error.what());
  } catch (const std::invalid_argument& error) {
    return complain(command(), usage, error.what());
  } catch (const InputError& error) {
    return complain(command(), input_rejected, said(error));
  } catch (const std::system_error& error) {
    return refused(command(), error);
  } catch (const std::bad_alloc&) {
    return complain(command(), system_refused, "out of memory");
  } catch (const std::exception& error) {
    return complain(command(), failed, error.what());
  }
}

}  // namespace detente::cli
