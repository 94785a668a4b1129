/// Rows go to whoever scores their part, whole and in the order of the tasks, however small the rounds are; texts come
/// in the order of the pairs, and rank 0 may stop asking.

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "contracts/packed_rows.hpp"
#include "detente/ground/error.hpp"
#include "distributed/merged_texts.hpp"
#include "distributed/mpi/row_exchange.hpp"
#include "distributed/mpi/text_exchange.hpp"
#include "distributed/part_router.hpp"
#include "ground/bytes.hpp"

namespace detente {
using namespace detail;
namespace {

/// What looks like packed rows: their number, and then anything.
std::string piece_of(std::size_t part, std::size_t task) {
  std::string out;
  put_number(out, part % 7 + task);
  put_number(out, 0);
  std::mt19937 draws(static_cast<unsigned>(part * 1000 + task));
  for (std::size_t n = draws() % 200; n > 0; --n) out.push_back(static_cast<char>(draws()));
  return out;
}

bool has_piece(std::size_t part, std::size_t task) { return (part * 31 + task * 17) % 5 != 0; }

void expect_all_arrive(std::uint64_t round, std::optional<std::uint64_t> memory) {
  constexpr std::size_t tasks = 9;
  const Ranks ranks(MPI_COMM_WORLD);
  SpooledRows rows(memory);
  for (std::size_t task = tasks; task-- > 0;)  // read by one of them, and not in order
    for (std::size_t part = 0; part < panel_parts; ++part)
      if (task % ranks.size() == ranks.rank() && has_piece(part, task)) rows.put(part, task, piece_of(part, task));
  std::vector<std::size_t> owners(panel_parts);
  for (std::size_t part = 0; part < panel_parts; ++part) owners[part] = part * part % ranks.size();
  exchange_rows(ranks, rows, owners, round);
  for (std::size_t part = 0; part < panel_parts; ++part) {
    std::vector<std::pair<std::size_t, std::string>> expected, found;
    for (std::size_t task = 0; task < tasks; ++task)
      if (owners[part] == ranks.rank() && has_piece(part, task)) expected.emplace_back(task, piece_of(part, task));
    rows.each(part, [&](std::size_t task, std::string_view piece) { found.emplace_back(task, piece); });
    ASSERT_EQ(found, expected) << "part " << part << ", rounds of " << round;
  }
}

TEST(RowExchange, AllRowsArriveInRoundsOfAnySize) {
  for (const std::uint64_t round : {1U, 100U, 1000U, 100'000U, 1U << 26}) expect_all_arrive(round, {});
}

TEST(RowExchange, AllRowsArriveByWayOfTemporaryFiles) {
  for (const std::uint64_t memory : {0U, 100U, 5000U}) expect_all_arrive(500, memory);
}

TEST(RowExchange, NothingIsExchangedWhereThereIsNothing) {
  const Ranks ranks(MPI_COMM_WORLD);
  SpooledRows rows({});
  exchange_rows(ranks, rows, std::vector<std::size_t>(panel_parts, 0));
  rows.each(3, [](std::size_t, std::string_view) { FAIL(); });
}

// ---- texts ----

Dyad pair_of(std::size_t number) { return {"A" + std::to_string(1'000'000 + number), "B"}; }
std::string text_of_pair(std::size_t number) {
  return std::string(number % 3000, static_cast<char>('a' + number % 26));
}

/// This rank's pairs in two parts, each in order.
std::vector<std::unique_ptr<TextReader>> own_texts(const Ranks& ranks, std::size_t pairs,
                                                   std::vector<std::string>& kept) {
  kept.assign(2, {});
  for (std::size_t number = 0; number < pairs; ++number)
    if (number % ranks.size() == ranks.rank()) put_text_of(kept[number / 7 % 2], pair_of(number), text_of_pair(number));
  std::vector<std::unique_ptr<TextReader>> out;
  for (const std::string& texts : kept) out.push_back(std::make_unique<TextReader>(bytes_of(texts)));
  return out;
}

/// Takes `wanted` pairs on rank 0; which ones, and whether their texts are right.
std::vector<std::string> taken(const Ranks& ranks, std::size_t pairs, std::size_t wanted) {
  struct NoMore {};
  std::vector<std::string> kept, names;
  auto parts = own_texts(ranks, pairs, kept);
  if (!ranks.is_first()) {
    send_texts(ranks, parts);
    return {};
  }
  for (std::size_t from = 1; from < ranks.size(); ++from)
    parts.push_back(std::make_unique<TextReader>(std::make_unique<RemoteTexts>(ranks, from)));
  try {
    merge_texts(parts, [&](PairText&& text) {
      EXPECT_EQ(text.text, text_of_pair(names.size()));
      names.push_back(text.pair.source);
      if (names.size() == wanted) throw NoMore();
    });
  } catch (const NoMore&) {
  }
  return names;
}

TEST(TextExchange, PairsComeInTheirOrder) {
  const Ranks ranks(MPI_COMM_WORLD);
  for (const std::size_t pairs : {0U, 1U, 5U, 3000U}) {
    const std::vector<std::string> names = taken(ranks, pairs, pairs + 1);
    if (!ranks.is_first()) continue;
    ASSERT_EQ(names.size(), pairs);
    for (std::size_t number = 0; number < pairs; ++number) EXPECT_EQ(names[number], pair_of(number).source);
  }
}

TEST(TextExchange, TheFirstMayWantNoMore) {
  const Ranks ranks(MPI_COMM_WORLD);
  for (const std::size_t wanted : {1U, 2U, 1500U, 2999U}) {
    const std::size_t names = taken(ranks, 3000, wanted).size();
    EXPECT_EQ(names, ranks.is_first() ? wanted : 0U);
  }
  ranks.meet();
}

TEST(TextExchange, AnErrorIsSentInPlaceOfTexts) {
  const Ranks ranks(MPI_COMM_WORLD);
  if (!ranks.is_first()) {
    const std::string damaged = "\x05half";
    std::vector<std::unique_ptr<TextReader>> parts;
    parts.push_back(std::make_unique<TextReader>(bytes_of(damaged)));
    send_texts(ranks, parts);
  }
  if (ranks.is_first())
    for (std::size_t from = 1; from < ranks.size(); ++from) {
      TextReader texts(std::make_unique<RemoteTexts>(ranks, from));
      EXPECT_THROW((void)texts.next(), InputError);
    }
}

}  // namespace
}  // namespace detente
