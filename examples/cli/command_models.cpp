#include <fmt/format.h>

#include <memory>

#include "commands.hpp"
#include "console.hpp"
#include "detente/output/csv/catalogue_csv.hpp"
#include "detente/output/json/json_catalogue.hpp"
#include "detente/output/text/catalogue_table.hpp"
#include "form.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

const ModelEntry& entry_of(const Catalogue& catalogue, const std::string& name) {
  if (const ModelEntry* entry = catalogue.find(name)) return *entry;
  std::vector<std::string> known;
  for (const ModelEntry& entry : catalogue.entries()) known.push_back(entry.name);
  throw_unknown_word("models show", name, known);
}

struct ModelsCommand {
  std::string name;
  OutputOptions output;

  void list() const {
    deliver(text_in(form_of(output), Catalogue::built_in(), {model_list, model_list_csv, model_list_json, "models"}),
            output);
  }
  void show() const {
    const Catalogue catalogue = Catalogue::built_in();
    deliver(text_in(form_of(output), entry_of(catalogue, name), {model_text, model_csv, model_json}), output);
  }
};

constexpr const char* models_description =
    "What turns events into a level. Lists the scoring models, and shows one with its formula, its source, and its\n"
    "parameters with unit, default and range. --model takes a name and parameters: --model 'decayed_sum omega=1'.";

constexpr const char* models_footer = R"(
Examples:
  detente models list
  detente models show decayed_sum
  detente index us_colombia_2025_2026.csv --dyad USA:COL --model 'decayed_mean half_life=60')";

}  // namespace

void add_models(CLI::App& program) {
  CLI::App* app = program.add_subcommand("models", models_description)->footer(models_footer)->require_subcommand(1);
  const auto command = std::make_shared<ModelsCommand>();
  CLI::App* list =
      app->add_subcommand("list", "The scoring models, a line each.")->footer("\nExample:\n  detente models list");
  add_output(*list, command->output);
  list->callback([command] { command->list(); });
  CLI::App* show = app->add_subcommand("show", "One model: formula, source, parameters.")
                       ->footer("\nExample:\n  detente models show decayed_sum");
  show->add_option("NAME", command->name, "the model")->type_name("")->required();
  add_output(*show, command->output);
  show->callback([command] { command->show(); });
}

}  // namespace detente::cli
