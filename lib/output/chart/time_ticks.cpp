#include "output/chart/time_ticks.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

namespace detente::detail {
namespace {

constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// One way to divide time, and the room that each label needs.
struct Division {
  PeriodKind kind;
  int years;  ///< for `year`: every so many
  double days;
  double pixels;
};

constexpr std::array divisions{Division{PeriodKind::day, 1, 1, 54},        Division{PeriodKind::week, 1, 7, 54},
                               Division{PeriodKind::month, 1, 30.4, 36},   Division{PeriodKind::quarter, 1, 91.3, 36},
                               Division{PeriodKind::year, 1, 365.25, 44},  Division{PeriodKind::year, 2, 730.5, 44},
                               Division{PeriodKind::year, 5, 1826, 44},    Division{PeriodKind::year, 10, 3652, 44},
                               Division{PeriodKind::year, 20, 7305, 44},   Division{PeriodKind::year, 50, 18262, 44},
                               Division{PeriodKind::year, 100, 36525, 44}, Division{PeriodKind::year, 500, 182625, 44}};

const Division& division_for(double days, double pixels) {
  for (const Division& d : divisions)
    if (days / d.days * d.pixels <= pixels) return d;
  return divisions.back();
}

std::string label_of(PeriodKind kind, const CivilDate& c) {
  const std::string_view month = months[static_cast<std::size_t>(c.month - 1)];
  if (kind == PeriodKind::year) return std::to_string(c.year);
  if (kind == PeriodKind::month || kind == PeriodKind::quarter) return std::string(month);
  return fmt::format("{} {}", c.day, month);
}

}  // namespace

std::vector<TimeTick> time_ticks(Day first, Day end, double pixels) {
  const Division& division = division_for(static_cast<double>(end - first), pixels);
  std::vector<TimeTick> out;
  std::optional<int> said;
  for (const Period& p : periods_between(division.kind, first, end)) {
    const CivilDate c = civil(p.first);
    if (p.first < first || (division.kind == PeriodKind::year && c.year % division.years != 0)) continue;
    TimeTick tick{p.first, label_of(division.kind, c), {}};
    if (division.kind != PeriodKind::year && said != c.year) tick.year = std::to_string(c.year);
    said = c.year;
    out.push_back(std::move(tick));
  }
  return out;
}

}  // namespace detente::detail
