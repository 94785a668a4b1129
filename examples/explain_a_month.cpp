/// \file
/// Why did the index move? Finds the month in which it rose most and prints the events that did it. Every line is the
/// exact share of one event, in index points; they add up to the change.
///
///     explain_a_month [FILE.csv]

#include <exception>
#include <iostream>
#include <vector>

#include "detente/codebooks/built_in.hpp"
#include "detente/ground/error.hpp"
#include "detente/output/text/explain_table.hpp"
#include "detente/questions/index/index_report.hpp"
#include "detente/readers/read_events.hpp"

namespace {

using namespace detente;

/// The month whose last day is furthest above the last day of the month before, which the first row does not have.
std::size_t steepest_rise(const std::vector<IndexRow>& months) {
  std::size_t best = 1;
  const auto rise = [&](std::size_t i) { return *months[i].index - *months[i - 1].index; };
  for (std::size_t i = 2; i < months.size(); ++i)
    if (rise(i) > rise(best)) best = i;
  return best;
}

void explain(const std::filesystem::path& path) {
  const ReadResult read = read_events(path);
  const Selection selection{.dyad = {"USA", "COL"}};
  const Scoring scoring{.codebook = built_in_codebook("plain"), .model = Catalogue::built_in().make("decayed_sum")};

  // The point path is enough to find the month, so no band is computed.
  const IndexReport report = index_report(read.log, {.selection = selection, .scoring = scoring, .band = {}});
  const std::vector<IndexRow>& months = report.series.rows;
  if (months.size() < 2) throw InputError("a rise needs two months");
  const std::size_t month = steepest_rise(months);
  std::cout << "The steepest month is " << months[month].period.label() << ".\n\n";

  // A history is prepared once and can answer many questions.
  const History history = prepare(read.log, selection, scoring, PeriodKind::month);
  const Attribution why =
      attribute(history, scoring, months[month - 1].period.last_day(), months[month].period.last_day());
  std::cout << explain_table(why, selection.dyad, {.top = 6, .codebook = &scoring.codebook});
}

}  // namespace

int main(int argc, char** argv) {
  try {
    explain(argc > 1 ? argv[1] : DETENTE_EXAMPLES_DATA "/us_colombia_2025_2026.csv");
  } catch (const std::exception& error) {
    std::cerr << "explain_a_month: " << error.what() << '\n';
    return 1;
  }
}
