// The peers' job in détente (see run.sh for the job):
//
//   detente_job gdelt|plain EVENTS WEIGHTS OUTPUT THREADS
//
// The log holds 24 bytes per event, with those of a dyad together. An event is added to the cell of its month with what
// will be left of it on the month's last day, so that nothing needs sorting; from month to month a sum fades. Every row
// counts, so repeats need not be found either. All threads make lines, a block of relations at a time, and they are
// written in order.

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
#include <iterator>
#include <limits>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detente/codebooks/built_in.hpp"
#include "detente/ground/atomic_file.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/period.hpp"
#include "detente/models/decay.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/readers/read_events.hpp"
#include "ground/in_order.hpp"

namespace {

using namespace detente;
using namespace detente::detail;

constexpr double half_life = 30;

/// The months of the events, and for every day its month and the share of an act that is left on the month's last day.
class Calendar {
 public:
  struct Place {
    std::uint32_t month = 0;
    double left = 0;
  };

  explicit Calendar(std::span<const EventRow> rows) {
    const auto [first, last] = std::minmax_element(
        rows.begin(), rows.end(), [](const EventRow& a, const EventRow& b) { return a.first < b.first; });
    if (rows.empty()) return;
    months_ = periods_between(PeriodKind::month, first->first, last->first + 1);
    for (std::uint32_t m = 0; m < months_.size(); ++m) {
      labels_.push_back(months_[m].label());
      for (Day day = months_[m].first; day < months_[m].end; ++day)
        places_.push_back({m, decay_.whole(months_[m].last_day() - day)});
    }
  }

  std::size_t size() const { return months_.size(); }
  const std::string& label(std::size_t month) const { return labels_[month]; }
  const Place& place(Day day) const { return places_[static_cast<std::size_t>(day - months_.front().first)]; }
  /// The share of the previous month's final sum that is left at the end of a month.
  double fade(std::size_t month) const { return decay_.whole(months_[month].end - months_[month].first); }

 private:
  Decay decay_{half_life};
  std::vector<Period> months_;
  std::vector<std::string> labels_;
  std::vector<Place> places_;
};

/// The published score of every code of the log; NaN if it has none.
std::vector<double> scores_of(const EventLog& log, const Codebook& codebook) {
  std::vector<double> out;
  for (SymbolId code = 0; code < log.codes().size(); ++code) {
    const CodeEntry* entry = codebook.find(log.codes()[code]);
    out.push_back(entry ? entry->score : std::numeric_limits<double>::quiet_NaN());
  }
  return out;
}

/// One directed or undirected relation: two actors by alphabetical position, and its dyads in the log.
struct Relation {
  std::uint32_t source = 0, target = 0;
  std::uint32_t dyad = 0;
  std::optional<std::uint32_t> other = {};
};

bool before(const Relation& a, const Relation& b) {
  return a.source != b.source ? a.source < b.source : a.target < b.target;
}

/// The names of the log's actors, sorted.
struct Alphabet {
  std::vector<std::string> names;
  std::vector<std::uint32_t> place_of;

  explicit Alphabet(const Symbols& actors) : place_of(actors.size()) {
    std::vector<SymbolId> sorted(actors.size());
    std::iota(sorted.begin(), sorted.end(), SymbolId{0});
    std::sort(sorted.begin(), sorted.end(), [&](SymbolId a, SymbolId b) { return actors[a] < actors[b]; });
    for (const SymbolId actor : sorted) {
      place_of[actor] = static_cast<std::uint32_t>(names.size());
      names.push_back(csv_field(actors[actor]));
    }
  }
};

std::vector<Relation> directed(const EventLog& log, const Alphabet& alphabet) {
  std::vector<Relation> out;
  for (std::uint32_t dyad = 0; dyad < log.dyads().size(); ++dyad) {
    const EventLog::DyadIds ids = log.dyads()[dyad];
    out.push_back({alphabet.place_of[ids.source], alphabet.place_of[ids.target], dyad});
  }
  std::sort(out.begin(), out.end(), before);
  return out;
}

std::vector<Relation> undirected(std::vector<Relation> both) {
  for (Relation& relation : both)
    if (relation.target < relation.source) std::swap(relation.source, relation.target);
  std::sort(both.begin(), both.end(), before);
  std::vector<Relation> out;
  for (const Relation& relation : both)
    if (out.empty() || before(out.back(), relation))
      out.push_back(relation);
    else
      out.back().other = relation.dyad;
  return out;
}

class Job {
 public:
  Job(const EventLog& log, const Codebook& codebook)
      : log_(&log), calendar_(log.rows()), scores_(scores_of(log, codebook)), alphabet_(log.actors()) {}

  void write(AtomicFile& file, std::size_t threads) const {
    file.write("kind,source,target,month,sum,mean,count,decayed\n");
    const std::vector<Relation> ways = directed(*log_, alphabet_);
    write("directed", ways, file, threads);
    write("undirected", undirected(ways), file, threads);
  }

 private:
  struct Cell {
    double sum = 0;
    double left = 0;
    std::uint32_t count = 0;
  };

  void write(std::string_view kind, std::span<const Relation> relations, AtomicFile& file, std::size_t threads) const {
    constexpr std::size_t block = 64;
    const auto take = [&]() -> std::optional<std::span<const Relation>> {
      if (relations.empty()) return {};
      const auto taken = relations.first(std::min(block, relations.size()));
      relations = relations.subspan(taken.size());
      return taken;
    };
    const auto form = [&](std::span<const Relation> some) {
      fmt::memory_buffer lines;
      std::vector<Cell> cells(calendar_.size());
      for (const Relation& relation : some) append(kind, relation, cells, lines);
      return lines;
    };
    work_in_order(threads, take, form, [&](const fmt::memory_buffer& lines) {
      file.write({lines.data(), lines.size()});
    });
  }

  void append(std::string_view kind, const Relation& relation, std::vector<Cell>& cells,
              fmt::memory_buffer& lines) const {
    std::fill(cells.begin(), cells.end(), Cell{});
    add(relation.dyad, cells);
    if (relation.other) add(*relation.other, cells);
    const std::string who =
        fmt::format("{},{},{}", kind, alphabet_.names[relation.source], alphabet_.names[relation.target]);
    double decayed = 0;
    for (std::size_t m = 0; m < cells.size(); ++m) {
      decayed = decayed * calendar_.fade(m) + cells[m].left;
      if (cells[m].count == 0) continue;
      fmt::format_to(fmt::appender(lines), FMT_COMPILE("{},{},{},{},{},{}\n"), who, calendar_.label(m), cells[m].sum,
                     cells[m].sum / cells[m].count, cells[m].count, decayed);
    }
  }

  void add(std::uint32_t dyad, std::vector<Cell>& cells) const {
    for (const EventRow& row : log_->rows_of(dyad)) {
      const double score = scores_[row.code];
      if (std::isnan(score)) continue;
      const Calendar::Place& place = calendar_.place(row.first);
      Cell& cell = cells[place.month];
      cell.sum += score;
      cell.left += score * place.left;
      ++cell.count;
    }
  }

  const EventLog* log_;
  Calendar calendar_;
  std::vector<double> scores_;
  Alphabet alphabet_;
};

void run(const char* kind, const char* events, const char* weights, const char* output, std::size_t threads) {
  ReadOptions options;
  options.format = kind == std::string_view("gdelt") ? "gdelt2" : "chronology";
  options.brief = true;
  options.own_scores = false;
  options.threads = threads;
  options.on_growth = [](EventLog&) {};  // a caller that watches the log grow puts it in order itself
  EventLog log = read_events(events, options).log;
  log.group(threads);
  AtomicFile file(output);
  Job(log, open_codebook(weights)).write(file, threads);
  file.finish();
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const auto threads = argc == 6 ? parse_whole(argv[5]) : std::nullopt;
    if (!threads || *threads < 1) {
      std::fputs("usage: detente_job gdelt|plain EVENTS WEIGHTS OUTPUT THREADS\n", stderr);
      return 2;
    }
    run(argv[1], argv[2], argv[3], argv[4], static_cast<std::size_t>(*threads));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "detente_job: %s\n", error.what());
    return 1;
  }
}
