/// What all ranks know of each other: bytes, sums, and errors, which end the work of all.

#include "distributed/mpi/ranks.hpp"

#include <gtest/gtest.h>

#include <new>
#include <stdexcept>
#include <system_error>

#include "detente/distributed/mpi/panel_mpi.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/work_control.hpp"

namespace detente {
using namespace detail;
namespace {

TEST(Ranks, BytesOfEachAreWithAll) {
  const Ranks ranks(MPI_COMM_WORLD);
  const auto bytes_of_rank = [](std::size_t rank) { return std::string(rank * 1000, static_cast<char>('a' + rank)); };
  const std::vector<std::string> all = ranks.gathered(bytes_of_rank(ranks.rank()));
  ASSERT_EQ(all.size(), ranks.size());
  for (std::size_t rank = 0; rank < all.size(); ++rank) EXPECT_EQ(all[rank], bytes_of_rank(rank));
}

TEST(Ranks, NumbersAreAdded) {
  const Ranks ranks(MPI_COMM_WORLD);
  const std::uint64_t n = ranks.size();
  EXPECT_EQ(ranks.summed({1, ranks.rank(), 0}), (std::vector<std::uint64_t>{n, n * (n - 1) / 2, 0}));
  EXPECT_EQ(ranks.greatest(ranks.rank()), n - 1);
}

/// The last rank throws; what rank 0 catches.
template <class Caught, class Error>
void expect_thrown(const Error& error, const std::string& words) {
  const Ranks ranks(MPI_COMM_WORLD);
  const auto work = [&] {
    if (ranks.rank() + 1 == ranks.size()) throw error;
    return 1;
  };
  if (!ranks.is_first()) {
    EXPECT_THROW((void)ranks.together(work), OtherRankFailed);
    return;
  }
  try {
    (void)ranks.together(work);
    ADD_FAILURE() << "nothing is thrown";
  } catch (const Caught& caught) {
    EXPECT_EQ(std::string(caught.what()), words);
  }
}

TEST(Ranks, AnErrorOfOneIsThrownByTheFirst) {
  const InputError input(ErrorCode::damaged, "f.csv: is damaged", "ReadOptions::format");
  expect_thrown<InputError>(input, input.what());
  const std::system_error system(ENOENT, std::generic_category(), "/no/such");
  expect_thrown<std::system_error>(system, system.what());
  expect_thrown<Stopped>(Stopped({3, 10, "tasks"}), "stopped after 3 of 10 tasks");
  expect_thrown<std::bad_alloc>(std::bad_alloc(), std::bad_alloc().what());
  expect_thrown<std::invalid_argument>(std::invalid_argument("x = 1: is 2"), "x = 1: is 2");
  expect_thrown<std::runtime_error>(std::logic_error("odd"), "odd");
}

TEST(Ranks, WorkGoesOnAfterAnError) {
  const Ranks ranks(MPI_COMM_WORLD);
  const auto fails = [&]() -> int { throw InputError("no"); };
  EXPECT_ANY_THROW((void)ranks.together(fails));
  EXPECT_EQ(ranks.together([] { return 7; }), 7);
}

TEST(Ranks, WithoutErrorEachHasItsOwnResult) {
  const Ranks ranks(MPI_COMM_WORLD);
  EXPECT_EQ(ranks.together([&] { return ranks.rank() + 1; }), ranks.rank() + 1);
}

}  // namespace
}  // namespace detente
