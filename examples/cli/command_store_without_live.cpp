#include "commands.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

constexpr const char* store_description =
    "Is a store of events sound? Left out of this program: it was built without SQLite.";

constexpr const char* store_footer = R"(
The command needs SQLite (Debian and Ubuntu: libsqlite3-dev). Install it and build again.

Example:
  detente store check levant.db
      works then)";

}  // namespace

void add_store_command(CLI::App& program) {
  CLI::App* app = program.add_subcommand("store", store_description)->footer(store_footer);
  app->allow_extras();  // whatever the arguments are, the missing component is the error
  app->callback([] {
    throw UsageError(
        "this program was built without SQLite (Debian and Ubuntu: libsqlite3-dev); install it, build again");
  });
}

}  // namespace detente::cli
