// The program built without the component detente::live.

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

TEST(WithoutLive, EveryWayToAStoreSaysWhatIsMissing) {
  for (const char* words :
       {"store check levant.db", "store info --output json levant.db", "index --store levant.db --dyad ISR:PAL",
        "check --store levant.db", "watch --store levant.db -"}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.code, 2) << words;
    EXPECT_EQ(outcome.out, "") << words;
    EXPECT_TRUE(contains(outcome.err, "libsqlite3-dev")) << outcome.err;
  }
}

}  // namespace
}  // namespace detente::cli_test
