/// A panel that is asked to stop does so at once, leaves nothing half-written and says how far it came. The same of ten
/// million rows: bench/stop.cpp.

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "detente/codebooks/built_in.hpp"
#include "detente/detail/hash.hpp"
#include "detente/ground/atomic_file.hpp"
#include "detente/ground/error.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/questions/index/index_report.hpp"
#include "detente/questions/index/panel.hpp"
#include "detente/questions/index/ranking.hpp"
#include "support/watched_work.hpp"

namespace detente {
namespace {

using std::chrono::steady_clock;

constexpr std::size_t events = 60'000;

/// Events of a thousand pairs over ten years.
const DyadRows& many_pairs() {
  static const DyadRows made = [] {
    EventLog log;
    EventBatch batch({"gdelt", IdScope::report});
    for (std::size_t i = 0; i < events; ++i) {
      const std::uint64_t dice = detail::mix64(i + 1);
      const std::string source = "A" + std::to_string(dice % 40), target = "B" + std::to_string((dice >> 8) % 25);
      const std::string id = std::to_string(i);
      batch.add({.id = id,
                 .day = Day{static_cast<std::int32_t>(16'000 + (dice >> 16) % 3650)},
                 .source = source,
                 .target = target,
                 .code = (dice >> 32) % 3 == 0 ? "190" : "042"});
    }
    log.append(batch);
    DyadRows rows;
    rows.finish(std::move(log));
    return rows;
  }();
  return made;
}

PanelRequest request_of(std::size_t threads = 2) {
  return {.scoring = {.codebook = built_in_codebook("gdelt"), .model = Catalogue::built_in().make("two_speed")},
          .threads = threads};
}

std::string whole_text() {
  std::string text;
  panel(many_pairs(), request_of(), {index_rows_csv, [&](std::string_view part) { text += part; }});
  return text;
}

TEST(PanelStop, ComesWithinATenthOfASecondWhenAnotherThreadAsks) {
  double least = 1e9;  // a machine that is busy may be late once, and not each time
  for (int turn = 0; turn < 5 && least > 0.1; ++turn) {
    std::stop_source button;
    std::atomic<bool> begun = false;
    steady_clock::time_point pressed;
    std::thread other([&] {
      while (!begun) std::this_thread::sleep_for(std::chrono::milliseconds(1));
      pressed = steady_clock::now();
      button.request_stop();
    });
    PanelRequest request = request_of();
    request.band = BandOptions{};  // a thousand draws a pair: it would take minutes
    request.control.stop = button.get_token();
    const auto form = [&](const IndexSeries& series) {
      begun = true;
      return index_rows_csv(series);
    };
    EXPECT_THROW(panel(many_pairs(), request, {form, [](std::string_view) {}}), Stopped);
    const auto ended = steady_clock::now();
    other.join();
    least = std::min(least, std::chrono::duration<double>(ended - pressed).count());
  }
  EXPECT_LE(least, 0.1) << "seconds";
}

/// After any portion: what was written are the first pairs, whole, and it says of how many events.
TEST(PanelStop, LeavesWholePairsAndSaysHowFarItCame) {
  const std::string whole = whole_text();
  for (const std::size_t threads : {1U, 3U}) {
    for (const std::size_t portions : {0U, 1U, 2U}) {
      std::stop_source button;
      PanelRequest request = request_of(threads);
      request.control.stop = button.get_token();
      std::string text;
      std::size_t calls = 0, told = 0;
      request.control.progress = [&](const WorkDone& work) {
        told = work.done;
        if (++calls == portions) button.request_stop();
      };
      if (portions == 0) button.request_stop();
      try {
        panel(many_pairs(), request, {index_rows_csv, [&](std::string_view part) { text += part; }});
        ADD_FAILURE();
      } catch (const Stopped& stopped) {
        EXPECT_EQ(stopped.work().done, told);
        EXPECT_EQ(stopped.work().of, events);
        EXPECT_EQ(stopped.work().what, "events");
      }
      EXPECT_EQ(text.empty(), portions == 0);
      EXPECT_LT(text.size(), whole.size());
      EXPECT_EQ(text, whole.substr(0, text.size()));
      if (!text.empty()) {
        const std::string last = text.substr(text.rfind('\n', text.size() - 2) + 1);
        const std::string next = whole.substr(text.size());
        EXPECT_NE(last.substr(0, last.find(',', last.find(',') + 1)),
                  next.substr(0, next.find(',', next.find(',') + 1)))
            << "the last pair is cut";
      }
    }
  }
}

TEST(PanelStop, LeavesNoFile) {
  const std::filesystem::path folder = testing::TempDir() + "detente-panel-stop";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directory(folder);
  std::stop_source button;
  PanelRequest request = request_of();
  request.control.stop = button.get_token();
  request.control.progress = [&](const WorkDone&) { button.request_stop(); };
  try {
    AtomicFile file(folder / "panel.csv");
    panel(many_pairs(), request, {index_rows_csv, [&](std::string_view part) { file.write(part); }});
    file.finish();
    ADD_FAILURE();
  } catch (const Stopped&) {
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder));
  std::filesystem::remove_all(folder);
}

TEST(PanelStop, WatchedIsTheSame) {
  std::string text;
  std::vector<std::uint64_t> told;
  PanelRequest request = request_of();
  request.control.progress = [&](const WorkDone& work) { told.push_back(work.done); };
  panel(many_pairs(), request, {index_rows_csv, [&](std::string_view part) { text += part; }});
  EXPECT_EQ(text, whole_text());
  EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
  EXPECT_EQ(told.back(), events);
}

TEST(PanelStop, ARankingStopsToo) {
  test::expect_watched(
      [](const WorkControl& control) {
        const PanelRequest of = request_of();
        RankingRequest request{.scoring = of.scoring, .day = Day{19'000}, .since = Day{18'900}};
        request.control = control;
        rank_pairs(many_pairs(), request);
      },
      "events");
}

// ---- values in place of text ----

TEST(PanelOfValues, HasTheRowsSidesAndProvenanceOfEachPair) {
  std::string text;
  std::vector<IndexSeries> all;
  const PanelRequest request = request_of();
  const PanelSummary summary =
      panel(many_pairs(), request, [&](IndexSeries&& series) { all.push_back(std::move(series)); });
  EXPECT_EQ(summary.pairs, all.size());
  for (const IndexSeries& series : all) text += index_rows_csv(series);
  EXPECT_EQ(text, whole_text());
  ASSERT_FALSE(all.empty());
  EXPECT_TRUE(std::is_sorted(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.dyad < b.dyad; }));
  EXPECT_EQ(all[0].provenance.codebook, "gdelt");
  EXPECT_EQ(all[0].provenance.model, request.scoring.model.text());
  EXPECT_TRUE(all[0].rows.back().forward && all[0].rows.back().backward);
}

TEST(PanelOfValues, PassesOnWhatTheTakerThrows) {
  std::size_t taken = 0;
  const auto full = [&](IndexSeries&&) {
    if (++taken == 3) throw std::runtime_error("full");
  };
  EXPECT_THROW(panel(many_pairs(), request_of(), full), std::runtime_error);
  EXPECT_EQ(taken, 3U);
}

// ---- limits ----

TEST(Limits, OfDaysNamePairDaysAndField) {
  PanelRequest request = request_of();
  request.most_days = 366;
  try {
    panel(many_pairs(), request, [](IndexSeries&&) {});
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_EQ(error.code(), ErrorCode::too_many_days);
    EXPECT_EQ(error.field(), "PanelRequest::most_days");
    EXPECT_NE(error.message().find(" days to show, and 366 are allowed"), std::string::npos) << error.message();
  }
  request.most_days = 4000;
  EXPECT_NO_THROW(panel(many_pairs(), request, [](IndexSeries&&) {}));
  IndexRequest one{.selection = {.dyad = {"A1", "B1"}}, .scoring = request.scoring};
  one.most_days = 30;
  try {
    index_report(many_pairs().log(), one);
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_EQ(error.code(), ErrorCode::too_many_days);
    EXPECT_EQ(error.field(), "IndexRequest::most_days");
  }
}

}  // namespace
}  // namespace detente
