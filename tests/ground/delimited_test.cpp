#include "detente/ground/delimited.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace detente {
namespace {

/// A record that outlives its reader.
struct Row {
  std::vector<std::string> fields;
  std::string raw;
  std::uint64_t line = 0;
  std::string problem;
  std::size_t problem_field = 0;
  friend bool operator==(const Row&, const Row&) = default;
};

std::vector<Row> rows_of(ByteSource& source, const Dialect& dialect = {}) {
  DelimitedReader reader(source, dialect);
  std::vector<Row> rows;
  Record record;
  while (reader.next(record))
    rows.push_back({{record.fields.begin(), record.fields.end()},
                    std::string(record.raw),
                    record.line,
                    std::string(record.problem),
                    record.problem_field});
  return rows;
}

std::vector<Row> rows_of(std::string_view text, const Dialect& dialect = {}, std::size_t at_once = 0) {
  return rows_of(*bytes_of(text, at_once), dialect);
}

std::vector<std::vector<std::string>> fields_of(std::string_view text, const Dialect& dialect = {}) {
  std::vector<std::vector<std::string>> out;
  for (const Row& row : rows_of(text, dialect)) {
    EXPECT_EQ(row.problem, "") << row.raw;
    out.push_back(row.fields);
  }
  return out;
}

using Fields = std::vector<std::vector<std::string>>;

/// Everything that a parser of chunks can get wrong, with a different value in every field.
const std::string hard =
    "\xEF\xBB\xBF"
    "h1,h2,h3\r\n"
    "a1,\"a,2\",a3\r\n"
    "b1,\"b\"\"2\"\"\",b3\n"
    "\"c1\nsecond line\r\nthird\",c2,\"\"\n"
    "\n\r\n"
    ",,d3\n"
    "e\"1,e2\",\"e3\"\r\n"
    "\xC3\xA9"
    "f1,f2 ,\" f3\"\n"
    "g1,\"open,g3\n"
    "h1,\"closed\"x,h3\n"
    "i1,\"\"\"\",i3";

const std::vector<Row> hard_rows{
    {{"h1", "h2", "h3"}, "h1,h2,h3", 1, "", 0},
    {{"a1", "a,2", "a3"}, "a1,\"a,2\",a3", 2, "", 0},
    {{"b1", "b\"2\"", "b3"}, "b1,\"b\"\"2\"\"\",b3", 3, "", 0},
    {{"c1\nsecond line\r\nthird", "c2", ""}, "\"c1\nsecond line\r\nthird\",c2,\"\"", 4, "", 0},
    {{"", "", "d3"}, ",,d3", 9, "", 0},
    {{"e\"1", "e2\"", "e3"}, "e\"1,e2\",\"e3\"", 10, "", 0},
    {{"\xC3\xA9"
      "f1",
      "f2 ", " f3"},
     "\xC3\xA9"
     "f1,f2 ,\" f3\"",
     11,
     "",
     0},
    {{}, "g1,\"open,g3", 12, "quote not closed", 2},
    {{}, "h1,\"closed\"x,h3", 13, "text after a closing quote", 2},
    {{"i1", "\"", "i3"}, "i1,\"\"\"\",i3", 14, "", 0},
};

TEST(Delimited, ReadsTheHardFile) { EXPECT_EQ(rows_of(hard), hard_rows); }

TEST(Delimited, RecordsDoNotDependOnTheChunks) {
  for (std::size_t chunk = 1; chunk <= hard.size() + 1; ++chunk) {
    EXPECT_EQ(rows_of(hard, {.chunk = chunk}), hard_rows) << "chunk " << chunk;
    EXPECT_EQ(rows_of(hard, {}, chunk), hard_rows) << "short reads of " << chunk;
  }
}

TEST(Delimited, RecordsDoNotDependOnTheLastLineEnd) {
  EXPECT_EQ(rows_of(hard + "\n"), hard_rows);
  EXPECT_EQ(rows_of(hard + "\r\n\r\n"), hard_rows);
}

TEST(Delimited, AFileGivesWhatMemoryGives) {
  const auto path = std::filesystem::temp_directory_path() / ("delimited_" + std::to_string(::getpid()));
  std::ofstream(path, std::ios::binary) << hard;
  for (const std::size_t chunk : {1U, 7U, 65536U}) EXPECT_EQ(rows_of(*open_bytes(path), {.chunk = chunk}), hard_rows);
  std::filesystem::remove(path);
}

TEST(Delimited, APipeGivesWhatMemoryGives) {
  for (const std::size_t chunk : {1U, 7U, 65536U}) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    std::thread writer([&] {
      for (const char c : hard) EXPECT_EQ(::write(ends[1], &c, 1), 1);  // so that reads come short
      ::close(ends[1]);
    });
    const auto source = open_bytes("/dev/fd/" + std::to_string(ends[0]));
    EXPECT_EQ(rows_of(*source, {.chunk = chunk}), hard_rows);
    writer.join();
    ::close(ends[0]);
  }
}

TEST(Delimited, AnyTextGivesTheSameRecordsInAnyChunks) {
  EXPECT_TRUE(rc::check([] {
    const auto text = *rc::gen::container<std::string>(rc::gen::element('a', ',', '"', '\n', '\r', '"', ','));
    const auto chunk = *rc::gen::inRange<std::size_t>(1, 9);
    RC_ASSERT(rows_of(text, {.max_record = 20, .chunk = chunk}) == rows_of(text, {.max_record = 20}));
  }));
}

std::string quoted(const std::string& field) {
  std::string out = "\"";
  for (const char c : field) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

TEST(Delimited, WhatIsQuotedComesBack) {
  EXPECT_TRUE(rc::check([](const std::vector<std::vector<std::string>>& table) {
    std::string text;
    std::vector<std::vector<std::string>> wanted;
    for (const auto& row : table) {
      if (row.empty()) continue;
      for (std::size_t i = 0; i < row.size(); ++i) text += (i > 0 ? "," : "") + quoted(row[i]);
      text += "\n";
      wanted.push_back(row);
    }
    RC_ASSERT(fields_of(text) == wanted);
  }));
}

TEST(Delimited, NothingHoldsNothing) {
  EXPECT_TRUE(rows_of("").empty());
  EXPECT_TRUE(rows_of("\xEF\xBB\xBF").empty());
  EXPECT_TRUE(rows_of("\n\r\n\n").empty());
}

TEST(Delimited, FieldsMayBeEmpty) {
  EXPECT_EQ(fields_of(","), (Fields{{"", ""}}));
  EXPECT_EQ(fields_of("\"\""), (Fields{{""}}));
  EXPECT_EQ(fields_of("a,\n,b"), (Fields{{"a", ""}, {"", "b"}}));
}

TEST(Delimited, OtherDelimitersLeaveCommasAlone) {
  EXPECT_EQ(fields_of("a,b;c\n\"d;e\";f", {.delimiter = ';'}), (Fields{{"a,b", "c"}, {"d;e", "f"}}));
  EXPECT_EQ(fields_of("a\tb,c", {.delimiter = '\t'}), (Fields{{"a", "b,c"}}));
}

TEST(Delimited, AByteOrderMarkIsSkippedOnlyAtTheStart) {
  EXPECT_EQ(fields_of("\xEF\xBB\xBF\"a,b\"\n"), (Fields{{"a,b"}}));
  EXPECT_EQ(fields_of("a\n\xEF\xBB\xBF"), (Fields{{"a"}, {"\xEF\xBB\xBF"}}));
}

TEST(Delimited, AStrayQuoteCostsOneRow) {
  const auto rows = rows_of("1,a\n2,\"stray\n3,c\n4,\"quoted, d\"\n5,e\n");
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_EQ(rows[1].problem, "quote not closed");
  EXPECT_EQ(rows[1].problem_field, 2U);
  EXPECT_EQ(rows[1].line, 2U);
  EXPECT_EQ(rows[1].raw, "2,\"stray");
  for (const std::size_t good : {0U, 2U, 3U, 4U}) EXPECT_EQ(rows[good].problem, "") << good;
  EXPECT_EQ(rows[3].fields[1], "quoted, d");
}

TEST(Delimited, AReturnAfterAClosingQuoteIsTextUnlessItEndsTheLine) {
  EXPECT_EQ(fields_of("\"a\"\r\n\"b\"\r"), (Fields{{"a"}, {"b"}}));
  EXPECT_EQ(rows_of("\"a\"\r\"b\"\n").at(0).problem, "text after a closing quote");
}

TEST(Delimited, ALongLineIsOneProblemAndCostsNoMemory) {
  const std::string text = "a,b\nc," + std::string(1000, 'x') + "\nd,e\n";
  const auto rows = rows_of(text, {.max_record = 10});
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1].problem, "line too long");
  EXPECT_EQ(rows[1].problem_field, 0U);
  EXPECT_LE(rows[1].raw.size(), 11U);
  EXPECT_EQ(rows[2].fields, (std::vector<std::string>{"d", "e"}));
  EXPECT_EQ(rows[2].line, 3U);
}

TEST(Delimited, TheLimitIsTheLongestRecordThatIsRead) {
  EXPECT_EQ(rows_of("abcde\n", {.max_record = 5}).at(0).problem, "");
  EXPECT_EQ(rows_of("abcdef\n", {.max_record = 5}).at(0).problem, "line too long");
}

TEST(Delimited, AQuoteThatIsOpenPastTheLimitCostsItsLine) {
  const auto rows = rows_of("a,\"open\nb,c\nd,e\nf,g\n", {.max_record = 12});
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[0].problem, "quote not closed");
  EXPECT_EQ(rows[1].fields, (std::vector<std::string>{"b", "c"}));
}

TEST(Delimited, AChunkHasAtLeastOneByte) {
  const auto source = bytes_of("a");
  EXPECT_THROW(DelimitedReader(*source, {.chunk = 0}), std::invalid_argument);
}

}  // namespace
}  // namespace detente
