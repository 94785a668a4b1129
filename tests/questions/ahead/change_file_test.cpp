#include "detente/questions/ahead/change_file.hpp"

#include <gtest/gtest.h>

#include "support/dates.hpp"
#include "support/refusal.hpp"
#include "support/us_colombia.hpp"

namespace detente {
namespace {

using test::refusal;

std::vector<EventChange> read(const std::string& text, const ChangeFileOptions& options = {}) {
  return read_changes(*bytes_of(text), "c.csv", test::us_colombia(), built_in_codebook("plain"), options);
}

TEST(ChangeFile, ReadsEveryKindOfChange) {
  const auto changes = read(
      "change;date;id;source;target;event;status;object\r\n"
      "remove;;C025;;;;;\r\n"
      "\r\n"
      "Alter;;C026;;;;denied;\r\n"
      "insert;2025-12;;COL;USA;visit;;gas\r\n");
  ASSERT_EQ(changes.size(), 3U);
  EXPECT_EQ(changes[0].kind, ChangeKind::remove);
  EXPECT_EQ(changes[0].before.code, "threat_of_force");
  EXPECT_EQ(changes[0].place, "c.csv:2");
  EXPECT_EQ(changes[1].kind, ChangeKind::alter);
  EXPECT_EQ(changes[1].after.status, Status::denied);
  EXPECT_EQ(changes[2].kind, ChangeKind::insert);
  EXPECT_EQ(changes[2].after.date, test::span("2025-12"));
  EXPECT_EQ(changes[2].after.object, "gas");
}

TEST(ChangeFile, AnEmptyCellLeavesAFieldAndASpecialOneEmptiesIt) {
  const auto changes = read("change,id,until,issue,note\nalter,C030,(empty),,short\n");
  ASSERT_EQ(changes.size(), 1U);
  const Event &before = changes[0].before, &after = changes[0].after;
  EXPECT_EQ(before.until, test::day("2026-02-05"));
  EXPECT_FALSE(after.until);
  EXPECT_EQ(after.issue, "visa");
  EXPECT_EQ(after.note, "short");
  EXPECT_EQ(after.date, before.date);
  EXPECT_EQ(after.code, before.code);
  const auto fields = altered_fields(before, after);
  ASSERT_EQ(fields.size(), 2U);
  EXPECT_EQ(fields[0].field, "until");
  EXPECT_EQ(fields[0].to, "");
}

TEST(ChangeFile, ReadsDatesAsTheChronologysAreWritten) {
  const auto changes =
      read("change,date,source,target,event\ninsert,3/2/2026,USA,COL,visit\n", {.dates = DateLayout::dmy});
  EXPECT_EQ(to_text(changes.at(0).after.date), "2026-02-03");
}

TEST(ChangeFile, EveryFieldThatMayBeEmptyCanBeEmptied) {
  EventLog log;
  Event full;
  full.id = "1";
  full.date = test::span("2025-01-01/2025-01-09");
  full.source = "USA";
  full.target = "COL";
  full.code = "visit";
  full.issue = "trade";
  full.object = "oil";
  full.status = Status::alleged;
  full.claim = Claim::contested;
  full.mentions = 3;
  full.until = test::day("2025-02-01");
  full.count = 2;
  full.score = 1.5;
  full.sd = 0.5;
  full.quad = QuadClass::verbal_conflict;
  full.affects = Dyad{"USA", "VEN"};
  full.spill = 0.5;
  full.note = "a note";
  full.url = "https://example.org";
  full.reported = test::day("2025-02-01");
  full.revision = 4;
  log.add(full);
  const std::vector<std::string> fields{"until", "object", "issue",    "status",   "claim",    "affects",
                                        "spill", "count",  "mentions", "reported", "revision", "score",
                                        "sd",    "quad",   "note",     "url"};
  std::string header = "change,id", row = "alter,1";
  for (const std::string& field : fields) {
    header += "," + field;
    row += ",(empty)";
  }
  const auto changes = read_changes(*bytes_of(header + "\n" + row + "\n"), "c.csv", log, built_in_codebook("plain"));
  ASSERT_EQ(changes.size(), 1U);
  std::vector<std::string> emptied_fields;
  for (const AlteredField& f : altered_fields(changes[0].before, changes[0].after)) emptied_fields.push_back(f.field);
  EXPECT_EQ(emptied_fields, fields);
  Event bare;
  bare.date = full.date;
  bare.source = full.source;
  bare.target = full.target;
  bare.code = full.code;
  EXPECT_TRUE(altered_fields(changes[0].after, bare).empty());
}

struct Bad {
  const char* rows;
  const char* message;
};

TEST(ChangeFile, NamesFileLineColumnTextAndRule) {
  const std::string header = "change,id,date,source,target,event,status\n";
  for (const auto& [rows, message] : {
           Bad{"drop,C001,,,,,\n", "c.csv:2:1: 'drop': unknown change: a change is insert, remove or alter"},
           Bad{",C001,,,,,\n", "c.csv:2:1: '': unknown change"},
           Bad{"remove,,,,,,\n", "c.csv:2:2: '': no id: remove needs the id of an event"},
           Bad{"remove,C25,,,,,\n", "c.csv:2:2: 'C25': unknown id: no event has this id; the nearest are 'C025'"},
           Bad{"remove,no such id,,,,,\n", "no event has this id; the 33 ids begin with 'C001'"},
           Bad{"remove,C025,,,,visit,\n", "c.csv:2:6: 'visit': field of a removal"},
           Bad{"alter,C025,,,,,\n", "c.csv:2:2: 'C025': nothing altered"},
           Bad{"alter,C025,,USA,,,\n", "c.csv:2:2: 'C025': nothing altered"},
           Bad{"alter,C025,2026-02-30,,,,\n", "c.csv:2:3: '2026-02-30': bad date: 2026-02 has days 01 to 28"},
           Bad{"alter,C025,(empty),,,,\n", "c.csv:2:3: '(empty)': no date"},
           Bad{"alter,C025,,COL,,,\n", "c.csv:2:5: '': source is target"},
           Bad{"alter,C025,,,,visitt,\n", "c.csv:2:6: 'visitt': unknown code: the codebook plain does not know it"},
           Bad{"insert,C001,2025-01-01,USA,COL,visit,\n", "c.csv:2:2: 'C001': id is there"},
           Bad{"insert,,,USA,COL,visit,\n", "c.csv:2:3: '': no date: an event has a date"},
           Bad{"insert,,2025-01-01,USA,COL,,\n", "c.csv:2:6: '': no code"},
           Bad{"insert,,2025-01-01,USA,COL,visit,perhaps\n", "c.csv:2:7: 'perhaps': unknown status"},
           Bad{"remove,C025,,,,,\nalter,C025,,,,,denied\n",
               "c.csv:3:2: 'C025': two changes of one event: line 2 changes it already"},
           Bad{"remove,C025\n", "c.csv:2: 'remove,C025': wrong number of fields: the header has 7, this row 2"},
           Bad{"remove,\"C025,,,,,\n", "quote not closed"},
       })
    EXPECT_NE(refusal([&, r = rows] { (void)read(header + r); }).find(message), std::string::npos)
        << message << " is not in " << refusal([&, r = rows] { (void)read(header + r); });
}

TEST(ChangeFile, SaysAllThatIsWrongInOrderAndThatNothingIsChanged) {
  const std::string said =
      refusal([&] { (void)read("change,id\nremove,C025\ndrop,C001\nremove,X\nremove\nalter,C001\n"); });
  EXPECT_NE(said.find("c.csv: 4 rows break a rule; nothing is changed\n  c.csv:3:1:"), std::string::npos) << said;
  EXPECT_LT(said.find("c.csv:4:2"), said.find("c.csv:5:")) << said;
  EXPECT_LT(said.find("c.csv:5:"), said.find("c.csv:6:2")) << said;
  const std::string one = refusal([&] { (void)read("change,id\ndrop,C001\n"); });
  EXPECT_TRUE(one.ends_with("; nothing is changed")) << one;
}

TEST(ChangeFile, RefusesColumnsThatItWouldIgnore) {
  EXPECT_NE(refusal([&] {
              (void)read("change,id,statsu\nremove,C025,\n");
            }).find("c.csv:1: the column 'statsu' is not known here (nearest: 'status')"),
            std::string::npos);
  EXPECT_NE(refusal([&] { (void)read("id\nC025\n"); }).find("c.csv:1: no column 'change'"), std::string::npos);
  EXPECT_NE(refusal([&] { (void)read("change,id,id\nremove,C025,\n"); }).find("'id' stands 2 times"),
            std::string::npos);
  EXPECT_NE(refusal([&] { (void)read("change,change\nremove,C025\n"); }).find("'change' stands twice"),
            std::string::npos);
  EXPECT_NE(refusal([&] { (void)read("change,id\n"); }).find("c.csv: no rows below the header"), std::string::npos);
}

TEST(ChangeFile, KnowsTheAsOfDay) {
  const std::string text = "change,id\nremove,C031\n";
  EXPECT_EQ(read(text).size(), 1U);
  EXPECT_NE(refusal([&] {
              (void)read(text, {.as_of = test::day("2026-01-31")});
            }).find("it was reported on 2026-02-03, after the as-of day 2026-01-31"),
            std::string::npos);
}

}  // namespace
}  // namespace detente
