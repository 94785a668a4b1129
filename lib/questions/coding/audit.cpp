#include "detente/questions/coding/audit.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <utility>

#include "contracts/latest_versions.hpp"
#include "contracts/log_internals.hpp"
#include "contracts/parties.hpp"
#include "detente/contracts/act_label.hpp"
#include "detente/contracts/coding.hpp"
#include "detente/contracts/measures.hpp"
#include "questions/coding/by_count.hpp"

namespace detente {
using namespace detail;
namespace {

struct Unknown {
  std::size_t events = 0;
  const EventRow* first = nullptr;
};

/// Reads the log once and then answers each question.
class Auditor {
 public:
  Auditor(const EventLog& log, const Codebook& codebook, const ActorTable& actors, std::optional<Day> as_of,
          const StatusWeights& status)
      : log_(log),
        codebook_(codebook),
        actors_(actors),
        as_of_(as_of),
        status_(status),
        in_brief_(log.is_arranged() && LogInternals::is_plain(log)),
        mirrors_(mirror_test(log, codebook)),
        shared_(shared_numbers(log, codebook)),
        settled_(log) {
    take_latest();
    out_.day = as_of.value_or(last_reported_);
    out_.codebook = codebook.name();
    out_.codebook_hash = codebook.hash();
  }

  Audit run() {
    out_.events = rows_.size();
    for (const EventRow* row : rows_) count(*row);
    if (!in_brief_)
      for (const EventRow* row : rows_) look_at(*row);
    name_counts();
    list_unknown();
    list_taken();
    look_at_pairs();
    sort_lists();
    return std::move(out_);
  }

 private:
  /// Of the events known by the audit's day the version that counts, in the order in which they were read.
  void take_latest() {
    bool none = true;
    for (const EventRow& row : settled_.rows()) {
      const Day reported = log_.reported(row);
      if (as_of_ && reported > *as_of_) continue;
      last_reported_ = std::exchange(none, false) ? reported : std::max(last_reported_, reported);
      ++out_.older_versions;
    }
    rows_ = detail::latest_versions(log_, settled_, as_of_);
    out_.older_versions -= rows_.size();
    std::sort(rows_.begin(), rows_.end(), [](const EventRow* a, const EventRow* b) { return a->id() < b->id(); });
  }

  // ---- counts, which every event goes into ----

  void count(const EventRow& row) {
    ++by_dyad_[row.dyad];
    ++by_code_[row.code];
    if (!row.dated_report)
      ++out_.assumed_reported;
    else if (log_.date(row).is_exact())
      ++out_.lags[log_.reported(row) - row.first];
    look_at_code(row);
  }

  void look_at_code(const EventRow& row) {
    if (codebook_.find(log_.codes()[row.code]) || log_.score(row)) return;
    auto [at, is_new] = unknown_.try_emplace(row.code);
    ++at->second.events;
    if (is_new) at->second.first = &row;
  }

  /// Calls `look(dyad, day, events)` for the events of each dyad as written, or one by one if actors change parents.
  template <class Look>
  void for_each_dyad(Look look) const {
    if (!actors_.is_dated()) {
      for (const auto& [number, events] : by_dyad_) look(log_.dyads()[number], Day{}, events);
      return;
    }
    for (const EventRow* row : rows_) look(log_.dyads()[row->dyad], log_.date(*row).middle(), 1);
  }

  void name_counts() {
    Counts actors, dyads, codes;
    for_each_dyad([&](const EventLog::DyadIds& ids, Day day, std::size_t events) {
      const Dyad dyad{actors_.resolve(log_.actors()[ids.source], day), actors_.resolve(log_.actors()[ids.target], day)};
      actors[dyad.source] += events;
      actors[dyad.target] += events;
      if (dyad.source == dyad.target)
        out_.within_one_actor += events;
      else
        dyads[to_text(dyad.canonical())] += events;
    });
    for (const auto& [number, events] : by_code_) codes[code_of(log_.codes()[number])] += events;
    out_.rolled_up = roll_ups_by_rule(log_, actors_);
    out_.actors = by_count(actors);
    out_.dyads = by_count(dyads);
    out_.codes = by_count(codes);
    out_.objects = by_count(objects_);
  }

  // ---- what a coder of single events wants to see ----

  /// As the codebook spells it.
  std::string code_of(const std::string& written) const {
    const CodeEntry* entry = codebook_.find(written);
    return entry ? entry->code : written;
  }

  EventRef ref(const EventRow& row) const {
    const Event event = log_.event(row);
    const std::string code = code_of(event.code), words = code.empty() ? act_label(event, &codebook_) : "";
    return {row.id(), event.line, event.id, event.date.middle(), parties_of(event, actors_), code, words};
  }

  void look_at(const EventRow& row) {
    const Event event = log_.event(row);
    if (!event.object.empty()) ++objects_[event.object];
    if (event.affects) out_.third_parties.add(ref(row));
    look_at_dates(event, row);
    const CodeEntry* entry = codebook_.find(event.code);
    if (event.until && (!entry || (entry->opens.empty() && entry->closes.empty()))) out_.idle_until.add(ref(row));
  }

  void look_at_dates(const Event& event, const EventRow& row) {
    if (event.status == Status::scheduled && !event.date.is_open() && event.date.last < out_.day)
      out_.outcome_not_coded.add(ref(row));
    if (event.status != Status::scheduled && event.reported && *event.reported < event.date.first)
      out_.reported_before.add(ref(row));
  }

  void list_unknown() {
    const TermSuggester suggester(codebook_);
    for (const auto& [number, found] : unknown_) {
      const std::string& code = log_.codes()[number];
      out_.unknown.push_back({code, found.events, ref(*found.first), suggester.of(code)});
    }
    std::sort(out_.unknown.begin(), out_.unknown.end(),
              [](const UnknownTerm& a, const UnknownTerm& b) { return a.code < b.code; });
  }

  void list_taken() {
    for (const auto& [number, events] : by_code_) {
      const std::string& written = log_.codes()[number];
      if (std::string code = code_of(written); code != written)
        out_.taken.push_back({written, std::move(code), events});
    }
    std::sort(out_.taken.begin(), out_.taken.end(), [](const TakenTerm& a, const TakenTerm& b) {
      return a.events != b.events ? a.events > b.events : a.written < b.written;
    });
  }

  // ---- what only shows when the events of a pair are put side by side ----

  using Rows = std::vector<const EventRow*>;

  /// The events of each pair. Actors that change parents are looked up event by event.
  std::map<Dyad, Rows> pairs() const {
    std::map<Dyad, Rows> out;
    std::unordered_map<std::uint32_t, Rows*> known;
    for (const EventRow* row : rows_) {
      Rows*& events = known[row->dyad];
      if (!events || actors_.is_dated()) events = &out[pair_of(*row)];
      events->push_back(row);
    }
    std::erase_if(out, [](const auto& pair) { return pair.first.source == pair.first.target; });
    return out;
  }

  Dyad pair_of(const EventRow& row) const {
    const auto& ids = log_.dyads()[row.dyad];
    const Day day = log_.date(row).middle();
    return Dyad{actors_.resolve(log_.actors()[ids.source], day), actors_.resolve(log_.actors()[ids.target], day)}
        .canonical();
  }

  void look_at_pairs() {
    Selection selection;
    selection.as_of = as_of_;
    selection.actors = actors_;
    for (const auto& [pair, rows] : pairs()) {
      selection.dyad = pair;
      look_at_pair(events_of(selection, rows));
      if (!in_brief_) look_for_twins(rows);
    }
    out_.mirrored_pairs = mirrored_ / 2;
  }

  std::vector<CodedEvent> events_of(const Selection& selection, const Rows& rows) const {
    std::vector<EventRow> own;
    own.reserve(rows.size());
    for (const EventRow* row : rows) own.push_back(*row);
    return select(log_, own, selection);
  }

  void look_at_pair(const std::vector<CodedEvent>& events) {
    const std::vector<CodedEvent> kept = one_a_day(events, shared_);
    out_.repeats += events.size() - kept.size();
    for (const CodedEvent& e : mirrors_once(kept, mirrors_)) mirrored_ += e.weight == 0.5 ? 1U : 0U;
    if (codebook_.defines_measures())
      look_at_measures(score_events(log_, weigh_status(events, status_), codebook_, true, actors_).acts);
  }

  /// Events of one pair, in the order in which they were read.
  void look_for_twins(const Rows& rows) {
    std::map<std::tuple<DateSpan, Dyad, std::string, std::string>, const EventRow*> seen;
    for (const EventRow* row : rows) {
      const Event event = log_.event(*row);
      // Without a code, the note says what the act was.
      const std::string what = event.code.empty() ? event.note : code_of(event.code);
      const auto [at, is_new] =
          seen.emplace(std::make_tuple(event.date, parties_of(event, actors_), what, event.object), row);
      if (!is_new) out_.likely_duplicates.add({ref(*at->second), ref(*row)});
    }
  }

  EventRef ref_of(EventId id) {
    const auto found = std::lower_bound(rows_.begin(), rows_.end(), id,
                                        [](const EventRow* row, EventId wanted) { return row->id() < wanted; });
    return ref(**found);
  }

  void look_at_measures(const std::vector<Act>& acts) {
    const MeasureHistory history = measure_history(acts);
    for (const MeasureSpell& spell : history.spells)
      if (spell.to > out_.day)
        out_.open_measures.add(
            {ref_of(spell.opening_event), spell.measure, spell.object, spell.points, out_.day - spell.from});
    for (const EventId id : history.closings_without_opening) out_.closings_without_opening.add(ref_of(id));
  }

  void sort_lists() {
    const auto earlier = [](const EventRef& a, const EventRef& b) { return a.event < b.event; };
    for (auto* list : {&out_.closings_without_opening, &out_.outcome_not_coded, &out_.third_parties, &out_.idle_until,
                       &out_.reported_before})
      std::sort(list->list().begin(), list->list().end(), earlier);
    const std::span twins = out_.likely_duplicates.list();
    std::sort(twins.begin(), twins.end(), [&](const auto& a, const auto& b) {
      return a.first.event == b.first.event ? earlier(a.second, b.second) : earlier(a.first, b.first);
    });
    std::stable_sort(out_.unknown.begin(), out_.unknown.end(),
                     [](const UnknownTerm& a, const UnknownTerm& b) { return a.events > b.events; });
    // Those of one age stay in the order of pairs, which does not depend on arrival.
    const std::span open = out_.open_measures.list();
    std::stable_sort(open.begin(), open.end(),
                     [](const OpenMeasure& a, const OpenMeasure& b) { return a.age > b.age; });
  }

  const EventLog& log_;
  const Codebook& codebook_;
  const ActorTable& actors_;
  std::optional<Day> as_of_;
  StatusWeights status_;
  Day last_reported_;
  /// Whether events are machine-coded, so that they are counted by kind and not listed one by one.
  bool in_brief_;
  MirrorTest mirrors_;
  SharedNumbers shared_;
  detail::SettledRows settled_;
  /// In the order in which they were read.
  std::vector<const EventRow*> rows_;
  std::map<std::uint32_t, std::size_t> by_dyad_;
  std::map<std::uint16_t, std::size_t> by_code_;
  std::map<std::uint16_t, Unknown> unknown_;
  Counts objects_;
  std::size_t mirrored_ = 0;
  Audit out_;
};

}  // namespace

Audit audit(const EventLog& log, const Codebook& codebook, const ActorTable& actors, std::optional<Day> as_of,
            const StatusWeights& status) {
  return Auditor(log, codebook, actors, as_of, status).run();
}

}  // namespace detente
