#include <fmt/format.h>

#include <cerrno>
#include <filesystem>
#include <memory>
#include <system_error>

#include "commands.hpp"
#include "console.hpp"
#include "template_chronology.hpp"

namespace detente::cli {
namespace {

/// Existing files are never overwritten. That the name is taken is a matter of the file system, not a mistake on the
/// command line, so it exits with 4.
void refuse_existing(const std::string& path) {
  if (std::filesystem::exists(std::filesystem::symlink_status(path)))
    throw std::system_error(EEXIST, std::generic_category(), path + " is left as it is; choose another name");
}

/// The meaning of a column beside its name, with further lines indented to match.
std::string explained(const ColumnHelp& column) {
  constexpr std::size_t indent = 29;
  std::string meaning(column.meaning);
  for (std::size_t at = meaning.find('\n'); at != std::string::npos; at = meaning.find('\n', at + 1))
    meaning.insert(at + 1, indent, ' ');
  return fmt::format("{:<10} {:<17} {}\n", column.name, column.otherwise, meaning);
}

std::string all_columns() {
  std::string out = fmt::format("{:<10} {:<17} {}\n", "column", "if empty", "meaning");
  for (const ColumnHelp& column : chronology_columns()) out += explained(column);
  return out;
}

void run_new(const std::string& path) {
  if (path == "-") return print(template_chronology());
  refuse_existing(path);
  deliver_file(template_chronology(), path);
  print(all_columns());
  say(
      fmt::format("Columns may stand in any order, and all but the needed ones may be left out. Next:\n"
                  "  detente check {0}\n  detente index {0} --dyad ARD:BEL\n"
                  "then put your own events in the place of the made-up ones.",
                  path));
}

constexpr const char* new_description =
    "A chronology to begin with. Writes a CSV of made-up events between two made-up countries that uses every\n"
    "column, with a note on each row, and prints what each column means. Never writes over a file.";

constexpr const char* new_footer = R"(
Examples:
  detente new notes.csv
  detente new notes.csv > columns.txt      keeps the explanation of the columns too
  detente new - | detente index - --dyad ARD:BEL)";

}  // namespace

void add_new(CLI::App& program) {
  CLI::App* app = program.add_subcommand("new", new_description)->footer(new_footer);
  const auto path = std::make_shared<std::string>();
  app->add_option("FILE", *path, "the chronology to write; - is standard output")->type_name("")->required();
  app->callback([path] { run_new(*path); });
}

}  // namespace detente::cli
