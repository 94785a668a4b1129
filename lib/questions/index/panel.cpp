#include "detente/questions/index/panel.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

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
  std::string text;                 ///< of a sink of text
  std::vector<IndexSeries> series;  ///< of one that takes values
  PanelSummary summary;
  std::map<std::string, std::size_t> unknown;  ///< events by code
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

/// Scores all pairs; `keep(series, portion)` puts one into its portion's result, on any thread, and `give(portion)`
/// gets the results in order, on this one.
template <class Keep, class Give>
PanelSummary panel_by(const DyadRows& pairs, const PanelRequest& request, const Keep& keep, const Give& give) {
  check(request);
  const PairScorer scorer(pairs, request);
  const auto make = [&](std::size_t first, std::size_t end, const WorkControl& control) {
    Portion out;
    Selection selection = scorer.selection();
    for (std::size_t pair = first; pair < end; ++pair) {
      control.at({pair, pairs.size(), "pairs"});
      auto scored = scorer.score(pair, selection);
      add(out, scored);
      if (scored && !scored->series.rows.empty()) keep(std::move(scored->series), out);
    }
    return out;
  };
  Portion sum;
  over_portions(pairs, request.threads, request.control, make, [&](Portion&& portion) {
    give(portion);
    add(sum, portion);
  });
  return finished(std::move(sum));
}

}  // namespace

PanelSummary panel(const DyadRows& pairs, const PanelRequest& request, const PanelSink& sink) {
  PanelRequest asked = request;
  if (sink.progress)
    asked.control.progress = [&](const WorkDone& work) {
      if (request.control.progress) request.control.progress(work);
      sink.progress(work.done, work.of.value_or(0));
    };
  return panel_by(
      pairs, asked, [&](const IndexSeries& series, Portion& into) { into.text += sink.form(series); },
      [&](const Portion& portion) { sink.write(portion.text); });
}

PanelSummary panel(const DyadRows& pairs, const PanelRequest& request, const TakeSeries& take) {
  return panel_by(
      pairs, request, [](IndexSeries&& series, Portion& into) { into.series.push_back(std::move(series)); },
      [&](Portion& portion) {
        for (IndexSeries& series : portion.series) take(std::move(series));
      });
}

}  // namespace detente
