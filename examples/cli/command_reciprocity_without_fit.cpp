#include "commands.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

constexpr const char* reciprocity_description =
    "Who answers whom? Left out of this program: it was built without NLopt.";

constexpr const char* reciprocity_footer = R"(
The command fits a point process, which needs NLopt (Debian and Ubuntu: libnlopt-dev). Install it and build again.

Example:
  detente reciprocity levant.csv --dyad ISR:PAL
      works then)";

}  // namespace

void add_reciprocity(CLI::App& program) {
  CLI::App* app = program.add_subcommand("reciprocity", reciprocity_description)->footer(reciprocity_footer);
  app->allow_extras();  // whatever the arguments are, the missing component is the error
  app->callback([] {
    throw UsageError("this program was built without NLopt (Debian and Ubuntu: libnlopt-dev); install it, build again");
  });
}

}  // namespace detente::cli
