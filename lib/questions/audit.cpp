#include "detente/questions/audit.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "detente/contracts/coding_rules.hpp"
#include "detente/contracts/measures.hpp"

namespace detente {
namespace {

using Counts = std::map<std::string, std::size_t>;

std::vector<std::pair<std::string, std::size_t>> by_count(const Counts& counts) {
  std::vector<std::pair<std::string, std::size_t>> out(counts.begin(), counts.end());
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

/// Reads the log once and then asks each question of it.
class Auditor {
 public:
  Auditor(const EventLog& log, const Codebook& codebook, const ActorTable& actors, std::optional<Day> as_of)
      : log_(log), codebook_(codebook), actors_(actors), as_of_(as_of) {
    for (std::uint32_t place = 0; place < log.size(); ++place) take(log.rows()[place], place);
    out_.day = as_of.value_or(last_reported_);
  }

  Audit run() {
    out_.events = latest_.size();
    for (const auto& [key, number] : latest_) look_at(number);
    out_.actors = by_count(actor_counts_);
    out_.dyads = by_count(dyad_counts_);
    out_.codes = by_count(code_counts_);
    list_unknown();
    for (const Dyad& pair : pairs_) look_at_dyad(pair);
    sort_lists();
    return std::move(out_);
  }

 private:
  /// Keeps the latest version of each event known by the audit's day.
  void take(const EventLog::Row& row, std::uint32_t place) {
    const Day reported = log_.reported(row);
    if (as_of_ && reported > *as_of_) return;
    last_reported_ = any_ ? std::max(last_reported_, reported) : reported;
    any_ = true;
    const auto [at, is_new] = latest_.emplace(row.key, place);
    if (is_new) return;
    ++out_.older_versions;
    if (reported > log_.reported(log_.rows()[at->second])) at->second = place;
  }

  Dyad parties(const Event& event) const {
    const Day day = event.date.middle();
    return {actors_.resolve(event.source, day), actors_.resolve(event.target, day)};
  }

  EventRef ref(std::uint32_t number) const {
    const Event event = log_.event(number);
    return {number, event.line, event.id, event.date.middle(), parties(event), event.code};
  }

  void look_at(std::uint32_t number) {
    const Event event = log_.event(number);
    const Dyad dyad = parties(event);
    ++actor_counts_[dyad.source];
    ++actor_counts_[dyad.target];
    ++dyad_counts_[to_text(dyad.canonical())];
    ++code_counts_[event.code];
    if (dyad.source != dyad.target) pairs_.insert(dyad.canonical());
    if (!event.reported) ++out_.assumed_reported;
    if (event.affects) out_.third_parties.push_back(ref(number));
    look_at_dates(event, number);
    look_at_code(event, number);
    look_for_twin(event, dyad, number);
  }

  void look_at_dates(const Event& event, std::uint32_t number) {
    if (event.status == Status::scheduled && !event.date.is_open() && event.date.last < out_.day)
      out_.outcome_not_coded.push_back(ref(number));
    if (event.status != Status::scheduled && event.reported && *event.reported < event.date.first)
      out_.reported_before.push_back(ref(number));
  }

  void look_at_code(const Event& event, std::uint32_t number) {
    const CodeEntry* entry = codebook_.find(event.code);
    if (event.until && (!entry || (entry->opens.empty() && entry->closes.empty())))
      out_.idle_until.push_back(ref(number));
    if (entry || event.score) return;
    auto [at, is_new] = unknown_.try_emplace(event.code);
    ++at->second.events;
    if (is_new || number < at->second.first.event) at->second.first = ref(number);
  }

  void look_for_twin(const Event& event, const Dyad& dyad, std::uint32_t number) {
    const auto same = std::make_tuple(event.date, dyad, event.code, event.object);
    const auto [at, is_new] = seen_.emplace(same, number);
    if (is_new) return;
    out_.likely_duplicates.emplace_back(ref(std::min(at->second, number)), ref(std::max(at->second, number)));
  }

  void list_unknown() {
    for (auto& [code, term] : unknown_) {
      term.code = code;
      term.suggestions = codebook_.suggestions(code);
      out_.unknown.push_back(std::move(term));
    }
  }

  /// What only shows when the events of a pair are put side by side.
  void look_at_dyad(const Dyad& pair) {
    Selection selection;
    selection.dyad = pair;
    selection.as_of = as_of_;
    selection.actors = actors_;
    const std::vector<CodedEvent> events = select(log_, selection);
    const std::vector<CodedEvent> kept = one_a_day(events);
    out_.repeats += events.size() - kept.size();
    for (const CodedEvent& e : mirrors_once(kept, mirror_test(log_, codebook_))) mirrored_ += e.weight == 0.5 ? 1U : 0U;
    out_.mirrored_pairs = mirrored_ / 2;
    look_at_measures(code_events(log_, selection, codebook_, CodingRules::chronology()).acts);
  }

  void look_at_measures(const std::vector<Act>& acts) {
    const MeasureHistory history = measure_history(acts);
    for (const MeasureSpell& spell : history.spells)
      if (spell.to > out_.day)
        out_.open_measures.push_back(
            {ref(spell.opening_event), spell.measure, spell.object, spell.points, out_.day - spell.from});
    for (const std::uint32_t number : history.closings_without_opening)
      out_.closings_without_opening.push_back(ref(number));
  }

  void sort_lists() {
    const auto earlier = [](const EventRef& a, const EventRef& b) { return a.event < b.event; };
    for (auto* list : {&out_.closings_without_opening, &out_.outcome_not_coded, &out_.third_parties, &out_.idle_until,
                       &out_.reported_before})
      std::sort(list->begin(), list->end(), earlier);
    std::sort(out_.likely_duplicates.begin(), out_.likely_duplicates.end(), [&](const auto& a, const auto& b) {
      return std::tie(a.first.event, a.second.event) < std::tie(b.first.event, b.second.event);
    });
    std::stable_sort(out_.unknown.begin(), out_.unknown.end(),
                     [](const UnknownTerm& a, const UnknownTerm& b) { return a.events > b.events; });
    std::sort(out_.open_measures.begin(), out_.open_measures.end(), [](const OpenMeasure& a, const OpenMeasure& b) {
      return std::tie(b.age, a.opening.event) < std::tie(a.age, b.opening.event);
    });
  }

  const EventLog& log_;
  const Codebook& codebook_;
  const ActorTable& actors_;
  std::optional<Day> as_of_;
  Day last_reported_;
  bool any_ = false;
  std::map<EventKey, std::uint32_t> latest_;
  Counts actor_counts_, dyad_counts_, code_counts_;
  std::set<Dyad> pairs_;
  std::map<std::string, UnknownTerm> unknown_;
  std::map<std::tuple<DateSpan, Dyad, std::string, std::string>, std::uint32_t> seen_;
  std::size_t mirrored_ = 0;
  Audit out_;
};

}  // namespace

Audit audit(const EventLog& log, const Codebook& codebook, const ActorTable& actors, std::optional<Day> as_of) {
  return Auditor(log, codebook, actors, as_of).run();
}

}  // namespace detente
