/// The point path of measures against the mean of all draws, by a second implementation (measures_by_draws.hpp).

#include "contracts/measures_by_draws.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>

namespace detente {
namespace {

using namespace test;

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : bits_(seed) {}
  int below(int n) { return static_cast<int>(bits_() % static_cast<std::uint64_t>(n)); }
  bool one_in(int n) { return below(n) == 0; }

 private:
  std::mt19937_64 bits_;
};

/// Vague dates only while the draws can be listed.
DateSpan any_date(Chance& chance, double& draws) {
  const Day from = first_day + chance.below(12);
  const int length = chance.one_in(2) ? 1 : 2 + chance.below(5);
  if (draws * length > 400) return DateSpan::on(from);
  draws *= length;
  return {from, from + (length - 1)};
}

Status any_status(Chance& chance, double& draws) {
  const auto status = static_cast<Status>(chance.one_in(3) ? chance.below(6) : 0);
  const bool doubtful = status != Status::confirmed && status < Status::scheduled;
  if (doubtful && draws * 2 > 400) return Status::confirmed;
  draws *= doubtful ? 2 : 1;
  return status;
}

void put_among_parties(Event& e, Chance& chance) {
  static const std::array<Dyad, 6> ways{{{"A", "B"}, {"B", "A"}, {"C", "A"}, {"B", "C"}, {"C", "D"}, {"A", "E"}}};
  const Dyad& way = ways[static_cast<std::size_t>(chance.one_in(2) ? 0 : chance.below(6))];
  e.source = way.source;
  e.target = way.target;
  if (way.canonical() == Dyad{"A", "B"} || chance.one_in(4)) return;
  static constexpr std::array spills{-1.0, -0.5, 0.25, 1.0, 0.0};
  e.affects = Dyad{"A", "B"};
  e.spill = spills[static_cast<std::size_t>(chance.below(5))];
}

Event any_event(Chance& chance, int number, double& draws) {
  static constexpr std::array codes{"sanction_imposed", "sanction_lifted", "sanction_lifted",
                                    "sanction_imposed", "visa_revoked",    "visa_granted"};
  Event e;
  e.id = std::to_string(number);
  e.code = codes[static_cast<std::size_t>(chance.one_in(4) ? chance.below(6) : chance.below(4))];
  put_among_parties(e, chance);
  e.object = chance.one_in(4) ? "wine" : "";
  e.date = any_date(chance, draws);
  e.status = any_status(chance, draws);
  const bool opens = e.code == "sanction_imposed" || e.code == "visa_revoked";
  if (chance.one_in(opens ? 6 : 3)) e.until = e.date.first + chance.below(10);
  if (opens && e.date.is_exact() && !e.until && chance.one_in(6)) {
    e.date.last = e.date.first + 1 + chance.below(8);
    e.date.kind = SpanKind::throughout;
  }
  e.reported = first_day + 30;
  return e;
}

std::vector<Event> any_chronology(Chance& chance) {
  std::vector<Event> events;
  double draws = 1;
  const int n = 2 + chance.below(6);
  for (int i = 0; i < n; ++i) {
    events.push_back(any_event(chance, i, draws));
    if (!chance.one_in(6)) continue;
    Event earlier = events.back();  // another version, replaced whatever it says
    earlier.reported = first_day + 20;
    earlier.date = DateSpan::on(first_day + chance.below(12));
    earlier.until.reset();
    earlier.status = Status::confirmed;
    events.insert(chance.one_in(2) ? events.end() : events.end() - 1, earlier);
  }
  return events;
}

std::string told(const std::vector<Event>& events) {
  std::string out;
  for (const Event& e : events)
    out += fmt::format("\n{} {} {}>{} {} '{}' until {} {} {} reported {}", e.id, to_text(e.date), e.source, e.target,
                       e.code, e.object, e.until ? to_text(*e.until) : "-", to_text(e.status), e.spill,
                       to_text(*e.reported));
  return out;
}

TEST(MeasureLaw, ThePointPathIsTheMeanOfAllDraws) {
  std::vector<Day> days;
  for (Day d = first_day; days.size() < day_count; ++d) days.push_back(d);
  int not_empty = 0;
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    Chance chance(seed);
    const std::vector<Event> events = any_chronology(chance);
    Selection selection{.dyad = {"A", "B"}};
    if (chance.one_in(2)) selection.also = {{{"A", "E"}, 0.5}, {{"A", "C"}, -0.25}};
    const EventLog log = test::log_of(events);
    const auto wanted = by_definition(events, log, selection);
    const std::vector<Impulse> impulses = impulses_of(test::code(log, selection).acts);
    for (const Direction way : {Direction::forward, Direction::backward}) {
      const std::vector<double> got = points_in_force(impulses, way, days);
      const auto& mean = wanted[way == Direction::forward ? 0 : 1];
      for (std::size_t d = 0; d < day_count; ++d) {
        ASSERT_NEAR(got[d], mean[d], 1e-9) << "seed " << seed << ", day " << d << ", " << to_text(way) << told(events);
        not_empty += mean[d] != 0 ? 1 : 0;
      }
    }
  }
  EXPECT_GT(not_empty, 20000);
}

}  // namespace
}  // namespace detente
