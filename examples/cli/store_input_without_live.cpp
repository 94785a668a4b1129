#include "store_input.hpp"
#include "usage_error.hpp"

namespace detente::cli {
namespace {

[[noreturn]] void refuse() {
  throw UsageError(
      "--store: this program was built without SQLite (Debian and Ubuntu: libsqlite3-dev); install it, build "
      "again");
}

}  // namespace

ReadResult read_from_store(const InputOptions& /*input*/, const ReadOptions& /*how*/) { refuse(); }

void take_choices(const InputOptions& input, CodingOptions& /*coding*/, ScoringOptions* /*scoring*/) {
  if (takes_store(input)) refuse();
}

}  // namespace detente::cli
