/// One law over all formats: renaming, moving, piping, packing, reordering and splitting the same events changes no bit
/// of any result.

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

#include "cli/program.hpp"
#include "support/packed.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;
using Rows = std::vector<std::string>;

/// The rows of a file, which may come in any order and in several files, and the header of each.
struct Sample {
  std::string header;
  Rows rows;
  std::string dyad = "COL:USA";
};

std::string tabbed(std::size_t width, const std::map<std::size_t, std::string>& fields) {
  std::string out;
  for (std::size_t i = 0; i < width; ++i) {
    const auto at = fields.find(i);
    out += (i == 0 ? "" : "\t") + (at == fields.end() ? std::string() : at->second);
  }
  return out + "\n";
}

/// What the n-th event of a sample says; ids repeat, and so do days and contents.
struct Said {
  explicit Said(int n)
      : id(std::to_string(100 + n % 23)),
        day(std::to_string(10 + n % 9)),
        back(n % 3 == 0),
        code(n % 4 == 0   ? "042"
             : n % 4 == 1 ? "190"
                          : "112") {}
  std::string source() const { return back ? "COL" : "USA"; }
  std::string target() const { return back ? "USA" : "COL"; }
  std::string id, day;
  bool back;
  std::string code;
};

std::string gdelt(std::size_t width, const Said& s, int n) {
  const std::string date = "201906" + s.day;
  return tabbed(width, {{0, s.id},
                        {1, date},
                        {2, "201906"},
                        {3, "2019"},
                        {7, s.source()},
                        {17, s.target()},
                        {25, "1"},
                        {26, s.code},
                        {27, s.code},
                        {28, s.code.substr(0, 2)},
                        {29, "4"},
                        {30, "-2.0"},
                        {31, std::to_string(1 + n % 5)},
                        {32, "1"},
                        {33, "1"},
                        {34, "-1.5"},
                        {width - 2, width == 61 ? date + "143000" : date},
                        {width - 1, "https://example.org/" + std::to_string(n % 7)}});
}

std::string polecat(const Said& s, int n) {
  return s.id + "\t2019-06-" + s.day + "\t" + (n % 2 == 0 ? "SANCTION\texpel" : "CONSULT\tvisit") + "\t" + s.source() +
         "\t" + s.target() + "\n";
}

std::string phoenix(const Said& s) {
  return tabbed(26, {{0, s.id + "_v1"},
                     {1, "201906" + s.day},
                     {2, "2019"},
                     {3, "6"},
                     {4, s.day},
                     {5, s.source()},
                     {6, s.source()},
                     {9, s.target()},
                     {10, s.target()},
                     {13, s.code},
                     {14, s.code.substr(0, 2)}});
}

/// Versions with and without a revision, some of which move the event to another pair or day; vague dates and measures.
std::string chronology(const Said& s, int n) {
  const std::string version = n < 23 ? "," : n % 2 == 0 ? "2019-07-1" + std::to_string(n % 10) + "," : ",1";
  const std::string target = n % 11 == 5 ? "VEN" : s.target();
  const char* code = n % 4 == 0   ? "sanction_imposed"
                     : n % 4 == 1 ? "sanction_lifted"
                     : n % 4 == 2 ? "criticism"
                                  : "talks";
  return (n % 5 == 4 ? "" : "c" + s.id) + "," + (n % 6 == 1 ? "2019-06" : "2019-06-" + s.day) + "," + s.source() + "," +
         target + "," + code + "," + (n % 7 == 3 ? "alleged" : "") + "," + (n % 5 == 4 ? "," : version) + ",note " +
         std::to_string(n % 3) + "\n";
}

/// The same as JSON, without what is not said, and with a member that no chronology knows.
std::string json_line(const Said& s, int n) {
  const std::string version = n < 23 ? "" : R"(,"revision":)" + std::to_string(n);
  return R"({"date":"2019-06-)" + s.day + R"(","source":")" + s.source() + R"(","target":")" + s.target() +
         R"(","event":")" + (n % 2 == 0 ? "criticism" : "talks") + R"(","mood":)" + std::to_string(n % 3) +
         (n % 5 == 4 ? "" : R"(,"id":"c)" + s.id + "\"" + version) + "}\n";
}

Sample sample(const std::string& format) {
  Sample out;
  if (format == "icews") out.header = "Event ID\tEvent Date\tSource Country\tTarget Country\tCAMEO Code\n";
  if (format == "polecat")
    out.header = "Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Country\tRecipient Country\n";
  if (format == "cline") out.header = "eid,story_date,source_root,target_root,code,root_code\n";
  if (format == "acled") out.header = "event_id_cnty,event_date,actor1,actor2,sub_event_type,fatalities,timestamp\n";
  if (format == "ucdp") out.header = "id,date_start,date_end,side_a,side_b,type_of_violence,best\n";
  if (format == "chronology") out.header = "id,date,source,target,event,status,reported,revision,note\n";
  const auto country = [](const std::string& code) { return code == "USA" ? "United States" : "Colombia"; };
  for (int n = 0; n < 40; ++n) {
    const Said s(n);
    if (format == "gdelt2") out.rows.push_back(gdelt(61, s, n));
    if (format == "gdelt1") out.rows.push_back(gdelt(58, s, n));
    if (format == "icews")
      out.rows.push_back(s.id + "\t2019-06-" + s.day + "\t" + country(s.source()) + "\t" + country(s.target()) + "\t" +
                         s.code + "\n");
    if (format == "polecat") out.rows.push_back(polecat(s, n));
    if (format == "phoenix") out.rows.push_back(phoenix(s));
    if (format == "cline")
      out.rows.push_back(s.id + ",2019-06-" + s.day + "," + s.source() + "," + s.target() + "," + s.code + "," +
                         s.code.substr(0, 2) + "\n");
    if (format == "keds")
      out.rows.push_back("2019-06-" + s.day + "\t" + s.source() + (n % 5 == 0 ? "GOV" : "") + "\t" + s.target() + "\t" +
                         s.code + "\n");
    if (format == "acled")
      out.rows.push_back("A" + s.id + ",2019-06-" + s.day + "," + s.source() + "," + s.target() + "," +
                         (n % 3 == 0 ? "Armed clash" : "Attack") + "," + std::to_string(n % 4) + "," +
                         std::to_string(1000 + n) + "\n");
    if (format == "ucdp")
      out.rows.push_back(s.id + ",2019-06-" + s.day + ",," + s.source() + "," + s.target() + "," +
                         std::to_string(1 + n % 3) + "," + std::to_string(n % 4) + "\n");
    if (format == "jsonl") out.rows.push_back(json_line(s, n));
    if (format == "chronology") out.rows.push_back(chronology(s, n));
  }
  return out;
}

std::string file_of(const Sample& sample, const Rows& rows) {
  return std::accumulate(rows.begin(), rows.end(), sample.header);
}

/// What check counts, over all files, but for what names a place in a file.
Json counts(const std::string& check) {
  const Json all = Json::parse(check);
  std::map<std::string, std::size_t> rows;
  for (const Json& file : all.at("files")) {
    rows["rows"] += file.at("rows").get<std::size_t>();
    rows["kept"] += file.at("kept").get<std::size_t>();
    for (const char* fate : {"set_aside", "rejected"})
      for (const auto& [reason, n] : file.at(fate).items()) rows[reason] += n.get<std::size_t>();
  }
  Json out = all.at("audit");
  for (auto& [name, value] : out.items())
    if (value.is_array() && name != "actors" && name != "dyads" && name != "codes" && name != "lags")
      value = value.size();  // lists of single events stand in the order of their rows
  return {{"rows", rows}, {"audit", out}};
}

/// Every result, and the counts of check.
std::vector<std::string> results(const Sample& sample, const std::vector<std::string>& files,
                                 const std::string& input = {}) {
  std::vector<std::string> out;
  const auto ask = [&](std::vector<std::string> words) {
    words.insert(words.begin() + 1, files.begin(), files.end());
    words.insert(words.end(), {"--source", "somebody"});
    const Outcome outcome = run(words, input);
    EXPECT_EQ(outcome.code, 0) << words[0] << ": " << outcome.err;
    return outcome.out;
  };
  out.push_back(
      ask({"index", "--dyad", sample.dyad, "--output", "csv", "--every", "week", "--bands", "0.9", "--draws", "50"}));
  out.push_back(ask({"panel"}));
  out.push_back(ask({"panel", "--memory", "1K"}));
  out.push_back(ask({"explain", "--dyad", sample.dyad, "--between", "2019-06-12", "2019-06-20", "--output", "csv"}));
  out.push_back(counts(ask({"check", "--output", "json"})).dump());
  return out;
}

class OneIdentity : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    sample_ = sample(GetParam());
    text_ = file_of(sample_, sample_.rows);
    write_text(scratch_ / "a.txt", text_);
    wanted_ = results(sample_, {scratch_ / "a.txt"});
  }
  void expect_same(const std::vector<std::string>& files, const std::string& input = {}) {
    const std::vector<std::string> got = results(sample_, files, input);
    for (std::size_t i = 0; i < wanted_.size(); ++i) EXPECT_EQ(got[i], wanted_[i]);
  }

  Scratch scratch_;
  Sample sample_;
  std::string text_;
  std::vector<std::string> wanted_;
};

TEST_P(OneIdentity, SurvivesRenamingMovingPipingAndPacking) {
  std::filesystem::create_directory(scratch_ / "elsewhere");
  write_text(scratch_ / "elsewhere/z.dat", text_);
  expect_same({scratch_ / "elsewhere/z.dat"});
  expect_same({"-"}, text_);
#if DETENTE_ARCHIVES
  for (const std::string kind : {"gz", "zip", "zst"}) {
    test::write_packed(scratch_ / ("b." + kind), kind, {{"inside.txt", text_}});
    expect_same({scratch_ / ("b." + kind)});
  }
#endif
}

TEST_P(OneIdentity, SurvivesReordering) {
  Rows rows = sample_.rows;
  std::reverse(rows.begin(), rows.end());
  write_text(scratch_ / "b.txt", file_of(sample_, rows));
  expect_same({scratch_ / "b.txt"});
  std::rotate(rows.begin(), rows.begin() + 17, rows.end());
  write_text(scratch_ / "c.txt", file_of(sample_, rows));
  expect_same({scratch_ / "c.txt"});
}

TEST_P(OneIdentity, SurvivesSplitting) {
  std::vector<std::string> files;
  for (std::size_t part = 0; part < 3; ++part) {
    Rows rows;
    for (std::size_t i = part; i < sample_.rows.size(); i += 3) rows.push_back(sample_.rows[i]);
    files.push_back(scratch_ / ("part" + std::to_string(part)));
    write_text(files.back(), file_of(sample_, rows));
  }
  expect_same(files);
  std::reverse(files.begin(), files.end());
  expect_same(files);
}

INSTANTIATE_TEST_SUITE_P(Formats, OneIdentity,
                         testing::Values("gdelt2", "gdelt1", "icews", "polecat", "phoenix", "cline", "keds", "acled",
                                         "ucdp", "jsonl", "chronology"),
                         [](const auto& format) { return std::string(format.param); });

}  // namespace
}  // namespace detente::cli_test
