// Runs that stop and go on, and states that are saved and loaded: the bits of a run that never stopped, for every model
// of the catalogue, wrapped and plain, and for models of a user's own.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "detente/engines/score.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/models/conflict_share.hpp"
#include "detente/models/decayed_mean.hpp"
#include "detente/models/decayed_sum.hpp"
#include "detente/models/latent_level.hpp"
#include "detente/models/period.hpp"
#include "detente/models/saturating.hpp"
#include "detente/models/two_speed.hpp"
#include "detente/models/window_mean.hpp"
#include "support/impulses.hpp"
#include "support/misuse.hpp"
#include "support/model_laws.hpp"
#include "support/users_models.hpp"

namespace detente {
namespace {

using test::pulse;

/// Every model of the catalogue, and those whose states differ by a parameter.
std::vector<std::string> texts() {
  std::vector<std::string> out{"latent_level half_life=inf", "saturating step=month",
                               "period_sum every=week",      "period_mean every=day",
                               "decayed_mean prior=0",       "conflict_share sides=apart every=year"};
  const Catalogue all = Catalogue::built_in();
  for (const ModelEntry& entry : all.entries()) out.push_back(entry.name);
  return out;
}

/// The kinds of models that have a state of fixed size, as they are.
template <class F>
void for_each_kind(const F& f) {
  f(DecayedSum());
  f(TwoSpeed());
  f(LatentLevel());
  f(LatentLevel({.half_life = std::numeric_limits<double>::infinity()}));
  f(DecayedMean());
  f(PeriodSum(PeriodKind::week));
  f(PeriodMean(PeriodKind::quarter));
  f(PeriodCount());
  f(ConflictShare());
  f(Saturating());
  f(Saturating({.together = PeriodKind::month}));
  f(users::Oracle());
}

struct Histories {
  std::vector<Impulse> impulses = *test::any_impulses();
  std::vector<Day> days = *test::any_days();
};

RC_GTEST_PROP(Stops, OfEveryKindOfModelChangeNoBit, ()) {
  const Histories h;
  const auto law = [&](const auto& model) {
    test::no_time_changes_no_bit(model, h.impulses);
    test::a_stop_changes_no_bit(model, h.impulses, h.days, [](const auto& state) { return state; });
  };
  for_each_kind(law);
  law(users::Follower());
  law(AnyModel(users::Follower(), "follower"));
}

RC_GTEST_PROP(Stops, StoredStatesOfEveryKindOfModelChangeNoBit, ()) {
  const Histories h;
  for_each_kind([&](const auto& model) {
    static_assert(Storable<std::decay_t<decltype(model)>>);
    test::storing_changes_no_bit(model, h.impulses, h.days);
    test::storing_changes_no_bit(AnyModel(model, "any"), h.impulses, h.days);
  });
}

class StoppedModel : public ::testing::TestWithParam<std::string> {
 protected:
  AnyModel model = Catalogue::built_in().make(GetParam());
  std::vector<Impulse> any_history() const { return impulses_for(model, *test::any_acts()).forward; }
};

TEST_P(StoppedModel, GoesOnAsIfItHadNot) {
  EXPECT_TRUE(rc::check([&] {
    const auto impulses = any_history();
    const auto days = *test::any_days();
    test::no_time_changes_no_bit(model, impulses);
    test::a_stop_changes_no_bit(model, impulses, days, [](const auto& state) { return state; });
    if (model.is_storable()) test::storing_changes_no_bit(model, impulses, days);
  }));
}

/// By `read_on`, which runs the model's own loop.
TEST_P(StoppedModel, ReadInPartsIsReadAsAWhole) {
  EXPECT_TRUE(rc::check([&] {
    const auto impulses = any_history();
    const auto days = *test::any_days();
    if (days.empty()) return;
    const std::size_t cut = *rc::gen::inRange<std::size_t>(0, impulses.size() + 1);
    const std::size_t day = test::any_day_cut(impulses, days, cut);
    std::vector<Reading> parts;
    AnyModel::State state = model.start(impulses.empty() ? days[0] : std::min(days[0], impulses[0].day));
    state = model.read_on(state, std::span(impulses).first(cut), std::span(days).first(day), parts);
    state = model.read_on(state, std::span(impulses).subspan(cut), std::span(days).subspan(day), parts);
    const auto whole = model.read(impulses, days);
    RC_ASSERT(parts.size() == whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i) {
      RC_ASSERT(test::same_bits(parts[i].level, whole[i].level));
      RC_ASSERT(test::same_bits(parts[i].variance, whole[i].variance));
      RC_ASSERT(test::same_bits(parts[i].support, whole[i].support));
    }
  }));
}

TEST_P(StoppedModel, AllButThoseThatReplayCanBeStored) {
  EXPECT_EQ(model.is_storable(), !model.replays());
  if (model.is_storable()) return;
  EXPECT_THROW((void)model.save(model.start({20000})), std::logic_error);
  EXPECT_THROW((void)model.load(""), std::logic_error);
}

TEST_P(StoppedModel, RefusesStatesOfOthers) {
  if (!model.is_storable()) return;
  for (const std::string& text : texts()) {
    const AnyModel other = Catalogue::built_in().make(text);
    if (!other.is_storable() || other.text() == model.text()) continue;
    EXPECT_EQ(test::misuse([&] { (void)model.load(other.save(other.start({20000}))); }),
              "stored state = " + other.text() + ": is of this model, " + model.text());
  }
  EXPECT_TRUE(test::misuse([&] { (void)model.save(AnyModel::State()); }).starts_with("state"));
}

INSTANTIATE_TEST_SUITE_P(Catalogue, StoppedModel, ::testing::ValuesIn(texts()), [](const auto& of) {
  std::string name = of.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == ' ' || c == '='; }, '_');
  return name;
});

/// Bytes that are not as they were saved: cut, lengthened, changed in one byte or several, or anything at all.
std::string any_damage(const std::string& bytes) {
  std::string out = bytes;
  const auto place = [&] { return *rc::gen::inRange<std::size_t>(0, out.size()); };
  switch (*rc::gen::inRange(0, 5)) {
    case 0: out.resize(place()); break;
    case 1: out.insert(place(), 1, *rc::gen::arbitrary<char>()); break;
    case 2: out += *rc::gen::nonEmpty<std::string>(); break;
    case 3:
      for (int n = *rc::gen::inRange(1, 5); n > 0; --n) out[place()] = *rc::gen::arbitrary<char>();
      break;
    default: out = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
  }
  return out;
}

/// Mutilated bytes are refused, whatever was done to them, and not read as some other state.
RC_GTEST_PROP(Stops, DamagedBytesAreRefused, ()) {
  const Histories h;
  for_each_kind([&](const auto& model) {
    const auto refuses = [&](const auto& m) {
      const std::string bytes = m.save(test::stream(m, h.impulses, {}).second);
      const std::string damaged = any_damage(bytes);
      if (damaged != bytes) RC_ASSERT_THROWS_AS((void)m.load(damaged), std::invalid_argument);
    };
    refuses(AnyModel(model, "any"));
    if constexpr (!std::is_same_v<std::decay_t<decltype(model)>, users::Oracle>) refuses(model);
  });
}

TEST(Stops, EveryByteOfAStoredStateCounts) {
  const AnyModel model = Catalogue::built_in().make("latent_level");
  const std::string bytes = model.save(model.start({20000}));
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_THROW((void)model.load(changed), std::invalid_argument) << i;
    EXPECT_THROW((void)model.load(bytes.substr(0, i)), std::invalid_argument) << i;
  }
}

TEST(Stops, NumbersThatAreNoneKeepTheirBits) {
  const double nan = std::numeric_limits<double>::quiet_NaN(), inf = std::numeric_limits<double>::infinity();
  DecayedSum::State state;
  state.day = Day{-1};
  state.acts = {nan, inf, -0.0};
  state.weights = {-inf, std::numeric_limits<double>::denorm_min(), std::bit_cast<double>(0x7ff8000000000abcU)};
  const DecayedSum model;
  const auto again = model.load(model.save(state));
  EXPECT_EQ(again.day, state.day);
  for (std::size_t f = 0; f < 3; ++f) {
    EXPECT_TRUE(test::same_bits(again.acts[f], state.acts[f]));
    EXPECT_TRUE(test::same_bits(again.weights[f], state.weights[f]));
  }
}

TEST(Stops, AStateOfAnotherKindIsRefused) {  // also where it has as many fields
  const auto sums = PeriodSum().save(PeriodSum().start({20000}));
  EXPECT_EQ(test::misuse([&] { (void)PeriodCount().load(sums); }),
            "stored state = 32 bytes: is of period_count and whole, as it was saved");
}

TEST(Stops, NothingIsLostBetweenTwoParts) {
  const std::vector<Impulse> impulses{pulse({0}, 6), pulse({9}, 4)};
  const std::vector<Day> days{{5}};
  const DecayedSum model;
  const auto part = run(model, impulses, days, model.start({0}));
  EXPECT_EQ(part.state.day, Day{9});  // the last impulse is after the last day
  EXPECT_EQ(run(model, std::vector<Impulse>{}, std::vector<Day>{{20}}, part.state).levels,
            run(model, impulses, std::vector<Day>{{20}}));
}

TEST(Stops, AStateNeverGoesBack) {
  const DecayedSum model;
  const auto state = run(model, std::vector{pulse({9}, 4)}, std::vector<Day>{}, model.start({0})).state;
  const std::vector<Day> early{{8}}, unsorted{{20}, {10}};
  const std::string said =
      "day = 1970-01-09: is not before 1970-01-10, the day that the state has reached; a late event "
      "needs a new run";
  EXPECT_EQ(test::misuse([&] { run(model, std::vector<Impulse>{}, early, state); }), said);
  EXPECT_EQ(test::misuse([&] { run(model, std::vector{pulse({8}, 1)}, std::vector<Day>{}, state); }), said);
  EXPECT_TRUE(test::misuse([&] { run(model, std::vector<Impulse>{}, unsorted, state); }).starts_with("days[1]"));
}

TEST(Stops, AnyModelAsksOfEveryModelWhetherTimeRunsForward) {
  const AnyModel model(users::Follower(), "follower");
  std::vector<Reading> readings;
  const auto state = model.read_on(model.start({0}), std::vector{pulse({9}, 4)}, {}, readings);
  EXPECT_TRUE(readings.empty());
  const std::vector<Day> early{{8}};
  EXPECT_TRUE(test::misuse([&] { (void)model.read_on(state, {}, early, readings); }).starts_with("day = 1970-01-09"));
}

RC_GTEST_PROP(Forecasting, IsTheSilentFuture, ()) {
  const Histories h;
  test::a_forecast_is_the_silent_future(LatentLevel(), h.impulses, h.days);
  test::a_forecast_is_the_silent_future(LatentLevel({.half_life = std::numeric_limits<double>::infinity()}), h.impulses,
                                        h.days);
  test::a_forecast_is_the_silent_future(users::Oracle(), h.impulses, h.days);
}

TEST(Forecasting, IsOfModelsThatSayHowALevelMoves) {
  const Catalogue catalogue = Catalogue::built_in();
  for (const ModelEntry& entry : catalogue.entries()) {
    const AnyModel model = catalogue.make(entry.name);
    EXPECT_EQ(model.has_forecast(), entry.name == "latent_level") << entry.name;
    if (model.has_forecast()) continue;
    EXPECT_THROW((void)model.forecast(model.start({0}), 1), std::logic_error);
  }
}

TEST(Forecasting, WrappedIsTheModelsOwn) {
  const LatentLevel own;
  const AnyModel model(own, "latent_level");
  auto state = own.start({0});
  auto wrapped = model.start({0});
  own.observe(state, pulse({0}, 8));
  model.observe(wrapped, pulse({0}, 8));
  EXPECT_EQ(model.forecast(wrapped, 30), own.forecast(state, 30));
  EXPECT_GT(model.forecast(wrapped, 30).variance, model.forecast(wrapped, 0).variance);
  EXPECT_EQ(test::misuse([&] { (void)model.forecast(wrapped, -1); }),
            "days = -1: is at least 0: a forecast looks ahead");
  EXPECT_TRUE(test::misuse([&] { (void)model.forecast(AnyModel::State(), 1); }).starts_with("state"));
}

}  // namespace
}  // namespace detente
