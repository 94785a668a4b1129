#include "detente/questions/index/index_report.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "detente/contracts/act_label.hpp"
#include "detente/contracts/event_finder.hpp"
#include "detente/ground/error.hpp"
#include "detente/questions/change/vintages.hpp"
#include "detente/scales/words.hpp"
#include "questions/change/attributions.hpp"
#include "questions/change/named_movers.hpp"
#include "questions/relation/assumptions.hpp"
#include "questions/relation/day_limit.hpp"
#include "questions/relation/index_rows.hpp"
#include "questions/relation/paths.hpp"
#include "questions/relation/periods.hpp"

namespace detente {
using namespace detail;
namespace {

/// Fills one report, part by part.
class Report {
 public:
  Report(const EventLog& log, const IndexRequest& request)
      : log_(log),
        events_(log),
        request_(request),
        scoring_(request.scoring),
        history_(
            within_limit(prepare(log, request.selection, scoring_, request.every, request.from, request.to), request)),
        periods_(shown_periods(history_, request.every)),
        impulses_(impulses_for(scoring_.model, history_.coding.acts)),
        changes_(history_, scoring_),
        paths_(paths_of(score(scoring_.model, impulses_, history_.days), history_.days, scoring_)) {
    paths_.heat = heat_path(history_, paths_.path, scoring_);
    paths_.measures = measures_path(history_, scoring_);
  }

  IndexReport fill() {
    out_.direction = scoring_.direction;
    out_.pair = request_.selection.dyad.canonical();
    out_.unknown = history_.coding.unknown;
    out_.measures = measure_history(history_.coding.acts);
    out_.phases = phases(history_, scoring_, {.delta = request_.delta});
    for (Phase& phase : out_.phases)
      if (phase.movement) name_movers(*phase.movement, events_, scoring_.codebook);
    fill_daily();
    fill_rows();
    fill_uncertainty();
    fill_events();
    fill_names();
    fill_movements();
    if (request_.further) fill_further();
    fill_headline();
    fill_provenance();
    return std::move(out_);
  }

 private:
  static History within_limit(History history, const IndexRequest& request) {
    require_days(request.selection.dyad, history.days.size(), request.most_days, "IndexRequest::most_days");
    return history;
  }

  void fill_daily() {
    DailyPaths& daily = out_.daily;
    daily.days = history_.days;
    daily.index = paths_.path.index;
    daily.heat = paths_.heat;
    daily.forward = paths_.forward;
    daily.backward = paths_.backward;
  }

  void fill_rows() {
    require_sampled_at_end(scoring_.model, request_.at);
    out_.series = empty_series(out_.pair, scoring_, request_.at);
    out_.series.rows = index_rows(periods_, request_.at, paths_,
                                  events_in(periods_, history_.coding.acts, scoring_.direction), scoring_);
    if (request_.first_values) fill_first_values();
  }

  void fill_first_values() {
    VintageRequest request{.selection = request_.selection, .scoring = scoring_, .every = request_.every};
    request.at = request_.at;
    request.from = request_.from;
    request.to = request_.to;
    request.lines = false;
    request.control = request_.control;
    for (const RevisedPeriod& period : vintages(log_, request).periods)
      out_.series.first_values.push_back({period.first, period.first_as_of});
  }

  void fill_uncertainty() {
    if (request_.band) {
      BandOptions band = *request_.band;
      band.control = request_.control;
      Bands bands = coding_bands(history_, scoring_, periods_, request_.at, band);
      set_band(out_.series.rows, bands.periods.lower, bands.periods.upper);
      out_.daily.lower = std::move(bands.daily.lower);
      out_.daily.upper = std::move(bands.daily.upper);
    }
    if (request_.alternatives) {
      out_.sensitivity = sensitivity(log_, request_.selection, history_, scoring_, periods_, request_.at,
                                     *request_.alternatives, request_.control);
      for (std::size_t i = 0; i < periods_.size(); ++i) {
        out_.series.rows[i].lowest = out_.sensitivity->periods.lower[i];
        out_.series.rows[i].highest = out_.sensitivity->periods.upper[i];
      }
      out_.daily.lowest = out_.sensitivity->daily.lower;
      out_.daily.highest = out_.sensitivity->daily.upper;
    }
  }

  EventMark mark_of(const Act& act) const {
    EventMark mark;
    mark.event = act.event;
    mark.source = events_.event(act.event);
    mark.day = act.day();
    mark.direction = act.direction;
    mark.quad = act.quad;
    mark.label = act_label(mark.source, &scoring_.codebook);
    mark.points = act.points;
    mark.probability = act.probability;
    mark.impact = act.points * act.weight * act.probability * act.count;
    mark.line = mark.source.line;
    return mark;
  }

  void fill_events() {
    const std::vector<double> now = contributions_at(history_, scoring_, history_.days.back());
    for (std::size_t i = 0; i < history_.coding.acts.size(); ++i) {
      EventMark mark = mark_of(history_.coding.acts[i]);
      if (!now.empty()) mark.now = now[i];
      out_.events.push_back(std::move(mark));
    }
    add_third_parties();
    std::stable_sort(out_.events.begin(), out_.events.end(),
                     [](const EventMark& a, const EventMark& b) { return a.day < b.day; });
  }

  /// Adds marks for third parties' events that do not count; those that do have marks already.
  void add_third_parties() {
    std::set<EventId> others(history_.coding.third_parties.begin(), history_.coding.third_parties.end());
    for (EventMark& mark : out_.events) mark.third_party = others.erase(mark.event) > 0;
    for (const EventId id : others) add_uncounted(id);
  }

  void add_uncounted(EventId id) {
    EventMark mark;
    mark.event = id;
    mark.source = events_.event(id);
    mark.day = mark.source.date.middle();
    const CodeEntry* entry = scoring_.codebook.find(mark.source.code);
    mark.label = act_label(mark.source, &scoring_.codebook);
    if (entry) {
      mark.points = tension(entry->score);
      mark.quad = entry->quad;
    }
    mark.third_party = true;
    mark.line = mark.source.line;
    out_.events.push_back(std::move(mark));
  }

  /// Of the actors that the report shows.
  void fill_names() {
    const ActorNames& all = request_.selection.actors.names();
    std::map<std::string, std::string> shown;
    const auto add = [&](const std::string& actor) {
      if (const auto at = all.all().find(actor); at != all.all().end()) shown.insert(*at);
    };
    for (const Dyad& dyad : {out_.pair, request_.selection.dyad}) add(dyad.source), add(dyad.target);
    for (const EventMark& mark : out_.events) add(mark.source.source), add(mark.source.target);
    out_.names = ActorNames(std::move(shown));
  }

  std::span<const Period> latest_periods() const {
    return std::span(periods_).last(std::min(most_movements, periods_.size()));
  }

  void fill_further() {
    out_.shifts = level_shifts(history_, scoring_, {.every = request_.every, .causes = 6});
    out_.issues = issue_levels(history_, scoring_, latest_periods());
    if (scoring_.direction == DirectionChoice::both) out_.asymmetry = asymmetry(out_.series.rows);
    out_.rivals = rivals(log_, request_.selection, scoring_, history_, out_.series.rows);
  }

  void fill_movements() {
    if (!request_.movements) return;
    for (const Period& period : latest_periods())
      if (auto movement = moved_over(period)) out_.movements.push_back(std::move(*movement));
  }

  /// With acts that have no code in the words of their notes.
  std::optional<Movement> moved_over(const Period& period) const {
    std::optional<Movement> out = movement_over(changes_, period);
    if (!out) return out;
    name_movers(*out, events_, scoring_.codebook);
    return out;
  }

  /// Of the days shown, without those on which the model warms up.
  std::optional<RankInHistory> rank() const {
    constexpr std::size_t least_days = 60;
    const std::vector<std::optional<double>>& index = paths_.path.index;
    if (!index.back()) return std::nullopt;
    const double now = *index.back();
    RankInHistory out;
    std::size_t days = 0, lower = 0, higher = 0;
    for (std::size_t i = 0; i < index.size(); ++i) {
      if (!index[i] || history_.days[i] < history_.shown.first || is_warming_up(scoring_, history_.days[i])) continue;
      if (days++ == 0) out.since = history_.days[i];
      if (days == 1 || *index[i] > out.highest) {
        out.highest = *index[i];
        out.peak = history_.days[i];
      }
      lower += *index[i] < now ? 1U : 0U;
      higher += *index[i] > now ? 1U : 0U;
    }
    if (days < least_days) return std::nullopt;
    const auto others = static_cast<double>(days - 1);
    out.below = static_cast<double>(lower) / others;
    out.above = static_cast<double>(higher) / others;
    out.is_highest = lower == days - 1;
    out.is_lowest = higher == days - 1;
    return out;
  }

  void fill_headline() {
    Headline& h = out_.headline;
    h.dyad = chosen_dyad(request_.selection.dyad, scoring_.direction);
    h.names = out_.names;
    h.day = history_.days.back();
    h.index = paths_.path.index.back();
    const auto support = paths_.readings.of(scoring_.direction, history_.days.size() - 1).support;
    if (h.index) h.word = word_of(*h.index, support, scoring_.model.text(), scoring_.scale);
    h.word_to = end_of(h.word);
    if (out_.series.words.bounded()) h.most = out_.series.words.most;
    h.lower = out_.series.rows.back().lower;
    h.upper = out_.series.rows.back().upper;
    h.rank = rank();
    h.movement = moved_over(periods_.back());
    h.profile = scoring_.profile;
    if (is_warming_up(scoring_, h.day)) h.warm_from = warm_from(scoring_);
    h.heat = paths_.heat.back();
    h.measures = paths_.measures.back();
    for (const MeasureSpell& spell : out_.measures.spells)
      if (includes(scoring_.direction, spell.direction) && spell.from <= h.day && spell.to > h.day &&
          !lifted(spell, h.day))
        ++h.open_measures;
    if (!out_.phases.empty()) h.phase = out_.phases.back();
    const EventMark* largest = nullptr;
    for (const EventMark& m : out_.events)
      if (m.now && (!largest || std::abs(*m.now) > std::abs(*largest->now))) largest = &m;
    if (largest && *largest->now != 0) {
      h.largest_label = largest->label;
      h.largest_day = largest->day;
    }
    if (request_.calibration)
      h.outlook = outlook(*request_.calibration, scoring_, request_.selection, impulses_, h.day);
  }

  /// Of a word that is not the last one.
  std::optional<double> end_of(std::string_view word) const {
    const auto& bands = out_.series.words.bands;
    for (std::size_t i = 0; i + 1 < bands.size(); ++i)
      if (bands[i].word == word) return bands[i].to;
    return std::nullopt;
  }

  static bool lifted(const MeasureSpell& spell, Day day) {
    return std::any_of(spell.lifts.begin(), spell.lifts.end(),
                       [&](const MeasureSpell::Lift& l) { return l.from <= day && day < l.to; });
  }

  void fill_provenance() {
    Provenance& p = out_.series.provenance;
    p = provenance_of(request_.selection, scoring_);
    if (request_.band) p.band = to_text(*request_.band);
    p.assumptions = assumptions_of(history_.coding).sentences();
  }

  const EventLog& log_;
  EventFinder events_;
  const IndexRequest& request_;
  const Scoring& scoring_;
  History history_;
  std::vector<Period> periods_;
  SidedImpulses impulses_;
  Attributions changes_;
  RelationPaths paths_;
  IndexReport out_;
};

}  // namespace

IndexReport index_report(const EventLog& log, const IndexRequest& request) { return Report(log, request).fill(); }

}  // namespace detente
