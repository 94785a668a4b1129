#include "commands.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

constexpr const char* watch_description =
    "What moves as events arrive? Left out of this program: it was built without SQLite.";

constexpr const char* watch_footer = R"(
The command keeps events in a store, which needs SQLite (Debian and Ubuntu: libsqlite3-dev). Install it and build again.

Example:
  detente watch --store gdelt.db gdelt/
      works then)";

}  // namespace

void add_watch(CLI::App& program) {
  CLI::App* app = program.add_subcommand("watch", watch_description)->footer(watch_footer);
  app->allow_extras();  // whatever the arguments are, the missing component is the error
  app->callback([] {
    throw UsageError(
        "this program was built without SQLite (Debian and Ubuntu: libsqlite3-dev); install it, build again");
  });
}

}  // namespace detente::cli
