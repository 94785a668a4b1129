#include "detente/questions/index/panel.hpp"

#include <algorithm>
#include <map>

#include "detente/ground/error.hpp"
#include "questions/index/pair_portions.hpp"
#include "questions/index/pair_scorer.hpp"
#include "questions/relation/index_rows.hpp"

namespace detente {
using namespace detail;
namespace {

void check(const PanelRequest& request) {
  if (request.from && request.to && *request.to <= *request.from)
    throw_invalid("to", to_text(*request.to), "is after from");
  check_required(request.scoring.model.text(), request.scoring.rules, request.scoring.model.required_rules());
  require_sampled_at_end(request.scoring.model, request.at);
}

/// The results of one portion.
struct Portion {
  std::string text;
  PanelSummary summary;
  std::map<std::string, std::size_t> unknown;  ///< events by code
  std::size_t rows_read = 0;
};

/// Adds the result of one pair, or nothing if none of its events counts.
void add(Portion& sum, const std::optional<ScoredPair>& scored) {
  const std::size_t rows = scored ? scored->series.rows.size() : 0;
  if (!scored || !scored->silence) ++(rows > 0 ? sum.summary.pairs : sum.summary.without_events);
  sum.summary.rows += rows;
  if (!scored) return;
  sum.summary.events += scored->events;
  for (const UnknownCode& code : scored->unknown) sum.unknown[code.code] += code.events;
  if (scored->silence) sum.summary.silent.push_back({scored->dyad, scored->silence->first, scored->silence->second});
}

void add(Portion& sum, const Portion& part) {
  sum.summary.pairs += part.summary.pairs;
  sum.summary.rows += part.summary.rows;
  sum.summary.events += part.summary.events;
  sum.summary.without_events += part.summary.without_events;
  sum.summary.silent.insert(sum.summary.silent.end(), part.summary.silent.begin(), part.summary.silent.end());
  for (const auto& [code, events] : part.unknown) sum.unknown[code] += events;
}

/// The summary with its unknown codes, most events first.
PanelSummary finished(Portion&& sum) {
  PanelSummary out = std::move(sum.summary);
  for (const auto& [code, events] : sum.unknown) out.unknown.push_back({code, events});
  std::stable_sort(out.unknown.begin(), out.unknown.end(),
                   [](const UnknownCode& a, const UnknownCode& b) { return b.events < a.events; });
  return out;
}

}  // namespace

PanelSummary panel(const DyadRows& pairs, const PanelRequest& request, const PanelSink& sink) {
  check(request);
  const PairScorer scorer(pairs, request);
  std::size_t all = 0, done = 0;
  for (std::size_t pair = 0; pair < pairs.size(); ++pair) all += pairs.rows_at_most(pair);

  const auto make = [&](std::size_t first, std::size_t end) {
    Portion out;
    Selection selection = scorer.selection();
    for (std::size_t pair = first; pair < end; ++pair) {
      out.rows_read += pairs.rows_at_most(pair);
      const auto scored = scorer.score(pair, selection);
      add(out, scored);
      if (scored && !scored->series.rows.empty()) out.text += sink.form(scored->series);
    }
    return out;
  };
  Portion sum;
  const auto take = [&](const Portion& portion) {
    sink.write(portion.text);
    add(sum, portion);
    done += portion.rows_read;
    if (sink.progress) sink.progress(done, all);
  };
  over_portions(pairs, request.threads, make, take);
  return finished(std::move(sum));
}

}  // namespace detente
