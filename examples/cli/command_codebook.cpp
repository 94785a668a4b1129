#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>

#include "commands.hpp"
#include "console.hpp"
#include "detente/codebooks/built_in.hpp"
#include "detente/codebooks/own_term.hpp"
#include "detente/contracts/term_suggestions.hpp"
#include "detente/ground/error.hpp"
#include "detente/output/csv/catalogue_csv.hpp"
#include "detente/output/json/json_catalogue.hpp"
#include "detente/output/text/catalogue_table.hpp"
#include "form.hpp"
#include "input.hpp"

namespace detente::cli {
namespace {

std::vector<Codebook> all_codebooks() {
  std::vector<Codebook> out;
  for (const std::string_view name : built_in_codebook_names()) out.push_back(built_in_codebook(name));
  return out;
}

std::string list_text(Form form) {
  const std::vector<Codebook> codebooks = all_codebooks();
  switch (form) {
    case Form::csv: return codebook_list_csv(codebooks);
    case Form::json: return codebook_list_json(codebooks);
    case Form::jsonl: return json_lines(codebook_list_json(codebooks), "codebooks");
    case Form::table: break;
  }
  return codebook_list(codebooks);
}

std::string whole_text(const Codebook& codebook, Form form) {
  return text_in(form, codebook, {codebook_table, codebook_csv, codebook_json, "codes"});
}

const CodeEntry& entry_of(const Codebook& codebook, const std::string& code) {
  if (const CodeEntry* entry = codebook.find(code)) return *entry;
  const std::vector<Suggestion> near = suggestions(codebook, code);
  throw InputError(fmt::format("codebook {} has no code '{}'{}; all of them: detente codebook show {}; {}",
                               codebook.name(), code, near.empty() ? "" : fmt::format("; near: {}", to_text(near)),
                               codebook.name(), how_to_add(codebook.name(), code)));
}

/// One code; in forms for programs, as a codebook of one row.
std::string code_form(const Codebook& codebook, const CodeEntry& entry, Form form) {
  if (form == Form::table) return code_text(entry);
  return whole_text(Codebook(codebook.name(), codebook.version(), {entry}, codebook.scheme()), form);
}

struct CodebookCommand {
  std::string name;
  std::string code;
  OutputOptions output;

  void list() const { deliver(list_text(form_of(output)), output); }
  void show() const {
    const Form form = form_of(output);
    refuse_overlaps({{"NAME", name}}, {{"--to-file", output.to_file}});
    const Codebook codebook = open_codebook(name);
    deliver(code.empty() ? whole_text(codebook, form) : code_form(codebook, entry_of(codebook, code), form), output);
  }
};

constexpr const char* codebook_description =
    "What an act is worth. A codebook gives every code a score (positive is cooperation), a class, whether it is\n"
    "severe, and the measure that it opens or closes. Eight are built in; a CSV of your own may extend one of them.";

constexpr const char* codebook_footer = R"(
Your own codebook is a CSV like the one that 'show NAME --output csv' prints: the columns code,score and any of sd, label,
quad, severe, opens, closes, cameo, plover, basis, synonyms (other spellings, separated by ;). A first line
'# extends: plain' adds yours to a built-in one. Two lines and a row are enough:
  # extends: plain
  code,score,synonyms
  boat_rammed,-6,ramming; boat hit

Examples:
  detente codebook list
  detente codebook show plain
  detente codebook show plain visa_revoked
  detente codebook show plain "ambassador recalled"
      in any spelling that is taken
  detente codebook show gdelt 138
  detente codebook show plain --output csv --to-file mine.csv
      a copy to change; then detente index FILE --dyad A:B --codebook mine.csv)";

}  // namespace

void add_codebook(CLI::App& program) {
  CLI::App* app =
      program.add_subcommand("codebook", codebook_description)->footer(codebook_footer)->require_subcommand(1);
  const auto command = std::make_shared<CodebookCommand>();
  CLI::App* list = app->add_subcommand("list", "The built-in codebooks: name, version, number of codes, content hash.")
                       ->footer("\nExample:\n  detente codebook list");
  add_output(*list, command->output);
  list->callback([command] { command->list(); });
  CLI::App* show =
      app->add_subcommand("show", "A codebook with every code, or one code in full.")
          ->footer("\nExamples:\n  detente codebook show plain\n  detente codebook show plain threat_of_force");
  show->add_option("NAME", command->name, "a built-in codebook, or your own FILE.csv")->type_name("")->required();
  show->add_option("CODE", command->code, "only this code")->type_name("");
  add_output(*show, command->output);
  show->callback([command] { command->show(); });
}

}  // namespace detente::cli
