#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "detente/output/page/page.hpp"
#include "output/page/layout_probe.hpp"
#include "output/sample_report.hpp"
#include "support/us_colombia.hpp"

namespace detente {
namespace {

/// The source of axe-core: at AXE_CORE, or where `npm install --global axe-core` puts it; empty if it is not there.
std::string axe_core() {
  const char* said = std::getenv("AXE_CORE");
  for (const std::string path : {said ? said : "", "/usr/local/lib/node_modules/axe-core/axe.min.js",
                                 "/usr/lib/node_modules/axe-core/axe.min.js"}) {
    std::ifstream file(path, std::ios::binary);
    if (file) return {std::istreambuf_iterator<char>(file), {}};
  }
  return {};
}

/// Without the policy, which forbids axe-core as it does any script, and with axe-core.
std::string with_axe(std::string html, const std::string& axe) {
  const std::size_t policy = html.find("<meta http-equiv=\"Content-Security-Policy\"");
  if (policy != std::string::npos) html.erase(policy, html.find('>', policy) + 1 - policy);
  return html.insert(html.find("</head>"), "<script>" + axe + "</script>");
}

const std::string look_with_axe = R"(async (document, window) => {
  const {violations, passes} = await window.axe.run();
  const found = violations.map(v => v.id + ': ' + v.nodes[0].html.slice(0, 200));
  return passes.length > 10 ? found : [...found, 'only ' + passes.length + ' rules were tried'];
})";

class Axe : public ::testing::Test {
 protected:
  void SetUp() override {
    if (std::string_view(DETENTE_CHROMIUM).empty()) GTEST_SKIP() << "no Chromium was found";
    axe_ = axe_core();
    if (axe_.empty())
      GTEST_SKIP() << "axe-core was not found: npm install axe-core, then AXE_CORE=…/axe-core/axe.min.js";
  }
  std::vector<std::string> findings(const std::string& html) const {
    return test::findings(DETENTE_CHROMIUM, test::frames_of(with_axe(html, axe_), {1280, 768, 390}, look_with_axe),
                          "--virtual-time-budget=60000");
  }

  std::string axe_;
  const std::vector<std::string> nothing_{"1280: seen", "768: seen", "390: seen"};
};

TEST_F(Axe, FindsNothingInAPage) {
  IndexRequest request{.selection = test::usa_col(), .scoring = test::default_scoring()};
  request.band = BandOptions{.draws = 50};
  request.movements = request.further = true;
  EXPECT_EQ(findings(page_html(index_report(test::us_colombia(), request))), nothing_);
  EXPECT_EQ(findings(page_html(test::sample_report(), std::vector{test::sample_file()})), nothing_);
}

/// The test above proves something only if a fault is found.
TEST_F(Axe, WouldFindALinkWithoutAName) {
  const auto found = findings(
      "<!doctype html><html lang=\"en\"><head><title>x</title></head><main><h1>x</h1><a href=\"#\"></a></main>");
  ASSERT_FALSE(found.empty());
  EXPECT_TRUE(found[0].starts_with("1280: link-name")) << found[0];
}

}  // namespace
}  // namespace detente
