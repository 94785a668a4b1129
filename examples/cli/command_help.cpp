#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "commands.hpp"
#include "completion.hpp"
#include "console.hpp"
#include "detente/ground/atomic_file.hpp"
#include "help_facts.hpp"
#include "manual.hpp"
#include "option_words.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

const CLI::App& command_called(const CLI::App& above, std::span<const std::string> path) {
  if (path.empty()) return above;
  std::vector<std::string> known;
  for (const CLI::App* below : above.get_subcommands([](const CLI::App*) { return true; })) {
    if (below->get_name() == path.front()) return command_called(*below, path.subspan(1));
    known.push_back(below->get_name());
  }
  if (known.empty()) throw UsageError(above.get_name() + " has no commands of its own");
  throw_unknown_word("help", path.front(), known);
}

/// What `--help` prints of it.
std::string help_of(const CLI::App& command) {
  std::string name = command.get_name();
  for (const CLI::App* app = command.get_parent(); app; app = app->get_parent())
    name.insert(0, " ").insert(0, app->get_name());
  return command.get_formatter()->make_help(&command, name, CLI::AppFormatMode::Normal);
}

std::string completion_of(const CommandFacts& program, const std::string& shell) {
  const std::vector<std::string> shells = words_of("--completion");
  if (shell == shells[0]) return bash_completion(program);
  if (shell == shells[1]) return zsh_completion(program);
  if (shell == shells[2]) return fish_completion(program);
  throw_unknown_word("--completion", shell);
}

// ---- what is installed ----

void write(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::create_directories(file.parent_path());
  AtomicFile out(file);
  out.write(text);
  out.finish();
}

/// Below share/, where man and the shells look.
void write_all(const CommandFacts& program, const std::filesystem::path& share) {
  write(share / "man/man1/detente.1", manual_page(program));
  for (const CommandFacts& command : program.commands)
    write(share / fmt::format("man/man1/detente-{}.1", command.name()), manual_page(command));
  write(share / "bash-completion/completions/detente", bash_completion(program));
  write(share / "zsh/site-functions/_detente", zsh_completion(program));
  write(share / "fish/vendor_completions.d/detente.fish", fish_completion(program));
}

struct HelpCommand {
  const CLI::App* program = nullptr;
  std::vector<std::string> path;
  bool manual = false;
  std::string shell;
  std::string share;

  void run() const {
    if (!share.empty()) {
      refuse_command("--write-to");
      return write_all(facts_of(*program), share);
    }
    if (!shell.empty()) {
      refuse_command("--completion");
      return print(completion_of(facts_of(*program), shell));
    }
    const CLI::App& command = command_called(*program, path);
    print(manual ? manual_page(facts_of(command)) : help_of(command));
  }

 private:
  void refuse_command(const std::string& option) const {
    if (!path.empty()) throw_conflict(option, "COMMAND " + path.front(), "it is for all commands at once");
  }
};

constexpr const char* help_description =
    "How to use it: the program, or one command. Also what installers need: manual pages, and the scripts by which\n"
    "shells complete commands, options and their words.";

constexpr const char* help_footer = R"(
Examples:
  detente help
  detente help codebook show
  detente help index --man | man -l -
  detente help --completion bash > ~/.local/share/bash-completion/completions/detente)";

}  // namespace

void add_help(CLI::App& program) {
  CLI::App* app = program.add_subcommand("help", help_description)->footer(help_footer);
  const auto command = std::make_shared<HelpCommand>();
  command->program = &program;
  app->add_option("COMMAND", command->path, "which command; nothing is the program itself")->type_name("");
  app->add_flag("--man", command->manual, "as a page for man");
  app->add_option("--completion", command->shell, "in place of that, the script of a shell: bash, zsh, fish")
      ->type_name("SHELL")
      ->excludes("--man");
  app->add_option("--write-to", command->share,
                  "write all pages and scripts to where they are looked\nfor below this folder, such as /usr/share")
      ->type_name("FOLDER")
      ->excludes("--man")
      ->excludes("--completion");
  app->callback([command] { command->run(); });
}

}  // namespace detente::cli
