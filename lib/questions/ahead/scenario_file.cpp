#include "detente/questions/ahead/scenario_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "readers/chronology/sheet.hpp"

namespace detente {
using namespace detail;
namespace {

/// Probabilities are written with a few digits, and their sum is rounded.
constexpr double rounding = 1e-9;

/// The item of the list with this name, added if it is not there.
template <class Named>
Named& named(std::vector<Named>& list, std::string_view name) {
  const auto at = std::find_if(list.begin(), list.end(), [&](const Named& item) { return item.name == name; });
  if (at != list.end()) return *at;
  list.emplace_back();
  list.back().name = name;
  return list.back();
}

/// Reads the rows of a scenario.
class ScenarioRows {
 public:
  ScenarioRows(ByteSource& source, std::string_view name, DateLayout dates)
      : sheet_(source, name, dates, {"scheduled", "outcome", "probability"}) {}

  std::vector<ScheduledEvent> read() {
    for (const SheetRow& row : sheet_.rows()) take(row);
    if (sheet_.is_sound()) check_probabilities();
    sheet_.require_sound("nothing is forecast");
    return std::move(scheduled_);
  }

 private:
  void take(const SheetRow& row) {
    const std::string_view scheduled = sheet_.text(row, "scheduled"), outcome = sheet_.text(row, "outcome");
    if (scheduled.empty())
      return sheet_.complain(row, "scheduled", "no scheduled event", "a row is an act of an outcome of one");
    if (outcome.empty())
      return sheet_.complain(row, "outcome", "no outcome", "a row is an act of one; what is left of 1 needs no row");
    Outcome& into = named(named(scheduled_, scheduled).outcomes, outcome);
    if (!take_probability(row, into)) return;
    if (std::optional<Event> event = sheet_.event(row)) into.acts.push_back(std::move(*event));
  }

  bool take_probability(const SheetRow& row, Outcome& into) {
    const std::string_view text = sheet_.text(row, "probability");
    if (text.empty()) return true;
    const auto number = parse_number(text);
    if (!number || !(*number > 0) || *number > 1) {
      sheet_.complain(row, "probability", "bad probability", "a probability is a number above 0, at most 1: 0.5");
      return false;
    }
    if (into.probability > 0 && into.probability != *number) {
      sheet_.complain(row, "probability", "two probabilities",
                      fmt::format("the outcome '{}' has {} already", visible(into.name), shortest(into.probability)));
      return false;
    }
    into.probability = *number;
    return true;
  }

  /// The first row of an outcome, or of a whole scheduled event.
  const SheetRow& first_row(std::string_view scheduled, std::string_view outcome = {}) const {
    const auto rows = sheet_.rows();
    return *std::find_if(rows.begin(), rows.end(), [&](const SheetRow& row) {
      return sheet_.text(row, "scheduled") == scheduled && (outcome.empty() || sheet_.text(row, "outcome") == outcome);
    });
  }

  void check_probabilities() {
    for (const ScheduledEvent& event : scheduled_) {
      double sum = 0;
      for (const Outcome& outcome : event.outcomes) {
        sum += outcome.probability;
        if (outcome.probability == 0)
          sheet_.complain(first_row(event.name, outcome.name), "probability", "no probability",
                          fmt::format("one row of the outcome '{}' says it", visible(outcome.name)));
      }
      if (sum > 1 + rounding)
        sheet_.complain(first_row(event.name), "scheduled", "probabilities above 1",
                        fmt::format("its outcomes exclude each other, and sum to {}", shortest(sum)));
    }
  }

  Sheet sheet_;
  std::vector<ScheduledEvent> scheduled_;
};

}  // namespace

std::vector<ScheduledEvent> read_scenario(ByteSource& source, std::string_view name, DateLayout dates) {
  return ScenarioRows(source, name, dates).read();
}

}  // namespace detente
