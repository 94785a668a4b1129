/// The law of `detente watch`: however events arrive, and whatever becomes of the program, the store reads as the
/// batch.

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "cli/watched.hpp"
#include "support/gdelt_day.hpp"
#include "support/packed.hpp"

namespace detente::cli_test {
namespace {

namespace fs = std::filesystem;
using test::Background;

#ifdef NDEBUG
constexpr std::size_t rows_a_file = 2084;  // 200,000 a day
#else
constexpr std::size_t rows_a_file = 40;
#endif

/// The files of a day, in a made-up order of arrival.
struct Arriving {
  std::vector<test::QuarterHour> files = test::GdeltDay(20260310, rows_a_file).files();
  std::mt19937 random{7};
  Arriving() { std::shuffle(files.begin(), files.end(), random); }

  /// Packed if the build can, every other one; every ninth once more under another name.
  void drop(const std::string& folder, std::size_t i) const {
    const auto& [name, text] = files[i];
    const bool packs = i % 2 == 0 && test::packings().size() == 3;
    const std::string aside = folder + "/" + name + ".tmp";
    if (packs)
      test::write_packed(aside, "zip", {{name, text}});
    else
      write_text(aside, text);
    fs::rename(aside, folder + "/" + name + (packs ? ".zip" : ""));
    if (i % 9 == 0) write_text(folder + "/again_" + name, text);
  }
};

std::set<int> alarms_in(const std::string& lines) {
  std::set<int> out;
  for (const std::string& line : lines_of(lines))
    if (const Json one = Json::parse(line, nullptr, false); one.is_object() && one.at("alarm").is_object())
      out.insert(one.at("alarm").at("id").get<int>());
  return out;
}

TEST(WatchLaw, ADayThatComesLateAndTwiceAndIsKilledTwiceIsTheBatch) {
  const Watched at;
  const Arriving day;
  const std::string folder = at.path("gdelt");
  fs::create_directory(folder);
  const std::vector<std::string> words{folder, "--output", "jsonl", "--alarm", "index>60", "--alarm", "rise>2 in 2d"};
  std::set<int> said;
  for (int part = 0; part < 3; ++part) {
    Background watch = at.following(words);
    for (std::size_t i = 0; i < 32; ++i) day.drop(folder, static_cast<std::size_t>(part) * 32 + i);
    ASSERT_TRUE(watch.has_printed(2000)) << read_text(at.path("err"));
    EXPECT_EQ(watch.end(part < 2 ? SIGKILL : SIGTERM), part < 2 ? -SIGKILL : 0) << read_text(at.path("err"));
    said.merge(alarms_in(watch.output()));
  }
  const Outcome rest = at.once(words);
  ASSERT_EQ(rest.code, 0) << rest.err;
  said.merge(alarms_in(rest.out));

  std::vector<std::string> batch{"panel"};
  for (const auto& entry : fs::directory_iterator(folder)) batch.push_back(entry.path().string());
  const Outcome panel = run(batch), stored = run({"panel", "--store", at.store()});
  ASSERT_EQ(panel.code, 0) << panel.err;
  EXPECT_GT(lines_of(panel.out).size(), 60U);
  EXPECT_EQ(stored.out, panel.out);

  const Json info = Json::parse(run({"store", "info", at.store(), "--output", "json"}).out);
  std::set<int> all;
  for (int id = 1; id <= info.at("alarms").get<int>(); ++id) all.insert(id);
  EXPECT_GT(all.size(), 5U);
  EXPECT_EQ(said, all) << "each alarm was said at least once";
  const Outcome again = at.once(words);
  EXPECT_EQ(again.out, "");
  EXPECT_EQ(Json::parse(run({"store", "info", at.store(), "--output", "json"}).out), info);
  EXPECT_EQ(run({"store", "check", at.store()}).code, 0);
}

TEST(WatchLaw, AFileThatGrowsByAnyBytesIsTheBatch) {
  const Watched at;
  const std::string text = read_text(std::string(DETENTE_EXAMPLES_DATA) + "/australia_china_2017_2024.csv");
  std::mt19937 random{13};
  for (std::size_t end = 0; end < text.size();) {
    end = std::min(text.size(), end + 1 + random() % (text.size() / 3));
    at.write("a.csv", text.substr(0, end));
    ASSERT_EQ(at.once({at.path("a.csv")}).code, 0) << end;
  }
  EXPECT_EQ(run({"panel", "--store", at.store(), "--every", "day"}).out,
            run({"panel", at.path("a.csv"), "--every", "day"}).out);
}

}  // namespace
}  // namespace detente::cli_test
