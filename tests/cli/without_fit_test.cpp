// The program built without the component detente::fit.

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

TEST(WithoutFit, ReciprocitySaysWhatIsMissing) {
  const Outcome outcome = run("reciprocity " + news + " --dyad USA:COL --ties strict");
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_TRUE(contains(outcome.err, "libnlopt-dev")) << outcome.err;
}

}  // namespace
}  // namespace detente::cli_test
