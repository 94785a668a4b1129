#include "output/page/page_anchors.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <set>

namespace detente::detail::page {
namespace {

bool may_stand_in_id(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
}

/// Letters and digits of ASCII, all else as "-"; cut to 60.
std::string slug(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, 60)) out += may_stand_in_id(c) ? c : '-';
  return out;
}

std::string name_of(const EventMark& e) {
  const Event& s = e.source;
  return s.id.empty() ? slug(to_text(s.date.first) + "-" + s.source + "-" + s.target + "-" + s.code) : slug(s.id);
}

/// How often each name was asked for.
using Taken = std::map<std::string, std::size_t>;

/// The name, or with a number behind it if it is taken. A name with a number may be another's own name, so it is taken
/// too.
std::string unique(const std::string& name, Taken& taken) {
  std::size_t& times = taken[name];
  std::string out = name;
  while (++times > 1) {
    out = name + "-" + std::to_string(times);
    if (taken.emplace(out, 1).second) break;
  }
  return out;
}

/// What an event contributes now, or, if the model cannot say, what it added at the time.
double weight_of(const EventMark& e) { return std::abs(e.now ? *e.now : e.impact); }

bool weighs_more(const EventMark* a, const EventMark* b) {
  const double wa = weight_of(*a), wb = weight_of(*b);
  return wa != wb ? wa > wb : std::abs(a->impact) > std::abs(b->impact);
}

bool added_more(const EventMark* a, const EventMark* b) { return std::abs(a->impact) > std::abs(b->impact); }

template <class Before>
void take_first(std::set<EventId>& taken, std::vector<const EventMark*> from, std::size_t most, Before before) {
  std::stable_sort(from.begin(), from.end(), before);
  from.resize(std::min(from.size(), most));
  for (const EventMark* e : from) taken.insert(e->event);
}

std::vector<const EventMark*> events_in(const IndexReport& report, const Period& period) {
  std::vector<const EventMark*> out;
  for (const EventMark& e : report.events)
    if (period.contains(e.day)) out.push_back(&e);
  return out;
}

}  // namespace

std::vector<const Movement*> largest_moves(const IndexReport& report) {
  std::vector<const Movement*> out;
  for (const Movement& m : report.movements) out.push_back(&m);
  std::stable_sort(out.begin(), out.end(),
                   [](const Movement* a, const Movement* b) { return std::abs(a->change()) > std::abs(b->change()); });
  out.resize(std::min(out.size(), most_moves));
  return out;
}

std::span<const Movement> latest_moves(const IndexReport& report, const PageOptions& options) {
  const std::span all(report.movements);
  return all.last(std::min(all.size(), options.most_periods));
}

std::optional<Period> peak_period(const IndexReport& report) {
  const IndexRow* highest = nullptr;
  for (const IndexRow& r : report.series.rows) {
    if (report.headline.rank && r.period.contains(report.headline.rank->peak)) return r.period;
    if (r.index && (!highest || *r.index > *highest->index)) highest = &r;
  }
  return highest ? std::optional(highest->period) : std::nullopt;
}

std::vector<const EventMark*> listed_events(const IndexReport& report, const PageOptions& options) {
  std::vector<const EventMark*> all;
  for (const EventMark& e : report.events) all.push_back(&e);
  std::stable_sort(all.begin(), all.end(), weighs_more);
  std::set<EventId> taken;
  take_first(taken, all, options.top_events, weighs_more);
  if (const auto peak = peak_period(report))
    take_first(taken, events_in(report, *peak), options.top_events, added_more);
  for (const Movement* m : largest_moves(report))
    for (const Mover& mover : m->movers) taken.insert(mover.event);
  std::erase_if(all, [&](const EventMark* e) { return !taken.contains(e->event); });
  return all;
}

chart::ChartLinks anchors_of(const IndexReport& report, const PageOptions& options) {
  chart::ChartLinks out;
  Taken taken;
  std::set<EventId> listed;
  for (const EventMark* e : listed_events(report, options)) listed.insert(e->event);
  for (const EventMark& e : report.events) {  // all, so that the ids do not depend on what is listed
    std::string id = unique("event-" + name_of(e), taken);
    if (listed.contains(e.event)) out.events.emplace(e.event, std::move(id));
  }
  for (const Movement& m : latest_moves(report, options))
    out.periods.emplace(m.period.first, "moved-" + slug(m.period.label()));
  return out;
}

}  // namespace detente::detail::page
