/// Chronologies as JSON lines: the same events as from a CSV, and every fault named.

#include "readers/chronology/json_lines.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "detente/ground/error.hpp"
#include "readers/chronologies.hpp"

namespace detente {
using namespace detail;
namespace {

const std::string plain = R"({"date":"2025-01-26","source":"USA","target":"COL","event":"threat"})"
                          "\n";

/// The line between two good ones, which survive; returns what the report says of it.
DamageExample fault_of(const std::string& line, const ReadOptions& options = {}) {
  const ReadResult read = read_text(plain + line + "\n" + plain, options);
  EXPECT_EQ(read.files.at(0).kept, 2U) << line;
  if (read.files[0].examples.size() != 1) {
    ADD_FAILURE() << line << ": " << report_text(read.files[0]);
    return {};
  }
  EXPECT_EQ(read.files[0].examples[0].line, 2U) << line;
  return read.files[0].examples[0];
}

TEST(JsonLines, HaveTheColumnsOfAChronologyInAnyOrder) {
  const ReadResult read = read_text(
      R"({"url":"https://example.org/a","note":"a \"word\"\nand more","score":-3.5,"count":3,"target":"COL",)"
      R"("source":"USA","event":"threat","date":"2025-01/2025-03","until":null,"mentions":"2","Status":"alleged","mood":{"a":[1]}})"
      "\r\n");
  const Event e = events_of(read.log).at(0);
  EXPECT_EQ(to_text(e.date), "2025-01-01/2025-03-31");
  EXPECT_EQ(e.source + ">" + e.target + " " + e.code, "USA>COL threat");
  EXPECT_EQ(e.note, "a \"word\"\nand more");
  EXPECT_EQ(e.url, "https://example.org/a");
  EXPECT_EQ(e.score, -3.5);
  EXPECT_EQ(e.count, 3U);
  EXPECT_EQ(e.mentions, 2U);
  EXPECT_EQ(e.status, Status::alleged);
  EXPECT_FALSE(e.until);
  EXPECT_EQ(e.extra, (std::vector<std::pair<std::string, std::string>>{{"mood", R"({"a":[1]})"}}));
  EXPECT_EQ(read.files[0].format, "jsonl");
  EXPECT_EQ(read.files[0].unknown_columns, std::vector<std::string>{"mood"});
}

TEST(JsonLines, AMemberThatOnlyALaterLineHasIsReadToo) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += plain;
  const ReadResult read = read_text(
      text + R"({"date":"2025-02-01","source":"USA","target":"COL","event":"visa_revoked","until":"2025-03-01"})");
  EXPECT_EQ(events_of(read.log).back().until, day("2025-03-01"));
}

TEST(JsonLines, OptionsThatNameColumnsNameMembers) {
  const ReadResult read =
      read_text(R"({"when":"20250126","who":"USA","act":"threat"})",
                {.code_column = "act", .columns = {{"date", "when"}, {"source", "who"}, {"target", "=COL"}}});
  const Event e = events_of(read.log).at(0);
  EXPECT_EQ(to_text(e.date) + e.source + e.target + e.code, "2025-01-26USACOLthreat");
  const ReadResult spans = read_text(R"({"a":"2025-01-26","b":"2025-02-03","source":"USA","target":"COL","event":"x"})",
                                     {.columns = {{"from", "a"}, {"to", "b"}}});
  EXPECT_EQ(to_text(events_of(spans.log).at(0).date), "2025-01-26/2025-02-03");
}

TEST(JsonLines, EveryFaultIsNamedWithItsMember) {
  struct Case {
    std::string line, reason, member, text;
  };
  const std::string pair = R"("source":"USA","target":"COL")";
  for (const Case& c : {
           Case{R"({"date":"2025-02-30",)" + pair + R"(,"event":"x"})", "bad date", "date", "2025-02-30"},
           Case{"{" + pair + R"(,"event":"x"})", "no date", "date", ""},
           Case{R"({"date":"2025-01-26","target":"COL","event":"x"})", "no source", "source", ""},
           Case{R"({"date":"2025-01-26","source":"NA","target":"COL","event":"x"})", "no source", "source", ""},
           Case{R"({"date":"2025-01-26",)" + pair + "}", "no code", "event", ""},
           Case{R"({"date":"2025-01-26",)" + pair + R"(,"event":["x"]})", "neither text nor number", "event",
                R"(["x"])"},
           Case{R"({"date":"2025-01-26",)" + pair + R"(,"event":"x","count":true})", "neither text nor number", "count",
                "true"},
           Case{R"({"date":"2025-01-26",)" + pair + R"(,"event":"x","note":"\u0000"})", "NUL byte", "note", R"(\x00)"},
           Case{R"({"date":"2025-01-26",)" + pair + R"(,"event":"x","Event":"y"})", "member twice", "event", "y"},
       }) {
    const DamageExample found = fault_of(c.line);
    EXPECT_EQ(found.reason, c.reason) << c.line;
    EXPECT_EQ(found.column_name, c.member) << c.line;
    EXPECT_EQ(found.text, c.text) << c.line;
    EXPECT_EQ(found.column, 0U) << "members have no number";
  }
}

TEST(JsonLines, ALineThatIsNoObjectIsShownWhole) {
  const std::string deep = "{\"a\":" + std::string(100, '[') + std::string(100, ']') + "}";
  for (const auto& [line, reason] :
       std::vector<std::pair<std::string, std::string>>{{"[1]", "not an object"},
                                                        {"\"text\"", "not an object"},
                                                        {"{\"date\":", "not JSON"},
                                                        {"date,source", "not JSON"},
                                                        {"{\"a\":\"\xFF\"}", "not JSON"},
                                                        {deep, "nested too deeply"},
                                                        {R"({"mood":-1e400})", "not JSON"},
                                                        {R"({"source":"A","source":"B"})", "member twice"}})
    EXPECT_EQ(fault_of(line).reason, reason) << line;
  EXPECT_EQ(fault_of("{" + std::string(300, 'x'), {.max_record = 256}).reason, "line too long");
}

TEST(JsonLines, NestingOfAnyDepthCostsNoStack) {
  EXPECT_EQ(fault_of("{\"a\":" + std::string(400'000, '[')).reason, "nested too deeply");
  EXPECT_EQ(fault_of("{\"a\":" + std::string(400'000, '[') + std::string(400'000, ']') + "}").reason,
            "nested too deeply");
}

/// Ids may have more digits than a computer's numbers.
TEST(JsonLines, NumbersKeepTheirDigits) {
  const auto id_of = [](const std::string& id) {
    return events_of(read_text(R"({"id":)" + id + R"(,"date":"2025-01-26","source":"A","target":"B","event":"x"})").log)
        .at(0)
        .id;
  };
  for (const std::string id : {"123456789012345678901234", "9007199254740993.0", "7", "-3", "0.10", "1e3"})
    EXPECT_EQ(id_of(id), id);
}

TEST(JsonLines, WhatLiesDeeperIsKeptAsItIs) {
  const std::string deep = R"({"a":[1,{"b":"\"q\"","c":[]},null,true,-2.50],"d":{}})";
  const Event e =
      events_of(read_text(R"({"date":"2025-01-26","source":"A","target":"B","event":"x","m":)" + deep + "}").log).at(0);
  EXPECT_EQ(e.extra.at(0).second, deep);
}

TEST(JsonLines, AFirstLineLongerThanWhatIsLookedAtIsRead) {
  const std::string note = std::string(300'000, 'n');
  const std::string tail = R"("date":"2025-01-26","source":"A","target":"B","event":"x"})";
  EXPECT_EQ(read_text(R"({"note":")" + note + "\"," + tail + "\n" + plain).log.size(), 2U);
}

TEST(JsonLines, EmptyLinesAreSetAside) {
  const ReadResult read = read_text("\n  \n" + plain + "\n\t\n");
  EXPECT_EQ(read.log.size(), 1U);
  EXPECT_EQ(read.files[0].rejected.size(), 0U);
}

std::string refusal(const std::string& text) {
  try {
    read_text(text);
  } catch (const InputError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(JsonLines, ADocumentOfAnotherShapeIsRefusedWithAWayOut) {
  const std::string object = plain.substr(0, plain.size() - 1);
  for (const std::string& text : {"[" + object + "]", "[\n" + object + "\n]", std::string("{\n\"date\":\"2025\"\n}")})
    EXPECT_NE(refusal(text).find("write one object a line"), std::string::npos) << refusal(text);
  EXPECT_NE(refusal(object + "\r" + object).find("carriage return"), std::string::npos);
  EXPECT_NE(refusal(R"({"day":"2025-01-26","source":"USA","target":"COL","event":"x"})")
                .find("no column 'date' (nearest: 'day')"),
            std::string::npos);
}

/// A chronology of random texts, as CSV and as JSON lines, has the same events to the key.
RC_GTEST_PROP(JsonLinesLaw, ACsvAndItsJsonLinesHaveTheSameEvents, ()) {
  const auto text = rc::gen::map(rc::gen::container<std::string>(rc::gen::elementOf(std::string("aZ9 ,;\"'\n\xC3"))),
                                 [](std::string s) {
                                   for (std::size_t at = 0; (at = s.find('\xC3', at)) != std::string::npos; at += 2)
                                     s.insert(at + 1, "\xA9");
                                   return s;
                                 });
  const int rows = *rc::gen::inRange(1, 12);
  std::string csv = "id,date,source,target,event,score,zed,note,alpha\n", json;
  for (int i = 0; i < rows; ++i) {
    const std::string note = *text, date = "2025-0" + std::to_string(*rc::gen::inRange(1, 9));
    const std::string score = *rc::gen::element(std::string(), std::string("-2.5"), std::string("4"));
    std::string quoted = note;
    for (std::size_t at = 0; (at = quoted.find('"', at)) != std::string::npos; at += 2) quoted.insert(at, "\"");
    csv += std::to_string(i) + "," + date + ",USA,COL,threat," + score + ",7,\"" + quoted + "\",x\n";
    nlohmann::ordered_json line{{"id", i},         {"date", date},      {"zed", 7},     {"source", "USA"},
                                {"target", "COL"}, {"event", "threat"}, {"note", note}, {"alpha", "x"}};
    if (!score.empty()) line["score"] = std::stod(score);
    json += line.dump() + "\n";
  }
  const ReadOptions options{.sources = {"somebody"}};
  const ReadResult a = read_text(csv, options), b = read_text(json, options);
  RC_ASSERT(a.log.size() == static_cast<std::size_t>(rows));
  RC_ASSERT(a.log.size() == b.log.size());
  for (std::size_t i = 0; i < a.log.size(); ++i) {
    const Event x = a.log.event(a.log.rows()[i]), y = b.log.event(b.log.rows()[i]);
    RC_ASSERT(a.log.rows()[i].key == b.log.rows()[i].key);
    RC_ASSERT(x.note == y.note && x.score == y.score && x.date == y.date && x.extra == y.extra);
  }
}

}  // namespace
}  // namespace detente
