#include <fmt/format.h>

#include <memory>

#include "commands.hpp"
#include "console.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/live/json/json_store.hpp"
#include "detente/live/store/store.hpp"
#include "detente/live/tables/store_table.hpp"
#include "form.hpp"
#include "input.hpp"
#include "patience.hpp"

namespace detente::cli {
namespace {

struct StoreCommand {
  std::string file;
  OutputOptions output;

  void info() const {
    const Form form = ready();
    deliver(info_text(Store::open_read_only(file).info(), form), output);
  }

  /// The report comes first and then the verdict.
  void check() const {
    const Form form = ready();
    const Patience patience("checking");
    report(Store::open_read_only(file).check(), form);
  }

  void rebuild() const {
    const Form form = ready();
    const Patience patience("rebuilding");
    Store store = Store::open(file);
    store.rebuild();
    report(store.check(), form);
  }

 private:
  Form ready() const {
    refuse_overlaps({{"FILE.db", file}}, {{"--to-file", output.to_file}});
    return form_of(output);
  }

  std::string info_text(const StoreInfo& info, Form form) const {
    switch (form) {
      case Form::csv: return store_info_csv(info);
      case Form::json: return store_info_json(info);
      case Form::jsonl: return json_lines(store_info_json(info), "");
      case Form::table: break;
    }
    return store_info_table(file, info);
  }

  std::string check_text(const StoreCheck& check, Form form) const {
    switch (form) {
      case Form::csv: return store_check_csv(check);
      case Form::json: return store_check_json(check);
      case Form::jsonl: return json_lines(store_check_json(check), "");
      case Form::table: break;
    }
    return store_check_table(file, check);
  }

  void report(const StoreCheck& check, Form form) const {
    deliver(check_text(check, form), output);
    if (!check.sound())
      throw InputError(fmt::format("{}: is damaged in {} places; detente store rebuild makes anew what is derived",
                                   visible_path(file), check.damage.size()));
  }
};

constexpr const char* store_description =
    "Is a store of events sound, and what is in it? A store is one file that a program which follows the news appends\n"
    "to; index, panel, explain and check take it by --store in place of files.";

constexpr const char* store_footer = R"(
A store is a list of batches, each with a hash over itself and the one before. Every output that is made from a store
names its head, the last batch and hash: it is how to tell later whether the store is still the one it was made from.
A store is for local disks, and one process at a time writes to it.

Examples:
  detente store info levant.db
  detente store check levant.db
      reads all of it: hashes, derived tables, SQLite's own check; exit code 3 if anything is damaged
  detente store rebuild levant.db
      makes anew what is derived: which events are there, feeds, alarms, readings; forgets checkpoints
  detente index --store levant.db --dyad ISR:PAL --as-of 2026-01-05
      what had been reported by that day
  detente index --store levant.db --dyad ISR:PAL --received-by 2026-01-05T14:30
      what the store itself had received by then)";

using Act = void (StoreCommand::*)() const;

void add(CLI::App& app, const std::shared_ptr<StoreCommand>& command, const char* name, const char* what, Act act) {
  CLI::App* sub = app.add_subcommand(name, what)->footer(fmt::format("\nExample:\n  detente store {} levant.db", name));
  sub->add_option("FILE.db", command->file, "the store")->type_name("")->required();
  add_output(*sub, command->output);
  sub->callback([command, act] { ((*command).*act)(); });
}

}  // namespace

void add_store_command(CLI::App& program) {
  CLI::App* app = program.add_subcommand("store", store_description)->footer(store_footer)->require_subcommand(1);
  const auto command = std::make_shared<StoreCommand>();
  add(*app, command, "check", "Reads everything and says what is damaged; ends with 3 then. Changes nothing.",
      &StoreCommand::check);
  add(*app, command, "rebuild", "Makes anew what is derived from the batches, then checks.", &StoreCommand::rebuild);
  add(*app, command, "info", "What is in it: head, events, days, formats, choices.", &StoreCommand::info);
}

}  // namespace detente::cli
