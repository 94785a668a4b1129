/// Rows cut from blocks are the rows that `DelimitedReader` reads, whatever the bytes and wherever the blocks end.

#include "readers/rows/blocks.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "readers/rows/block_rows.hpp"

namespace detente {
using namespace detail;
namespace {

struct Row {
  std::vector<std::string> fields;
  std::size_t width = 0;
  std::string raw;
  std::uint64_t line = 0;
  std::string problem;
  std::size_t problem_field = 0;
  friend bool operator==(const Row&, const Row&) = default;
};

void showValue(const Row& row, std::ostream& out) {  // NOLINT(readability-identifier-naming): RapidCheck's name
  out << row.line << ": '" << row.raw << "' " << row.width << " " << row.problem << " " << row.problem_field << "\n";
}

/// Asks for some columns and notes what it gets, and as an intake which rows cannot be cut.
class Noting final : public RowReader, public Intake {
 public:
  explicit Noting(RowShape shape) : shape_(std::move(shape)) {}
  const RowShape& shape() const override { return shape_; }
  std::span<const std::string> column_names() const override { return {}; }
  void take(const FieldRow& row, Intake& /*into*/) const override { note(row, {}, 0); }
  void reject(const FieldRow& row, const Rejection& why) override { note(row, why.reason, why.column); }
  void keep(Event /*event*/) override { ADD_FAILURE(); }
  void keep(const BriefEvent& /*event*/) override { ADD_FAILURE(); }
  void set_aside(std::string_view /*reason*/) override { ADD_FAILURE(); }
  void unknown_name(std::string_view /*name*/) override { ADD_FAILURE(); }
  const std::vector<Row>& rows() const { return rows_; }
  /// The rows from the `first`-th on stand so many lines further down.
  void move(std::size_t first, std::uint64_t lines) {
    for (std::size_t i = first; i < rows_.size(); ++i) rows_[i].line += lines;
  }

 private:
  void note(const FieldRow& row, std::string_view problem, std::size_t field) const {
    rows_.push_back({{row.fields.begin(), row.fields.end()},
                     row.width,
                     std::string(row.raw),
                     row.line,
                     std::string(problem),
                     field});
  }

  RowShape shape_;
  mutable std::vector<Row> rows_;
};

struct Cutting {
  bool quoted = true;
  bool header = false;
  std::size_t max_record = 100;
  std::size_t chunk = 16;
};

const std::vector<std::size_t> asked{0, 1, 3};

std::vector<Row> rows_in_blocks(std::string_view text, const Cutting& how) {
  Noting rows({.delimiter = ',', .quoted = how.quoted, .header = how.header, .columns = asked});
  const auto source = bytes_of(text, 3);
  BlockReader blocks(*source, {',', how.max_record, how.chunk, how.quoted});
  Block block;
  std::string header;
  bool there = how.header ? blocks.next_behind_header(block, header) : blocks.next(block);
  for (std::uint64_t lines = 0; there; there = blocks.next(block)) {
    const std::size_t first = rows.rows().size();
    const std::uint64_t own = take_rows(block, rows, how.max_record, rows);
    rows.move(first, lines);
    lines += own;
  }
  return rows.rows();
}

std::vector<Row> rows_read(std::string_view text, const Cutting& how) {
  const auto source = bytes_of(text);
  DelimitedReader reader(*source, {.delimiter = ',', .max_record = how.max_record, .quoted = how.quoted});
  Record record;
  std::vector<Row> rows;
  if (how.header) reader.next(record);
  while (reader.next(record)) {
    Row& row = rows.emplace_back();
    for (const std::size_t column : asked)
      row.fields.emplace_back(column < record.fields.size() ? record.fields[column] : std::string_view());
    row.width = record.fields.size();
    row.raw = record.raw;
    row.line = record.line;
    row.problem = record.problem;
    row.problem_field = record.problem_field;
  }
  return rows;
}

TEST(Blocks, GiveTheRowsOfTheRecordReader) {
  EXPECT_TRUE(rc::check([] {
    const auto text = *rc::gen::scale(
        2, rc::gen::container<std::string>(rc::gen::element('a', ',', '"', '\n', '\r', '"', ',', 'b', '\n')));
    const Cutting how{.quoted = *rc::gen::arbitrary<bool>(),
                      .header = *rc::gen::arbitrary<bool>(),
                      .max_record = *rc::gen::inRange<std::size_t>(1, 40),
                      .chunk = *rc::gen::inRange<std::size_t>(1, 30)};
    RC_ASSERT(rows_in_blocks(text, how) == rows_read(text, how));
  }));
}

TEST(Blocks, GiveTheRowsOfWellFormedText) {
  EXPECT_TRUE(rc::check([] {
    const auto field =
        rc::gen::element<std::string>("", "a", "b\r", "\"q\"", "\"two\nlines\"", "\"a,\"\"b\"\"\"", "\xC3\xA9");
    std::string text = *rc::gen::element<std::string>("", "\xEF\xBB\xBF", "\n\r\n");
    const auto lines =
        *rc::gen::container<std::vector<std::vector<std::string>>>(rc::gen::container<std::vector<std::string>>(field));
    for (const auto& line : lines) {
      for (const std::string& one : line) text += one + ",";
      text += *rc::gen::element<std::string>("\n", "\r\n", "x\n");
    }
    const Cutting how{.quoted = *rc::gen::arbitrary<bool>(), .chunk = *rc::gen::inRange<std::size_t>(1, 64)};
    RC_ASSERT(rows_in_blocks(text, how) == rows_read(text, how));
  }));
}

TEST(Blocks, RowsOfManyPiecesAreWhole) {
  std::string text;
  for (int i = 0; i < 4000; ++i)
    text += std::to_string(i) + ",b,c," + std::string(static_cast<std::size_t>(i % 97), 'd') + "\n";
  text += "x," + std::string(100'000, 'y') + ",z,last";
  for (const std::size_t chunk : {std::size_t{1}, std::size_t{1000}, std::size_t{1} << 20})
    for (const std::size_t max_record : {std::size_t{50}, std::size_t{1} << 20}) {
      const Cutting how{.max_record = max_record, .chunk = chunk};
      EXPECT_EQ(rows_in_blocks(text, how), rows_read(text, how)) << chunk;
    }
}

TEST(Blocks, ALongLineTakesTheMemoryOfTheLimit) {
  const std::string text = "a,b\n" + std::string(1'000'000, 'x') + "\nc,d\n";
  const auto source = bytes_of(text);
  BlockReader blocks(*source, {',', 10, 64, false});
  std::size_t largest = 0;
  for (Block block; blocks.next(block);) largest = std::max(largest, block.bytes.size());
  EXPECT_LE(largest, (std::size_t{1} << 16) + 64);
}

TEST(Blocks, EndWhereRecordsEnd) {
  const Dialect csv;
  EXPECT_EQ(whole_records("a,b\nc", false, csv), 4U);
  EXPECT_EQ(whole_records("a,b\nc", true, csv), 5U);
  EXPECT_EQ(whole_records("a,\"b\nc\nd", false, csv), 0U);
  EXPECT_EQ(whole_records("a\nb,\"c\nd\"\ne", false, csv), 10U);
  EXPECT_EQ(whole_records("a\n\"b\"x\nc", false, csv), 7U);
  EXPECT_EQ(whole_records("a\nb,\"c\nd", false, csv), 2U);
  EXPECT_EQ(whole_records("a\"\nb", false, csv), 3U);
}

}  // namespace
}  // namespace detente
