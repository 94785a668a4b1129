#include <gtest/gtest.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "detente/codebooks/built_in.hpp"
#include "detente/distributed/panel_stages.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/readers/formats/event_format.hpp"
#include "distributed/shared_files.hpp"
#include "distributed/shared_panels.hpp"
#include "readers/chronologies.hpp"

namespace detente {
namespace {

/// "7|2024-10-03|USA|COL|190"
class WireRows final : public RowReader {
 public:
  const RowShape& shape() const override { return shape_; }
  std::span<const std::string> column_names() const override { return names_; }
  void take(const FieldRow& row, Intake& into) const override {
    const Parsed<Day> day = parse_day(row.fields[1]);
    if (!day) return into.reject(row, {"bad date", day.rule(), 2, row.fields[1]});
    into.keep(BriefEvent{
        .id = row.fields[0], .day = *day, .source = row.fields[2], .target = row.fields[3], .code = row.fields[4]});
  }

 private:
  std::vector<std::string> names_{"id", "day", "source", "target", "code"};
  RowShape shape_{.delimiter = '|', .columns = {0, 1, 2, 3, 4}};
};

class Wire final : public EventFormat {
 public:
  explicit Wire(std::string ids) : ids_(std::move(ids)) {}
  const FormatInfo& info() const override { return info_; }
  IdSource ids() const override { return {ids_, IdScope::report}; }
  Match match(std::string_view head, const ReadOptions&) const override {
    return head.find('|') < 5 ? Match{} : Match{.obstacles = {"no bars"}};
  }
  std::unique_ptr<const RowReader> open(std::string_view, const ReadOptions&) const override {
    return std::make_unique<WireRows>();
  }

 private:
  std::string ids_;
  FormatInfo info_{.name = "wire", .description = "The wire's daily acts.", .codebook = "gdelt"};
};

/// A file of a program's format, whose ids are of this source, behind one of GDELT. Ids repeat within each.
PanelJob wire_and_gdelt(const Folder& folder, const std::string& ids) {
  std::string gdelt, wire;
  for (int i = 0; i < 8; ++i) {
    const int id = i % 6;
    test::MachineAct act{.id = id, .day = fmt::format("2024100{}", 1 + id), .source = "USA", .target = "COL"};
    act.reported = act.day;
    act.code = i % 2 == 0 ? "190" : "042", act.root = act.code.substr(0, 2), act.score = "0.0";
    gdelt += test::gdelt2_row(act) + "\n";
    wire += fmt::format("{}|2024-10-0{}|USA|COL|{}\n", id, 1 + id, i % 3 == 0 ? "190" : "112");
  }
  PanelJob job;
  job.files = {folder.write("g.csv", gdelt), folder.write("wire.psv", wire)};
  job.read.formats = {std::make_shared<Wire>(ids)};
  job.read.own_scores = false;
  job.actors = [](auto) { return ActorTable(); };
  job.request = [](auto, const auto&) {
    return PanelRequest{
        .scoring = {.codebook = built_in_codebook("gdelt"), .model = Catalogue::built_in().make("decayed_sum")}};
  };
  job.form = index_rows_csv;
  return job;
}

void expect_one_panel(const std::string& ids, const std::string& found) {
  const Folder folder;
  const PanelJob job = wire_and_gdelt(folder, ids);
  const test::GivenPanel alone = test::panel_alone(job);
  ASSERT_EQ(alone.refused, "");
  ASSERT_NE(alone.files.find(found), std::string::npos) << alone.files;
  map_panel(job, folder.path() / "work", {});
  score_panel(job, folder.path() / "work", {});
  const MergedPanel merged(job, folder.path() / "work");
  test::GivenPanel shared{.rejects = alone.rejects};
  merged.write([&](std::string_view text) { shared.text += text; });
  shared.summary = test::told(merged.summary());
  shared.files = test::told(merged.files());
  shared.rolled_up = test::told(merged.rolled_up());
  EXPECT_EQ(test::difference(alone, shared), "");
}

TEST(OwnFormat, IsReadByEveryProcess) { expect_one_panel("wire", "redelivery"); }

TEST(OwnFormat, FilesOfTheSameSourceAreReadByEveryProcessToo) { expect_one_panel("gdelt", "conflicting version"); }

}  // namespace
}  // namespace detente
