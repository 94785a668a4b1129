#include "blocks/given.hpp"

#include <stdlib.h>

#include <array>
#include <cmath>
#include <stdexcept>

#include "detente/ground/random.hpp"

namespace detente::blocks_test {
namespace {

/// Six pairs, three acts of the first side a month on average, one in five severe, for twenty years.
EventLog made_up_events() {
  constexpr std::array codes{"criticism", "visit", "protest_note", "agreement", "clash"};
  constexpr std::array targets{"BBB", "CCC", "DDD", "EEE", "FFF", "GGG"};
  const Draws draws(1);
  EventLog log("made up");
  for (std::uint64_t i = 0; i < 4320; ++i) {
    const auto choice = [&](std::uint32_t draw, std::size_t of) {
      return static_cast<std::size_t>(draws.uniform(Purpose::model_noise, draw, i) * static_cast<double>(of));
    };
    const Day day = Day::from_civil(1990, 1, 1) + static_cast<std::int32_t>(choice(0, 7305));
    log.add({.id = std::to_string(i),
             .date = DateSpan::on(day),
             .source = "AAA",
             .target = targets[choice(1, targets.size())],
             .code = codes[choice(2, codes.size())]});
  }
  return log;
}

/// Two acts a day for 600 days, around a tension that returns to 0 by half in 20 days, with news of the day.
std::vector<Impulse> scattered_acts(Day first) {
  const Draws draws(2);
  std::vector<Impulse> out;
  double tension = 0;
  for (std::uint32_t i = 0; i < 600; ++i) {
    const auto noise = [&](std::uint32_t draw) { return draws.normal(Purpose::model_noise, draw, i); };
    tension = tension * std::exp2(-1 / 20.0) + 0.5 * noise(0);
    for (const std::uint32_t act : {1U, 2U})
      out.push_back({.points = tension + noise(3) + 2 * noise(act), .day = first + static_cast<std::int32_t>(i)});
  }
  return out;
}

std::vector<Day> days_from(Day first, int number) {
  std::vector<Day> out;
  for (int i = 0; i < number; ++i) out.push_back(first + i);
  return out;
}

}  // namespace

Room::Room() : before_(std::filesystem::current_path()) {
  std::string pattern = testing::TempDir() + "detente-blocks-XXXXXX";
  if (!::mkdtemp(pattern.data())) throw std::runtime_error("no folder for the blocks");
  folder_ = pattern;
  for (const auto& entry : std::filesystem::directory_iterator(DETENTE_EXAMPLES_DATA))
    std::filesystem::copy(entry.path(), folder_ / entry.path().filename());
  std::filesystem::current_path(folder_);
}

Room::~Room() {
  std::filesystem::current_path(before_);
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

Given::Given() {
  for (const EventRow& row : log.rows()) events.push_back(log.event(row));
  found = attribute(prepare(log, pair, scoring, PeriodKind::month), scoring, Day::from_civil(2025, 9, 30),
                    Day::from_civil(2025, 10, 31));
  const Day june_1 = Day::from_civil(2025, 6, 1), july_1 = Day::from_civil(2025, 7, 1);
  june = {{.points = 6, .day = june_1 + 3}};
  july = {{.points = -2, .day = july_1 + 8}};
  impulses = scattered_acts(june_1);
  days_of_june = days_from(june_1, 30);
  days_of_july = days_from(july_1, 31);
  first_day = june_1;
  pairs.finish(made_up_events());
  static std::string name = "program";
  argv = {name.data(), nullptr};
}

}  // namespace detente::blocks_test
