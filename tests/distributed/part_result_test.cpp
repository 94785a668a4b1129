#include "distributed/part_result.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/error.hpp"
#include "distributed/merged_texts.hpp"
#include "distributed/shared_panels.hpp"
#include "support/dates.hpp"

namespace detente::detail {
namespace {

PartSums some_sums(const std::string& name, std::uint32_t number) {
  PartSums sums;
  sums.summary.pairs = number;
  sums.summary.rows = 1000 * number;
  sums.summary.events = 70'000;
  sums.summary.without_events = 1;
  sums.summary.unknown = {{"odd", 2 * number}, {name, 3}};
  sums.summary.silent = {{{name, "USA"}, test::span("1850-01"), test::span("2001-01-01/..")}};
  sums.home.redelivered = {{number, 7}, {300, 4'000'000'000}};
  sums.home.conflicting = {{1, number}};
  sums.home.by_actor = {{"USAGOV", 5}, {name, number}};
  return sums;
}

std::string told(const PartSums& sums) {
  std::string out = test::told(sums.summary);
  for (const auto* rows : {&sums.home.redelivered, &sums.home.conflicting}) {
    for (const TaskRow& row : *rows) out += fmt::format("{}:{} ", row.task, row.number);
    out += "\n";
  }
  return out + fmt::format("{}\n", sums.home.by_actor);
}

TEST(PartSums, ComeBackFromTheirBytes) {
  const PartSums sums = some_sums("CUB", 9);
  EXPECT_EQ(told(sums_of(bytes_of(sums))), told(sums));
  EXPECT_EQ(told(sums_of(bytes_of(PartSums{}))), told(PartSums{}));
}

TEST(PartSums, BytesThatEndEarlyAreRefused) {
  const std::string bytes = bytes_of(some_sums("CUB", 9));
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_THROW(sums_of(std::string_view(bytes).substr(0, size)), InputError) << size;
}

TEST(PartSums, AreTheSameInWhateverOrderTheyAreAdded) {
  const std::vector<PartSums> parts{some_sums("VEN", 3), some_sums("BOL", 2), some_sums("CUB", 9)};
  PartSums there, back;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    add(there, parts[i]);
    add(back, parts[parts.size() - 1 - i]);
  }
  const PartSums sums = in_order(there);
  EXPECT_EQ(test::told(sums.summary), test::told(in_order(back).summary));
  EXPECT_EQ(sums.home.by_actor, in_order(back).home.by_actor);
  EXPECT_EQ(sums.summary.pairs, 14U);
  ASSERT_EQ(sums.summary.unknown.size(), 4U);
  EXPECT_EQ(sums.summary.unknown[0].code, "odd");  // most events first, then by name
  EXPECT_EQ(sums.summary.unknown[0].events, 28U);
  EXPECT_EQ(sums.summary.unknown[1].code, "BOL");
  EXPECT_EQ(sums.summary.silent[0].dyad.source, "BOL");
}

std::string bytes_with(const std::vector<PairText>& texts) {
  std::string bytes;
  for (const PairText& text : texts) put_text_of(bytes, text.pair, text.text);
  return bytes;
}

/// Longer than what is read at once, empty, and with bytes that look like lengths.
TEST(MergeTexts, GivesPairsByName) {
  const std::string longest(200'000, 'x'), odd("\x80\xFF\0\n", 4);
  const std::vector<std::string> bytes{bytes_with({{{"A", "B"}, "1"}, {{"A", "D"}, longest}, {{"C", "D"}, ""}}),
                                       bytes_with({}), bytes_with({{{"A", "C"}, odd}, {{"Z", "ZZ"}, "last"}})};
  std::vector<std::unique_ptr<TextReader>> parts;
  for (const std::string& part : bytes) parts.push_back(std::make_unique<TextReader>(detente::bytes_of(part, 1000)));
  std::string names, texts;
  merge_texts(parts, [&](PairText&& pair) {
    names += pair.pair.source + pair.pair.target + " ";
    texts += pair.text;
  });
  EXPECT_EQ(names, "AB AC AD CD ZZZ ");
  EXPECT_EQ(texts, "1" + odd + longest + "last");
}

TEST(MergeTexts, ATextThatEndsEarlyIsRefused) {
  const std::string bytes = bytes_with({{{"A", "B"}, "text"}});
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    TextReader reader(detente::bytes_of(std::string_view(bytes).substr(0, size)));
    EXPECT_THROW(reader.next(), InputError) << size;
  }
}

}  // namespace
}  // namespace detente::detail
