#include "detente/questions/ahead/what_if.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "contracts/log_internals.hpp"
#include "detente/contracts/changed_log.hpp"
#include "detente/detail/enum_names.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "questions/ahead/log_ids.hpp"
#include "questions/relation/assumptions.hpp"
#include "questions/relation/changed_path.hpp"
#include "questions/relation/index_rows.hpp"
#include "questions/relation/periods.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<ChangeKind, 3> kind_names{{
    {ChangeKind::insert, "insert"},
    {ChangeKind::remove, "remove"},
    {ChangeKind::alter, "alter"},
}};

using Path = std::vector<std::optional<double>>;
using Texts = std::vector<std::pair<const char*, std::string>>;

std::string text_of(const std::optional<Day>& day) { return day ? to_text(*day) : std::string(); }

Texts texts_of(const Event& e) {
  return {{"date", to_text(e.date)},
          {"until", text_of(e.until)},
          {"source", e.source},
          {"target", e.target},
          {"event", e.code},
          {"object", e.object},
          {"issue", e.issue},
          {"status", std::string(to_text(e.status))},
          {"claim", std::string(to_text(e.claim))},
          {"affects", e.affects ? to_text(*e.affects) : std::string()},
          {"spill", shortest(e.spill)},
          {"count", std::to_string(e.count)},
          {"mentions", std::to_string(e.mentions)},
          {"reported", text_of(e.reported)},
          {"revision", e.revision ? std::to_string(*e.revision) : std::string()},
          {"score", shortest(e.score)},
          {"sd", shortest(e.sd)},
          {"quad", e.quad ? std::string(to_text(*e.quad)) : std::string()},
          {"note", e.note},
          {"url", e.url}};
}

LogIds::Found event_named(const EventLog& log, const EventName& name, std::optional<Day> as_of) {
  std::string why;
  if (auto event = LogIds(log, as_of).find(name, why)) return std::move(*event);
  throw InputError(ErrorCode::unknown_name, fmt::format("id '{}': {}", visible(name.id), why), "EventName::id");
}

LogChanges log_changes(std::span<const EventChange> changes) {
  LogChanges out;
  for (const EventChange& change : changes) switch (change.kind) {
      case ChangeKind::insert: out.inserted.push_back(change.after); break;
      case ChangeKind::remove: out.removed.push_back(change.key); break;
      case ChangeKind::alter: out.replaced.emplace_back(change.key, change.after); break;
    }
  return out;
}

void require_apart(std::span<const EventChange> changes) {
  if (changes.empty()) throw_invalid("changes", "", "there is at least one");
  std::set<EventKey> keys;
  for (const EventChange& change : changes)
    if (change.kind != ChangeKind::insert && !keys.insert(change.key).second)
      throw_invalid("changes", change.before.id, "an event is changed once");
}

EventLog settled(const EventLog& log) {
  EventLog out = log;
  if (!out.is_arranged()) (void)out.arrange();
  return out;
}

std::optional<double> minus(const std::optional<double>& to, const std::optional<double>& from) {
  return to && from ? std::optional(*to - *from) : std::nullopt;
}

std::vector<Compared> compared(const Path& from, const Path& to) {
  std::vector<Compared> out;
  for (std::size_t i = 0; i < from.size(); ++i) out.push_back({from[i], to[i], minus(to[i], from[i])});
  return out;
}

void set_band(std::vector<Compared>& rows, const Band& band, std::size_t first) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].lower = band.lower[first + i];
    rows[i].upper = band.upper[first + i];
  }
}

/// Answers one question.
class WhatIfs {
 public:
  WhatIfs(const EventLog& log, std::span<const EventChange> changes, const WhatIfRequest& request)
      : log_(settled(log)), changes_(changes), request_(request), as_is_(prepare(log_)), changed_(prepare(changes)) {
    require_sampled_at_end(request.scoring.model, request.at);
    const Window shown{std::min(as_is_.shown.first, changed_.shown.first),
                       std::max(as_is_.shown.end, changed_.shown.end)};
    days_ = every_day(std::min({as_is_.days.front(), changed_.days.front(), shown.first}), shown.end);
    for (History* history : {&as_is_, &changed_}) {
      history->days = days_;
      history->shown = shown;
    }
    shown_ = static_cast<std::size_t>(shown.first - days_.front());
    was_ = path_of(as_is_.coding.acts);
  }

  WhatIf answer() const {
    WhatIf out{.pair = chosen_dyad(request_.selection.dyad.canonical(), request_.scoring.direction),
               .direction = request_.scoring.direction,
               .at = request_.at,
               .changes = {changes_.begin(), changes_.end()}};
    const Path would = path_of(changed_.coding.acts);
    out.days.assign(days_.begin() + static_cast<std::ptrdiff_t>(shown_), days_.end());
    out.daily = compared(shown(was_), shown(would));
    out.periods = shown_periods(as_is_, request_.every);
    out.by_period = compared(sample_periods(out.periods, request_.at, days_, was_),
                             sample_periods(out.periods, request_.at, days_, would));
    take_effects(out, would);
    take_band(out);
    out.unknown = changed_.coding.unknown;
    out.provenance = provenance_of(request_.selection, request_.scoring);
    out.provenance.assumptions = assumptions_of(changed_.coding).sentences();
    if (request_.band) out.provenance.band = to_text(*request_.band);
    return out;
  }

 private:
  History prepare(const EventLog& log) const {
    return detente::prepare(log, request_.selection, request_.scoring, request_.every, request_.from, request_.to);
  }
  /// The history with the changes; without any event, if none is left, over the days of the other.
  History prepare(std::span<const EventChange> changes) const {
    const EventLog other = changed_log(log_, log_changes(changes));
    Coding coding = code(other);
    if (coding.events > 0) return prepare(other);
    return {.coding = std::move(coding), .days = as_is_.days, .shown = as_is_.shown};
  }

  Coding code(const EventLog& log) const {
    const Scoring& how = request_.scoring;
    return code_events(log, request_.selection, how.codebook, how.rules, how.own_scores);
  }

  Path path_of(std::span<const Act> acts) const {
    const Scoring& how = request_.scoring;
    return index_path(score(how.model, acts, days_, how.direction), days_, how).index;
  }
  Path shown(const Path& path) const { return {path.begin() + static_cast<std::ptrdiff_t>(shown_), path.end()}; }

  /// Throws unless the change concerns an event of the relation, before it or after it.
  void require_concerned(const EventChange& change, const Coding& with) const {
    const std::uint32_t first_new = LogInternals::next_number(log_);
    const auto is_new = [&](EventId id) { return id.value >= first_new; };
    const auto is_it = [&](EventId id) { return id_of(change) && id == *id_of(change); };
    const auto any = [](const Coding& coding, const auto& is) {
      return std::any_of(coding.acts.begin(), coding.acts.end(), [&](const Act& act) { return is(act.event); }) ||
             std::any_of(coding.third_parties.begin(), coding.third_parties.end(), is);
    };
    if (any(with, is_new) || any(as_is_.coding, is_it)) return;
    const Event& event = change.kind == ChangeKind::remove ? change.before : change.after;
    const std::string where = change.place.empty() ? std::string() : visible_path(change.place) + ": ";
    throw InputError(
        ErrorCode::no_events,
        fmt::format("{}to {} {} {} of {} changes nothing of {}: it is not between the two, not on the issue asked for, "
                    "not reported "
                    "by the as-of day, or a rule of the coding leaves it out; nothing is changed",
                    where, to_text(change.kind), to_text(event.date), visible(event.code),
                    visible(to_text(Dyad{event.source, event.target})), to_text(request_.selection.dyad)));
  }
  /// The act of the history as it is.
  std::optional<EventId> id_of(const EventChange& change) const {
    if (change.kind == ChangeKind::insert) return std::nullopt;
    const auto same = [&](const EventRow& row) { return row.key == change.key && has_act(row.id()); };
    const auto rows = log_.rows();
    const auto found = std::find_if(rows.begin(), rows.end(), same);
    return found == rows.end() ? std::nullopt : std::optional(found->id());
  }
  bool has_act(EventId id) const {
    const auto& acts = as_is_.coding.acts;
    const auto& others = as_is_.coding.third_parties;
    return std::any_of(acts.begin(), acts.end(), [&](const Act& act) { return act.event == id; }) ||
           std::find(others.begin(), others.end(), id) != others.end();
  }

  ChangeEffect effect(const Path& would, Day largest_day) const {
    const Furthest most = furthest(days(), shown(was_), shown(would));
    const auto at = static_cast<std::size_t>(largest_day - days_.front());
    return {minus(would.back(), was_.back()), minus(would[at], was_[at]), most.difference, most.day};
  }
  std::span<const Day> days() const { return std::span(days_).subspan(shown_); }

  void take_effects(WhatIf& out, const Path& would) const {
    const Furthest most = furthest(days(), shown(was_), shown(would));
    const Day largest = most.difference ? most.day : days_.back();
    out.together = effect(would, largest);
    for (const EventChange& change : changes_) {
      const Coding coding = code(changed_log(log_, log_changes(std::span(&change, 1))));
      require_concerned(change, coding);
      out.alone.push_back(effect(path_of(coding.acts), largest));
    }
    out.interaction_on_last = rest(out, &ChangeEffect::on_last);
    out.interaction_on_largest = rest(out, &ChangeEffect::on_largest);
  }

  static std::optional<double> rest(const WhatIf& out, std::optional<double> ChangeEffect::*effect) {
    std::optional<double> rest = out.together.*effect;
    for (const ChangeEffect& alone : out.alone) rest = minus(rest, alone.*effect);
    return rest;
  }

  void take_band(WhatIf& out) const {
    out.band = request_.band;
    if (!request_.band) return;
    const Bands bands = difference_bands(as_is_, changed_, request_.scoring, out.periods, request_.at, *request_.band);
    set_band(out.daily, bands.daily, shown_);
    set_band(out.by_period, bands.periods, 0);
  }

  EventLog log_;
  std::span<const EventChange> changes_;
  const WhatIfRequest& request_;
  History as_is_, changed_;
  std::vector<Day> days_;
  std::size_t shown_ = 0;  ///< the first shown of the days
  Path was_;
};

}  // namespace

std::string_view to_text(ChangeKind kind) { return name_of(kind_names, kind); }

std::optional<ChangeKind> parse_change_kind(std::string_view text) { return value_of(kind_names, text); }

std::vector<AlteredField> altered_fields(const Event& before, const Event& after) {
  std::vector<AlteredField> out;
  const Texts from = texts_of(before), to = texts_of(after);
  for (std::size_t i = 0; i < from.size(); ++i)
    if (from[i].second != to[i].second) out.push_back({from[i].first, from[i].second, to[i].second});
  return out;
}

EventChange insertion(Event event) {
  require_sound(event);
  return {.kind = ChangeKind::insert, .after = std::move(event)};
}

EventChange removal(const EventLog& log, const EventName& name, std::optional<Day> as_of) {
  const LogIds::Found event = event_named(log, name, as_of);
  return {.kind = ChangeKind::remove, .key = event.key, .before = event.event};
}

EventChange alteration(const EventLog& log, const EventName& name, Event after, std::optional<Day> as_of) {
  require_sound(after);
  const LogIds::Found event = event_named(log, name, as_of);
  return {.kind = ChangeKind::alter, .key = event.key, .before = event.event, .after = std::move(after)};
}

WhatIf what_if(const EventLog& log, std::span<const EventChange> changes, const WhatIfRequest& request) {
  require_apart(changes);
  return WhatIfs(log, changes, request).answer();
}

}  // namespace detente
