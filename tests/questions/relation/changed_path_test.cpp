// A change that is followed from its day on moves the index as far, to the bit, as the whole history scored anew.

#include "questions/relation/changed_path.hpp"

#include <gtest/gtest.h>

#include "support/random_histories.hpp"
#include "support/us_colombia.hpp"

namespace detente {
using namespace detail;
namespace {

using detail::ChangedPath;
using detail::Furthest;
using detail::furthest;

const std::vector<Day> days = every_day(test::date("2023-12-01"), test::date("2029-01-01"));

class EveryChange : public ::testing::TestWithParam<std::string> {
 protected:
  Scoring scoring() const {
    Scoring out{.codebook = built_in_codebook("plain"), .model = Catalogue::built_in().make(GetParam())};
    return out;
  }
};

Furthest scored_anew(const ChangedPath& path, std::vector<Act> acts, std::size_t take_out, const Act* put_in) {
  if (take_out < acts.size()) acts.erase(acts.begin() + static_cast<std::ptrdiff_t>(take_out));
  if (put_in) acts.push_back(*put_in);
  return furthest(days, path.index(), path.index_of(acts));
}

TEST_P(EveryChange, MovesTheIndexAsTheWholeHistoryDoes) {
  constexpr std::uint32_t count = 40;
  const std::vector<Act> acts = test::any_acts(1, count);
  Scoring how = scoring();
  for (const DirectionChoice direction : {DirectionChoice::both, DirectionChoice::forward, DirectionChoice::backward})
    for (const char* scale : {"softsign", "linear", "zscore"}) {
      how.direction = direction;
      how.scale = parse_scale(scale).value();
      const ChangedPath path(acts, how, days);
      const Draws draws(7);
      for (std::uint32_t i = 0; i < 6; ++i) {
        const Act other = test::any_act(draws, 100 + i);
        const std::size_t number = 6 * i;
        const bool takes = i % 3 != 0, puts = i % 3 != 1;
        const Furthest expected = scored_anew(path, acts, takes ? number : count, puts ? &other : nullptr);
        const Furthest found = path.effect(takes ? &acts[number] : nullptr, puts ? &other : nullptr);
        ASSERT_EQ(found.difference, expected.difference) << scale << ' ' << i;
        ASSERT_EQ(found.day, expected.day) << scale << ' ' << i;
      }
    }
}

INSTANTIATE_TEST_SUITE_P(Models, EveryChange,
                         ::testing::Values("decayed_sum", "two_speed", "latent_level", "latent_level half_life=inf",
                                           "decayed_mean", "period_sum", "conflict_share", "window_mean",
                                           "saturating"));

}  // namespace
}  // namespace detente
