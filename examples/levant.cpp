// A machine-coded source from the file to the picture: the Levant, 1979 to 2011, 145,709 events of the KEDS project.
// Prints the tensest month of every third year or so between Israel and its neighbours, and draws both relations.
//
//   levant [keds_levant_cameo.tsv]      without the file it says so and ends with 77
//
// The index counts what is reported. It rises in the war of 1982, in the first intifada from December 1987 and in the
// second from September 2000, and falls to its low of those years in the autumn of the Oslo agreement.

#include <fmt/format.h>

#include <filesystem>

#include "detente/detente.hpp"

using namespace detente;

namespace {

/// Events one a day and mirrors once, by the GDELT weights of CAMEO. The sum would saturate the usual scale: a busy
/// relation has hundreds of acts a month.
Scoring machine_coded() {
  return {.codebook = built_in_codebook("gdelt"),
          .model = Catalogue::built_in().make("decayed_sum half_life_verbal=30 half_life_cooperation=30"),
          .scale = parse_scale("softsign kappa=100").value(),
          .rules = CodingRules::machine_coded(),
          .own_scores = false};
}

/// The Palestinians are PAL in the older rows and PSE in the newer ones.
ActorTable actors() { return ActorTable({{.actor = "PSE", .parent = "PAL"}}, RollUp::cameo); }

void show(const EventLog& log, const Dyad& pair, std::span<const std::pair<int, int>> spans) {
  IndexRequest request{.selection = {.dyad = pair, .actors = actors()}, .scoring = machine_coded(), .band = {}};
  const IndexReport report = index_report(log, request);
  fmt::print("{}\n", to_text(pair));
  for (const auto& [from, to] : spans) {
    const IndexRow* tensest = nullptr;
    for (const IndexRow& row : report.series.rows) {
      const int year = civil(row.period.first).year;
      if (from <= year && year <= to && (!tensest || row.index > tensest->index)) tensest = &row;
    }
    if (tensest) fmt::print("  {}-{}  tensest {}  index {:.0f}\n", from, to, tensest->period.label(), *tensest->index);
  }
  write_file(fmt::format("levant_{}_{}.svg", pair.source, pair.target), chart_svg(report));
}

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path file = argc > 1 ? argv[1] : DETENTE_SHARED_EVENTS "/keds_levant_cameo.tsv";
  if (!std::filesystem::exists(file)) {
    fmt::print(stderr, "skipped: there is no {}; name the KEDS Levant file\n", file.string());
    return 77;
  }
  const EventLog log = read_events(file, {.brief = true}).log;
  show(log, {"ISR", "LBN"},
       std::initializer_list<std::pair<int, int>>{{1979, 1984}, {1993, 1995}, {1996, 1998}, {2005, 2008}});
  show(log, {"ISR", "PAL"},
       std::initializer_list<std::pair<int, int>>{{1979, 1984}, {1985, 1989}, {1999, 2001}, {2002, 2003}});
}
