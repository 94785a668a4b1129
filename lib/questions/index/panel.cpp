#include "detente/questions/index/panel.hpp"

#include <algorithm>
#include <map>
#include <thread>

#include "detente/ground/error.hpp"
#include "ground/in_order.hpp"
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

/// The pairs that one thread takes at a time: about `portion_events` events, because pairs differ a thousandfold.
std::vector<std::size_t> portions(const DyadRows& pairs) {
  constexpr std::size_t portion_events = 20'000, portion_pairs = 256;
  std::vector<std::size_t> begins{0};
  std::size_t events = 0;
  for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
    events += pairs.rows_at_most(pair);
    if (events < portion_events && pair + 1 - begins.back() < portion_pairs) continue;
    begins.push_back(pair + 1);
    events = 0;
  }
  if (begins.back() != pairs.size()) begins.push_back(pairs.size());
  return begins;
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
  const std::vector<std::size_t> begins = portions(pairs);
  std::size_t all = 0, done = 0;
  for (std::size_t pair = 0; pair < pairs.size(); ++pair) all += pairs.rows_at_most(pair);

  const auto make = [&](std::size_t number) {
    Portion out;
    Selection selection = scorer.selection();
    for (std::size_t pair = begins[number]; pair < begins[number + 1]; ++pair) {
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
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  const auto next = [number = std::size_t{0}, count = begins.size() - 1]() mutable {
    return number < count ? std::optional(number++) : std::nullopt;
  };
  work_in_order(request.threads == 0 ? cores : request.threads, next, make, take);
  return finished(std::move(sum));
}

}  // namespace detente
