// The jobs in memory in détente, and by bare loops (see in_memory.sh for the jobs):
//
//   detente_in_memory detente|detente_impulses|bare cells|tension COLUMNS DYADS REPETITIONS CHECK
//
// détente runs its models over the columns of each dyad in place (`PulseColumns`): month cells are the totals of
// periods, which are `period_sum` in one pass; running tension is `decayed_sum`, with one half-life for all and
// cooperation counted in full, read after each act. `detente_impulses` has whole impulses in one vector instead, 48
// bytes each, those of a dyad side by side, and reads `period_sum` on the last day of every month. A bare loop has the
// same columns and does the least that any program must: it looks up months, or 2^(-days/30), in a table by whole days.
//
// Prints the seconds of each repetition, wall and CPU; the result's sums and samples go to CHECK.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <exception>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "contracts/pulse_columns.hpp"
#include "detente/contracts/run.hpp"
#include "detente/ground/atomic_file.hpp"
#include "detente/ground/byte_source.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/period.hpp"
#include "detente/models/decayed_sum.hpp"
#include "detente/models/period.hpp"
#include "period_table.hpp"

namespace {

using namespace detente;
using namespace detente::detail;

constexpr double half_life = 30;

// ---- what there is ----

template <class T>
std::vector<T> read_column(const std::string& path) {
  const std::string bytes = read_all(path);
  std::vector<T> out(bytes.size() / sizeof(T));
  std::memcpy(out.data(), bytes.data(), out.size() * sizeof(T));
  return out;
}

struct Events {
  std::vector<std::uint32_t> dyad;
  std::vector<Day> day;
  std::vector<double> points;
  /// The first event of each dyad; one entry more than dyads.
  std::vector<std::size_t> begins;
  std::vector<Period> months;

  Events(const std::string& files, std::size_t dyads)
      : dyad(read_column<std::uint32_t>(files + ".dyad")),
        day(read_column<Day>(files + ".day")),
        points(read_column<double>(files + ".points")),
        months(periods_between(PeriodKind::month, Day::from_civil(2010, 1, 1), Day::from_civil(2020, 1, 1))) {
    for (std::uint32_t d = 0; d <= dyads; ++d)
      begins.push_back(static_cast<std::size_t>(std::lower_bound(dyad.begin(), dyad.end(), d) - dyad.begin()));
  }
  std::size_t dyads() const { return begins.size() - 1; }
  Day first_day() const { return months.front().first; }
};

std::vector<Impulse> impulses_of(const Events& events) {
  std::vector<Impulse> out(events.day.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].points = events.points[i];
    out[i].day = events.day[i];
    out[i].key = out[i].opening = {i};
    out[i].quad = events.points[i] < 0 ? QuadClass::verbal_cooperation : QuadClass::verbal_conflict;
  }
  return out;
}

// ---- the jobs in détente ----

/// Calls `after(index, level)` for each impulse, with it and none after it observed.
template <class M, ImpulseRange R, class After>
void level_after_each(const M& model, const R& impulses, After&& after) {
  check_order(impulses);
  auto state = model.start(impulses.size() == 0 ? Day() : (*impulses.begin()).day);
  std::size_t i = 0;
  for (const Impulse& impulse : impulses) {
    model.advance(state, impulse.day);
    model.observe(state, impulse);
    after(i++, *model.level(state));
  }
}

void cells_impulses(const Events& events, std::span<const Impulse> impulses, std::span<double> cells) {
  std::vector<Day> ends;
  for (const Period& month : events.months) ends.push_back(month.last_day());
  const PeriodSum model;
  for (std::size_t dyad = 0; dyad < events.dyads(); ++dyad) {
    const auto own = impulses.subspan(events.begins[dyad], events.begins[dyad + 1] - events.begins[dyad]);
    double* const row = cells.data() + dyad * ends.size();
    run_states(model, own, ends, [&](std::size_t month, const auto& state) { row[month] = *model.level(state); });
  }
}

void cells_detente(const Events& events, const PulseColumns& pulses, std::span<PeriodTotals> cells) {
  const bench::PeriodTable months(PeriodKind::month, events.first_day(), events.months.back().end);
  std::fill(cells.begin(), cells.end(), PeriodTotals());
  for (std::size_t dyad = 0; dyad < events.dyads(); ++dyad) {
    const auto own = pulses.part(events.begins[dyad], events.begins[dyad + 1] - events.begins[dyad]);
    const auto totals = cells.subspan(dyad * months.size(), months.size());
    for (const Impulse& pulse : own) totals[months.number(pulse.day)].add(pulse.points, pulse.weight);
  }
}

void tension_detente(const Events& events, const PulseColumns& pulses, std::span<double> levels) {
  const DecayedSum model({half_life, half_life, half_life, 1, 0});
  for (std::size_t dyad = 0; dyad < events.dyads(); ++dyad) {
    const auto own = pulses.part(events.begins[dyad], events.begins[dyad + 1] - events.begins[dyad]);
    double* const row = levels.data() + events.begins[dyad];
    level_after_each(model, own, [&](std::size_t i, double level) { row[i] = level; });
  }
}

void tension_impulses(const Events& events, std::span<const Impulse> impulses, std::span<double> levels) {
  const DecayedSum model({half_life, half_life, half_life, 1, 0});
  for (std::size_t dyad = 0; dyad < events.dyads(); ++dyad) {
    const auto own = impulses.subspan(events.begins[dyad], events.begins[dyad + 1] - events.begins[dyad]);
    double* const row = levels.data() + events.begins[dyad];
    level_after_each(model, own, [&](std::size_t i, double level) { row[i] = level; });
  }
}

// ---- the limits ----

void cells_bare(const Events& events, std::span<const std::uint32_t> month_of, std::span<double> cells) {
  const std::size_t months = events.months.size();
  const std::int32_t first = events.first_day().value;
  std::fill(cells.begin(), cells.end(), 0.0);
  for (std::size_t i = 0; i < events.day.size(); ++i)
    cells[events.dyad[i] * months + month_of[static_cast<std::size_t>(events.day[i].value - first)]] +=
        events.points[i];
}

void tension_bare(const Events& events, std::span<const double> left, std::span<double> levels) {
  for (std::size_t dyad = 0; dyad < events.dyads(); ++dyad) {
    double level = 0;
    Day last = events.first_day();
    for (std::size_t i = events.begins[dyad]; i < events.begins[dyad + 1]; ++i) {
      level = level * left[static_cast<std::size_t>(events.day[i] - last)] + events.points[i];
      last = events.day[i];
      levels[i] = level;
    }
  }
}

std::vector<std::uint32_t> months_of_days(const Events& events) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t m = 0; m < events.months.size(); ++m)
    out.insert(out.end(), static_cast<std::size_t>(events.months[m].end - events.months[m].first), m);
  return out;
}

std::vector<double> left_after_days(std::size_t days) {
  std::vector<double> out(days);
  for (std::size_t d = 0; d < days; ++d) out[d] = std::exp2(-static_cast<double>(d) / half_life);
  return out;
}

// ---- measuring ----

double seconds_of(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void repeat(std::size_t times, const std::function<void()>& job) {
  for (std::size_t i = 0; i < times; ++i) {
    const double wall = seconds_of(CLOCK_MONOTONIC), cpu = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
    job();
    const double wall_end = seconds_of(CLOCK_MONOTONIC), cpu_end = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
    fmt::print("{:.6f}\t{:.6f}\n", wall_end - wall, cpu_end - cpu);
  }
}

/// The sum, the sum of absolute values, and a thousand evenly spaced values.
void write_check(std::span<const double> values, const std::string& path) {
  double sum = 0, sizes = 0;
  for (const double value : values) {
    sum += value;
    sizes += std::abs(value);
  }
  AtomicFile file(path);
  file.write(fmt::format("{}\n{}\n", sum, sizes));
  for (std::size_t i = 0; i < 1000; ++i) file.write(fmt::format("{}\n", values[i * values.size() / 1000]));
  file.finish();
}

void run(std::string_view who, std::string_view job, const Events& events, std::size_t times, const char* check) {
  const bool by_month = job == "cells";
  std::vector<double> out(by_month ? events.dyads() * events.months.size() : events.day.size());
  if (who == "detente") {
    const PulseColumns pulses{events.day, events.points};
    std::vector<PeriodTotals> totals(by_month ? out.size() : 0);
    repeat(times, [&] { by_month ? cells_detente(events, pulses, totals) : tension_detente(events, pulses, out); });
    for (std::size_t i = 0; i < totals.size(); ++i) out[i] = totals[i].first;
  } else if (who == "detente_impulses") {
    const std::vector<Impulse> impulses = impulses_of(events);
    repeat(times, [&] { by_month ? cells_impulses(events, impulses, out) : tension_impulses(events, impulses, out); });
  } else if (by_month) {
    repeat(times, [&, months = months_of_days(events)] { cells_bare(events, months, out); });
  } else {
    repeat(times, [&, left = left_after_days(months_of_days(events).size())] { tension_bare(events, left, out); });
  }
  write_check(out, check);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::string_view who = argc == 7 ? argv[1] : "", job = argc == 7 ? argv[2] : "";
    const auto dyads = argc == 7 ? parse_whole(argv[4]) : std::nullopt;
    const auto times = argc == 7 ? parse_whole(argv[5]) : std::nullopt;
    if ((who != "detente" && who != "detente_impulses" && who != "bare") || (job != "cells" && job != "tension") ||
        !dyads || !times) {
      std::fputs(
          "usage: detente_in_memory detente|detente_impulses|bare cells|tension COLUMNS DYADS REPETITIONS CHECK\n",
          stderr);
      return 2;
    }
    const Events events(argv[3], static_cast<std::size_t>(*dyads));
    run(who, job, events, static_cast<std::size_t>(*times), argv[6]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "detente_in_memory: %s\n", error.what());
    return 1;
  }
}
