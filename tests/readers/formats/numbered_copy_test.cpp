/// Copies of tables without a header, by programs that number the columns.

#include <gtest/gtest.h>

#include <sstream>

#include "detente/ground/error.hpp"
#include "readers/format_samples.hpp"

namespace detente {
namespace {

/// How a program writes a table anew.
struct Copyist {
  const char* name;
  std::string prefix;
  std::size_t first = 1;
  bool row_numbers = true;
  bool names_row_numbers = true;
  char delimiter = ',';
  std::string missing = "NA";
};

std::string in_quotes(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::vector<Fields> cells(const std::string& table) {
  std::vector<Fields> out;
  std::string line;
  for (std::istringstream lines(table); std::getline(lines, line);) {
    Fields fields(1);
    for (const char c : line)
      if (c == '\t')
        fields.emplace_back();
      else
        fields.back() += c;
    out.push_back(fields);
  }
  return out;
}

std::string copied(const std::string& table, const Copyist& by) {
  std::vector<Fields> rows = cells(table);
  std::size_t width = 0, number = 0;
  for (const Fields& row : rows) width = std::max(width, row.size());
  Fields names;
  if (by.row_numbers && by.names_row_numbers) names.emplace_back("\"\"");
  for (std::size_t i = 0; i < width; ++i) names.push_back(in_quotes(by.prefix + std::to_string(by.first + i)));
  std::string out = line_of(names, by.delimiter);
  for (Fields& row : rows) {
    row.resize(width);
    Fields line;
    if (by.row_numbers) line.push_back(in_quotes(std::to_string(++number)));
    for (const std::string& cell : row) line.push_back(cell.empty() ? by.missing : in_quotes(cell));
    out += line_of(line, by.delimiter);
  }
  return out;
}

class NumberedCopy : public testing::TestWithParam<Copyist> {};

TEST_P(NumberedCopy, HasTheEventsOfItsOriginal) {
  for (const char* format : {"gdelt1", "gdelt2", "phoenix", "keds"}) {
    const std::string original = test::samples().at(format);
    const ReadResult from = read_text(original, {}, "original"),
                     to = read_text(copied(original, GetParam()), {}, "copy");
    EXPECT_EQ(to.files.at(0).format, format);
    ASSERT_GT(to.log.size(), 0U) << format;
    const std::vector<Event> expected = events_of(from.log), found = events_of(to.log);
    ASSERT_EQ(found.size(), expected.size()) << format << "\n" << report_text(to.files[0]);
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(found[i].date, expected[i].date) << format;
      EXPECT_EQ(found[i].source, expected[i].source) << format;
      EXPECT_EQ(found[i].target, expected[i].target) << format;
      EXPECT_EQ(found[i].code, expected[i].code) << format;
      EXPECT_EQ(found[i].id, expected[i].id) << format;
      EXPECT_EQ(found[i].mentions, expected[i].mentions) << format;
      EXPECT_EQ(found[i].score, expected[i].score) << format;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Programs, NumberedCopy,
                         testing::Values(Copyist{"write_csv", "V"}, Copyist{"write_table", "V", 1, true, false, '\t'},
                                         Copyist{"without_row_names", "V", 1, false}, Copyist{"readr", "X", 1, false},
                                         Copyist{"pandas", "", 0, true, true, ',', ""},
                                         Copyist{"a_spreadsheet_of_it", "V", 1, true, true, ';', ""}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(NumberedCopy, OfCodesThatWereTakenForNumbersIsRefusedOrProved) {
  std::string keds = "\"\",\"V1\",\"V2\",\"V3\",\"V4\"\n";
  for (const char* code : {"10", "42", "112", "190"})
    keds += "\"1\",\"1979-04-15\",\"ISR\",\"EGY\"," + std::string(code) + "\n";
  try {
    (void)read_text(keds, {}, "copy.csv");
    FAIL() << "codes without their zeros are other acts";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("leading zeros"), std::string::npos) << error.what();
  }
  const std::string phoenix = test::samples().at("phoenix");
  std::string numbers = copied(phoenix, {"write_csv", "V"});
  for (std::size_t at = 0; (at = numbers.find("\"042\",\"04\"", at)) != std::string::npos;)
    numbers.replace(at, 10, "42,4");
  const std::vector<Event> events = events_of(read_text(numbers, {}, "copy.csv").log);
  ASSERT_FALSE(events.empty());
  for (const Event& event : events) EXPECT_EQ(event.code, "042");
}

TEST(NumberedCopy, OfKedsWithNames) {
  const ReadResult read = read_text(
      "\"\",\"date\",\"source\",\"target\",\"code\"\n\"1\",\"1979-04-15\",\"ISRMIL\",\"JOR\",\"190\"\n"
      "\"2\",\"1979-04-16\",\"JOR\",\"ISR\",\"010\"\n");
  EXPECT_EQ(read.files.at(0).format, "keds");
  EXPECT_EQ(read.files[0].kept, 2U);
}

TEST(NumberedCopy, AChronologyOfThatCodeColumnIsOneIfItIsAskedFor) {
  const std::string text = "date,source,target,code\n1979-04-15,ISRMIL,JOR,190\n1979-04-16,JOR,ISR,010\n";
  EXPECT_EQ(read_text(text).files.at(0).format, "keds");
  EXPECT_EQ(read_text(text, {.code_column = "code"}).files.at(0).format, "chronology");
}

}  // namespace
}  // namespace detente
