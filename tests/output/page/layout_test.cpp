#include <gtest/gtest.h>

#include <cstdlib>

#include "detente/output/page/page.hpp"
#include "detente/scales/words.hpp"
#include "output/page/layout_probe.hpp"
#include "output/sample_report.hpp"
#include "support/us_colombia.hpp"

namespace detente {
namespace {

const std::vector<int> widths{1280, 768, 390};
const std::vector<std::string> nothing_found{"1280: seen", "768: seen", "390: seen"};

class PageLayout : public test::NeedsBrowser {};

IndexReport us_colombia_report(std::optional<Catalogue> alternatives = {}) {
  IndexRequest request{.selection = test::usa_col(), .scoring = test::default_scoring()};
  request.band = BandOptions{.draws = 50};
  request.alternatives = std::move(alternatives);
  request.movements = request.further = true;
  return index_report(test::us_colombia(), request);
}

std::vector<std::string> layout_of(const std::string& html) {
  return test::findings(DETENTE_CHROMIUM, test::frames_of(html, widths, test::look_at_layout));
}

TEST_F(PageLayout, OfARealRelation) {
  EXPECT_EQ(layout_of(page_html(us_colombia_report(Catalogue::built_in()))), nothing_found);
}

TEST_F(PageLayout, OfASample) { EXPECT_EQ(layout_of(page_html(test::sample_report())), nothing_found); }

TEST_F(PageLayout, OfManyEventsOverDecades) {
  EXPECT_EQ(layout_of(page_html(test::long_report(800, 40))), nothing_found);
}

TEST_F(PageLayout, OfScalesWithLongFiguresAndWords) {
  for (const ScaleKind kind : {ScaleKind::zscore, ScaleKind::relative}) {
    IndexReport r = test::sample_report();
    r.series.words = scale_words("decayed_sum", {.kind = kind});
    for (auto* values : {&r.daily.index, &r.daily.heat})
      for (auto& v : *values)
        if (v) v = kind == ScaleKind::zscore ? -*v / 5 : 40 * *v;
    r.daily.lower = r.daily.upper = r.daily.lowest = r.daily.highest = r.daily.index;
    EXPECT_EQ(layout_of(page_html(r)), nothing_found);
  }
}

TEST_F(PageLayout, OfLongNames) {
  IndexReport r = test::sample_report();
  r.pair = r.headline.dyad = {"Bosnia and Herzegovina (Federation)", "Democratic Republic of the Congo"};
  for (EventMark& e : r.events) e.label = "an act whose name goes on and on until nobody reads it";
  for (MeasureSpell& m : r.measures.spells) m.object = "everything that was ever traded between the two of them";
  EXPECT_EQ(layout_of(page_html(r, {}, {.title = std::string(200, 'W')})), nothing_found);
}

/// The tests above prove something only if faults are found.
TEST_F(PageLayout, FaultsWouldBeFound) {
  const std::string text = R"(<text x="90" y="20">cut off here</text><text x="5" y="40" font-size="9">small</text>)"
                           R"(<text x="5" y="60">one</text><text x="8" y="62">other</text>)";
  const std::string html =
      R"(<!doctype html><div style="width:5000px;height:9px"></div><svg viewBox="0 0 100 100" width="100">)" + text +
      "</svg>";
  std::string all;
  for (const std::string& line : layout_of(html)) all += line + "\n";
  for (const char* what : {"390: page is 5", "390: cut: cut off here", "390: small: small", "390: over: other | one"})
    EXPECT_NE(all.find(what), std::string::npos) << what << " in\n" << all;
}

TEST_F(PageLayout, AnswersAreInTheFirstScreenOfAPhone) {
  IndexReport r = us_colombia_report(Catalogue::built_in());
  r.headline.outlook = Outlook{};
  const std::string look = R"((document) => {
    const box = e => e.getBoundingClientRect(), asked = [...document.querySelectorAll('.answers dt')];
    return [...asked.map(e => e.textContent),
            box(document.querySelector('.answers')).bottom <= 844 && box(document.querySelector('.headline')).top >= 0
                ? 'first screen' : 'further down'];
  })";
  EXPECT_EQ(test::findings(DETENTE_CHROMIUM, test::frames_of(page_html(r), {390}, look)),
            (std::vector<std::string>{"390: Since when?", "390: Why?", "390: How sure?", "390: What next?",
                                      "390: first screen", "390: seen"}));
}

/// The relative luminance and contrast of WCAG 2.2, of all text of the chart against the paper behind it. Words inside
/// phases stand on another ground.
const std::string look_at_contrast = R"((document, window) => {
  const channel = v => (v /= 255, v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  const light = css => { const [r, g, b] = css.match(/[\d.]+/g).map(Number);
                         return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b); };
  const fill = e => window.getComputedStyle(e).fill, svg = document.querySelector('.for-desk svg');
  const paper = light(fill(svg.querySelector('.dt-paper'))), found = [paper < 0.1 ? 'dark' : 'light'];
  for (const e of svg.querySelectorAll('text')) {
    const ground = e.closest('.dt-phase') ? light(fill(e.parentNode.querySelector('rect'))) : paper, ink = light(fill(e));
    const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
    if (contrast < 4.5) found.push(e.textContent + ' ' + contrast);
  }
  return found;
})";

TEST_F(PageLayout, ChartIsReadableInLightAndDark) {
  const std::string frames = test::frames_of(page_html(us_colombia_report()), {1280}, look_at_contrast);
  using Lines = std::vector<std::string>;
  EXPECT_EQ(test::findings(DETENTE_CHROMIUM, frames), (Lines{"1280: light", "1280: seen"}));
  EXPECT_EQ(test::findings(DETENTE_CHROMIUM, frames, "--blink-settings=preferredColorScheme=0"),
            (Lines{"1280: dark", "1280: seen"}));
}

/// Following the link opens what is closed, in the browser alone.
TEST_F(PageLayout, ALinkToAPeriodOpensIt) {
  const std::string look = R"(async (document, window) => {
    const link = document.querySelector('.for-desk .dt-period'), goal = document.querySelector(link.getAttribute('href'));
    const height = () => goal.closest('details').getBoundingClientRect().height, before = height();
    window.location.hash = link.getAttribute('href');
    await new Promise(done => setTimeout(done, 300));
    return [goal.closest('details').open ? 'open' : 'closed', height() > before ? 'grown' : 'as before',
            link.tabIndex == 0 ? 'reached by keys' : 'passed over'];
  })";
  EXPECT_EQ(test::findings(DETENTE_CHROMIUM, test::frames_of(page_html(us_colombia_report()), {1280}, look),
                           "--virtual-time-budget=10000"),
            (std::vector<std::string>{"1280: open", "1280: grown", "1280: reached by keys", "1280: seen"}));
}

}  // namespace
}  // namespace detente
