#include <initializer_list>
#include <memory>

#include "commands.hpp"
#include "stop_signal.hpp"
#include "watch_session.hpp"

namespace detente::cli {
namespace {

constexpr const char* watch_description =
    "What moves as events arrive? Follows files, folders or standard input into a store, says how the index of every\n"
    "pair touched moves, and raises alarms. Killed at any time and started again, it goes on where it was.";

constexpr const char* watch_footer = R"(
FILE may grow (text, read to its last whole line) or appear whole (.zip, .gz); a FOLDER is one into which files fall, as
GDELT's quarter-hours do; - is standard input, JSON lines or any known format. Damaged rows are counted, late, repeated
and corrected ones go where they belong, and missing quarter-hours are named. Each delivery is on disk, with its alarms,
before a line is printed; alarms have numbers, because one may be printed again after a crash.

Alarms are raised once and again only after they were over, on the clock of the data (the last reported day so far):
  index>75          over below 70; 'index>75 until 60' says otherwise
  index<20          over above 25
  'rise>5 in 7d'    the index rose by more than 5 in 7 days; over below 2.5
  'fall>5 in 7d'    likewise downward
  thaw              it fell by more than 5 in 30 days, and acts and releases did at least half of that
Each names the events that did it.

What the first events decide (codebook, model, rules by their format) is kept in the store; a later file or option that
would have it otherwise is refused. Rows without ids are known by file and line, on standard input by line alone.

Examples:
  detente watch --store notes.db us_colombia_2025_2026.csv --once
      reads what is there and ends; again, it says nothing new
  detente watch --store gdelt.db gdelt/ --alarm 'index>75' --alarm 'rise>5 in 7d' --dyad USA:IRN --page iran.html
      follows a folder of GDELT's quarter-hours, and writes the page anew as events of the pair come in
  tail -n +1 -f events.jsonl | detente watch --store live.db - --alarm thaw --output jsonl
      JSON lines in, JSON lines out, for another program to act on
  detente panel --store gdelt.db > panel.csv
      asks a store what detente panel asks of files, while it is being filled)";

/// Options of others that have no place here.
void leave_out(CLI::App& app, std::initializer_list<const char*> names) {
  for (const char* name : names) app.remove_option(app.get_option(name));
}

void add_following(CLI::App& app, WatchRequest& request) {
  app.add_option("FILE", request.input.files, "files and folders to follow; - is standard input")->type_name("");
  app.add_option("--store", request.store, "where events are kept; made if it is not there (needed)")
      ->type_name("FILE.db");
  app.add_option("--alarm", request.alarms, "a condition to be told of, see below; may be repeated")
      ->type_name("RULE")
      ->allow_extra_args(false);
  app.add_option("--dyad", request.dyads, "only this pair is printed and raises alarms; may be repeated")
      ->type_name("A:B")
      ->allow_extra_args(false);
  app.add_flag("--once", request.once, "read what is there and end");
  app.add_option("--interval", request.interval, "how often files are looked at")
      ->type_name("SECONDS")
      ->capture_default_str();
  app.add_option(
         "--durability", request.durability,
         "full: what was printed survives a power failure; normal:\nonly the end of the program, but is quicker")
      ->type_name("HOW")
      ->capture_default_str();
}

void add_saying(CLI::App& app, WatchRequest& request) {
  app.add_option("--output", request.form, "text, or jsonl: JSON, an object a line")
      ->type_name("FORM")
      ->group("Output")
      ->capture_default_str();
  app.add_option("--page", request.page, "with one --dyad: a page with everything, written anew as\nevents come in")
      ->type_name("FILE.html")
      ->group("Output");
}

}  // namespace

void add_watch(CLI::App& program) {
  CLI::App* app = program.add_subcommand("watch", watch_description)->footer(watch_footer);
  const auto request = std::make_shared<WatchRequest>();
  add_following(*app, *request);
  add_panel_scoring(*app, request->words.scoring);
  add_model_period(*app, request->every);
  add_coding(*app, request->words.coding);
  add_reading(*app, request->input);
  leave_out(*app, {"--as-of", "--rejects"});
  add_threads(*app, request->input);
  add_saying(*app, *request);
  app->callback([request] {
    check(*request);
    stop_when_asked();
    follow(*request);
  });
}

}  // namespace detente::cli
