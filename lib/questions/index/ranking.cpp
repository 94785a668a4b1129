#include "detente/questions/index/ranking.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <span>

#include "detente/detail/enum_names.hpp"
#include "detente/ground/error.hpp"
#include "detente/models/two_speed.hpp"
#include "detente/questions/ahead/calibration_months.hpp"
#include "detente/scales/words.hpp"
#include "questions/index/best_pairs.hpp"
#include "questions/index/pair_portions.hpp"
#include "questions/index/pair_scorer.hpp"
#include "questions/index/ranking_panel.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<RankBy, 3> order_names{
    {{RankBy::index, "index"}, {RankBy::change, "change"}, {RankBy::risk, "risk"}}};
constexpr EnumNames<Doubt, 3> doubt_names{
    {{Doubt::none, ""}, {Doubt::thin_now, "no recent reports"}, {Doubt::thin_before, "no reports before"}}};

void check_ranking(const RankingRequest& request) {
  if (request.day < request.since) throw_invalid("since", to_text(request.since), "is not after the day");
  if (request.most == 0) throw_invalid("most", 0, "is at least 1");
  if (request.scoring.scale.looks_back())
    throw_invalid("scale", to_text(request.scoring.scale),
                  "compares a pair with its own other days, and pairs are held against each other");
  check_required(request.scoring.model.text(), request.scoring.rules, request.scoring.model.required_rules());
}

/// The day of the first impulse of either side.
std::optional<Day> first_day(const SidedImpulses& impulses) {
  std::optional<Day> out;
  for (const auto* side : {&impulses.forward, &impulses.backward, &impulses.both})
    if (!side->empty()) out = std::min(out.value_or(side->front().day), side->front().day);
  return out;
}

bool is_thin(const std::optional<double>& support) { return support && *support < least_support; }

/// What one portion of the pairs comes to.
struct RankedPortion {
  BestPairs ranked, unsure;
  std::size_t with_index = 0, doubtful = 0;
  std::map<std::string, std::size_t> unknown;  ///< events by code

  void add(const RankedPortion& part) {
    ranked.add(part.ranked);
    unsure.add(part.unsure);
    with_index += part.with_index;
    doubtful += part.doubtful;
    for (const auto& [code, events] : part.unknown) unknown[code] += events;
  }
};

/// Whether the calibration holds; nothing without one, or for a model that has none.
std::optional<CalibrationCheck> calibration_check(const DyadRows& pairs, const RankingRequest& request) {
  if (!request.calibration || request.scoring.model.as<TwoSpeed>() == nullptr) return std::nullopt;
  Selection selection;
  selection.issue = request.issue;
  selection.actors = pairs.actors();
  return check_coding(*request.calibration, request.scoring, selection, request.day);
}

class Ranker {
 public:
  Ranker(const DyadRows& pairs, const RankingRequest& request)
      : pairs_(pairs),
        request_(request),
        panel_(panel_of(request)),
        scorer_(pairs, panel_),
        scoring_(scorer_.scoring()),
        days_{request.since - 1, request.day},
        scale_(request.scoring.scale, {}, {}) {
    if (request.calibration) out_.calibration = request.calibration->name;
    out_.calibrated = calibration_check(pairs, request);
  }

  Ranking fill() {
    RankedPortion all = empty_portion();
    over_portions(
        pairs_, request_.threads, request_.control,
        [this](std::size_t first, std::size_t end, const WorkControl& control) { return portion(first, end, control); },
        [&](const RankedPortion& part) { all.add(part); });
    describe(all);
    take_pairs(all.ranked.sorted());
    for (RankedPair& pair : out_.pairs) pair.rank = 1 + static_cast<std::size_t>(&pair - out_.pairs.data());
    take_pairs(all.unsure.sorted());
    return std::move(out_);
  }

 private:
  bool has_chances() const { return out_.calibrated && out_.calibrated->why.empty(); }

  // ---- every pair ----

  RankedPortion empty_portion() const {
    RankedPortion out;
    out.ranked = BestPairs(request_.most);
    out.unsure = BestPairs(request_.unsure);
    return out;
  }

  RankedPortion portion(std::size_t first, std::size_t end, const WorkControl& control) const {
    RankedPortion out = empty_portion();
    Selection selection = scorer_.selection();
    for (std::size_t pair = first; pair < end; ++pair) {
      control.at({pair, pairs_.size(), "pairs"});
      if (const auto found = scorer_.impulses(pair, selection)) consider(pair, *found, out);
    }
    return out;
  }

  void consider(std::size_t pair, const PairImpulses& found, RankedPortion& out) const {
    for (const UnknownCode& code : found.unknown) out.unknown[code.code] += code.events;
    std::optional<RankedPair> facts = read(found.impulses);
    if (!facts) return;
    ++out.with_index;
    facts->events = found.events;
    const bool is_sure = facts->doubt == Doubt::none;
    if (!is_sure) ++out.doubtful;
    const double key = key_of(*facts, found.impulses);
    (is_sure ? out.ranked : out.unsure).add({pair, key, std::move(*facts)});
  }

  /// What is known of all pairs; nothing without an index on the day.
  std::optional<RankedPair> read(const SidedImpulses& impulses) const {
    const std::optional<Day> first = first_day(impulses);
    if (!first || request_.day < *first) return std::nullopt;
    const SidedReadings readings = score(scoring_.model, impulses, days_, scoring_.direction);
    const Reading before = readings.of(scoring_.direction, 0), now = readings.of(scoring_.direction, 1);
    if (!now.level) return std::nullopt;
    RankedPair out;
    out.level = *now.level;
    out.index = *scale_(0, out.level);
    out.support = now.support;
    if (before.level) out.before = scale_(0, *before.level);
    out.before_support = before.support;
    out.first = *first;
    out.doubt = doubt_of(out);
    return out;
  }

  Doubt doubt_of(const RankedPair& pair) const {
    if (is_thin(pair.support)) return Doubt::thin_now;
    if (request_.by != RankBy::change) return Doubt::none;
    return !pair.before || is_thin(pair.before_support) ? Doubt::thin_before : Doubt::none;
  }

  double key_of(const RankedPair& pair, const SidedImpulses& impulses) const {
    switch (request_.by) {
      case RankBy::change: return pair.before ? std::abs(pair.index - *pair.before) : 0;
      case RankBy::risk: return chance_of(strain(impulses));
      case RankBy::index: break;
    }
    return pair.index;
  }

  Strain strain(const SidedImpulses& impulses) const {
    return strain_at(*scoring_.model.as<TwoSpeed>(), impulses.both, std::span(&request_.day, 1)).front();
  }
  double chance_of(const Strain& s) const { return chance_of_severe(*request_.calibration, s.acute, s.chronic); }

  // ---- the pairs shown ----

  void take_pairs(std::vector<BestPair> best) {
    Selection selection = scorer_.selection();
    for (BestPair& one : best) {
      RankedPair& pair = out_.pairs.emplace_back(std::move(one.facts));
      const Dyad canonical = pairs_.dyad(one.pair);
      pair.dyad = chosen_dyad(canonical, scoring_.direction);
      pair.word = word_of(pair.index, pair.support, scoring_.model.text(), scoring_.scale);
      History history;
      history.coding = scorer_.coding(one.pair, selection);
      const Period since{PeriodKind::day, request_.since, request_.day + 1};
      pair.movement = movement_over(history, scoring_, since, request_.causes);
      if (has_chances()) take_chance(strain(impulses_for(scoring_.model, history.coding.acts)), pair);
      for (const std::string& actor : {canonical.source, canonical.target}) take_name(actor);
    }
    out_.names = ActorNames(names_);
  }

  void take_chance(const Strain& s, RankedPair& pair) const {
    pair.chance = chance_of(s);
    pair.expected = expected_severe(*request_.calibration, s.acute, s.chronic);
  }

  void take_name(const std::string& actor) {
    const auto& all = pairs_.actors().names().all();
    if (const auto at = all.find(actor); at != all.end()) names_.insert(*at);
  }

  void describe(const RankedPortion& all) {
    out_.day = request_.day;
    out_.since = request_.since;
    out_.by = request_.by;
    out_.causes = request_.causes;
    out_.direction = scoring_.direction;
    out_.with_index = all.with_index;
    out_.unsure = all.doubtful;
    out_.without_index = pairs_.size() - all.with_index;
    out_.words = scale_words(scoring_.model.text(), scoring_.scale);
    if (is_warming_up(scoring_, request_.day)) out_.warm_from = warm_from(scoring_);
    for (const auto& [code, events] : all.unknown) out_.unknown.push_back({code, events});
    std::stable_sort(out_.unknown.begin(), out_.unknown.end(),
                     [](const UnknownCode& a, const UnknownCode& b) { return b.events < a.events; });
    out_.provenance = scorer_.provenance();
  }

  const DyadRows& pairs_;
  const RankingRequest& request_;
  PanelRequest panel_;
  PairScorer scorer_;
  const Scoring& scoring_;
  std::array<Day, 2> days_;
  FittedScale scale_;
  std::map<std::string, std::string> names_;
  Ranking out_;
};

}  // namespace

std::string_view to_text(RankBy by) { return name_of(order_names, by); }
std::optional<RankBy> parse_rank_by(std::string_view text) { return value_of(order_names, text); }
std::string_view to_text(Doubt doubt) { return name_of(doubt_names, doubt); }

std::size_t Ranking::ranked() const {
  return static_cast<std::size_t>(
      std::count_if(pairs.begin(), pairs.end(), [](const RankedPair& pair) { return pair.rank > 0; }));
}

std::optional<std::string> why_no_risk(const DyadRows& pairs, const RankingRequest& request) {
  if (request.scoring.model.as<TwoSpeed>() == nullptr)
    return "no chance is known: only two_speed has calibrations, and the model is " + request.scoring.model.text();
  if (!request.calibration) return "no chance is known without a calibration";
  const std::string why = calibration_check(pairs, request)->why;
  return why.empty() ? std::nullopt : std::optional("no calibration holds: " + why);
}

Ranking rank_pairs(const DyadRows& pairs, const RankingRequest& request) {
  check_ranking(request);
  if (request.by == RankBy::risk)
    if (const auto why = why_no_risk(pairs, request)) throw_invalid("by", "risk", *why);
  return Ranker(pairs, request).fill();
}

}  // namespace detente
