#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "detente/distributed/panel_stages.hpp"
#include "distributed/any_job.hpp"
#include "distributed/shared_panels.hpp"
#include "readers/chronologies.hpp"

namespace detente {
namespace {

using test::GivenPanel;

/// The shares of so many processes, in any order.
std::vector<ProcessShare> any_shares() {
  const auto processes = *rc::gen::inRange<std::size_t>(1, 6);
  std::vector<ProcessShare> out;
  const auto key = *rc::gen::inRange<std::size_t>(0, 6);
  for (std::size_t i = 0; i < processes; ++i) out.push_back({1 + (i + key) % processes, processes});
  if (*rc::gen::arbitrary<bool>()) std::reverse(out.begin(), out.end());
  return out;
}

/// How the processes work, which changes nothing: the size of tasks, threads and memory.
PanelJob worked_anyhow(PanelJob job) {
  if (*rc::gen::inRange(0, 4) > 0) job.task_bytes = *rc::gen::inRange<std::uint64_t>(200, 6000);
  if (*rc::gen::inRange(0, 4) > 0) job.memory = *rc::gen::inRange<std::uint64_t>(200, 4000);
  job.read.threads = *rc::gen::inRange<std::size_t>(1, 4);
  job.request = [ask = job.request, threads = *rc::gen::inRange<std::size_t>(0, 4)](auto files, const auto& totals) {
    PanelRequest out = ask(files, totals);
    out.threads = threads;
    return out;
  };
  return job;
}

GivenPanel in_stages(const PanelJob& job, const std::filesystem::path& folder) {
  const std::vector<ProcessShare> maps = any_shares(), scores = any_shares();
  return test::given_by(job, [&](GivenPanel& out) {
    for (const ProcessShare& share : maps) map_panel(job, folder, share);
    for (const ProcessShare& share : scores) score_panel(job, folder, share);
    const MergedPanel merged(job, folder);
    merged.write_rejects();
    merged.write([&](std::string_view text) { out.text += text; });
    out.summary = test::told(merged.summary());
    out.files = test::told(merged.files());
    out.rolled_up = test::told(merged.rolled_up());
  });
}

/// The heart of it: the bytes, the totals, the reports and the rejected rows are those of one process.
RC_GTEST_PROP(PanelStages, SeveralProcessesMakeWhatOneMakes, ()) {
  const Folder folder;
  const PanelJob job = test::any_job(folder.path());
  const GivenPanel alone = test::panel_alone(job);
  RC_CLASSIFY(!alone.refused.empty(), "refused");
  RC_CLASSIFY(alone.text.empty(), "no text");
  const GivenPanel shared = in_stages(worked_anyhow(job), folder.path() / "work");

  RC_ASSERT(test::difference(alone, shared) == "");
}

/// The one who opened it and the one who closed it are offices of one country, neither row has an id, and the closing
/// does not name the pair that the measure touches.
TEST(PanelStages, TheClosingOfAMeasureReachesThePairThatItTouches) {
  const Folder folder;
  const std::string header = "date,source,target,event,affects,spill\n";
  PanelJob job;
  job.files = {folder.write("notes.csv", header + "2025-01-05,OFAC,CUB,sanction_imposed,USA:COL,0.5\n"
                                                  "2025-02-10,TREASURY,CUB,sanction_lifted,,\n"
                                                  "2025-03-10,USA,COL,visit,,\n")};
  job.actors = [](auto) {
    return ActorTable({{.actor = "OFAC", .parent = "USA"}, {.actor = "TREASURY", .parent = "USA"}});
  };
  job.request = [](auto, const auto&) {
    return PanelRequest{
        .scoring = {.codebook = built_in_codebook("plain"), .model = Catalogue::built_in().make("decayed_sum")}};
  };
  job.form = index_rows_json;
  map_panel(job, folder.path() / "work", {});
  score_panel(job, folder.path() / "work", {});
  std::string text;
  MergedPanel(job, folder.path() / "work").write([&](std::string_view pair) { text += pair; });
  EXPECT_EQ(text, test::panel_alone(job).text);
  EXPECT_NE(text.find("2025-03"), std::string::npos);
}

}  // namespace
}  // namespace detente
