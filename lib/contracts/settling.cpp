#include "contracts/settling.hpp"

#include <fmt/format.h>

#include <boost/sort/pdqsort/pdqsort.hpp>
#include <algorithm>
#include <tuple>

#include "contracts/log_internals.hpp"
#include "values/keys.hpp"

namespace detente::detail {
namespace {

/// A row with everything that the rule compares.
struct Weighed {
  const EventRow* row;
  Day reported;
  std::uint32_t revision;
  bool cancelled;
  EventContent content;

  auto rank() const { return std::tie(reported, revision, cancelled, content, row->number); }
  bool is_rival_of(const Weighed& other) const { return reported == other.reported && revision == other.revision; }
  bool says_that_it_is_a_version(const EventLog& log) const {
    return row->dated_report || log.revision(*row).has_value();
  }
};

std::vector<Weighed> weigh(const EventLog& log, std::span<const EventRow> rows) {
  std::vector<Weighed> out;
  out.reserve(rows.size());
  for (const EventRow& row : rows)
    out.push_back({&row, log.reported(row), log.revision(row).value_or(0), row.status == Status::cancelled,
                   LogInternals::content(log, row)});
  std::sort(out.begin(), out.end(), [](const Weighed& a, const Weighed& b) { return a.rank() < b.rank(); });
  return out;
}

/// Rows with the same reported day and revision, in order: those with the content of the last one are the version that
/// counts, delivered once or more.
const Weighed& settle_rivals(std::span<const Weighed> rivals, Settlement& found) {
  const auto same = [](const Weighed& a, const Weighed& b) { return a.content == b.content; };
  const auto is_winner = [&](const Weighed& w) { return same(w, rivals.back()); };
  const Weighed& winner = *std::find_if(rivals.begin(), rivals.end(), is_winner);
  for (std::size_t i = 0; i < rivals.size(); ++i) {
    if (&rivals[i] == &winner) continue;
    if (i > 0 && same(rivals[i - 1], rivals[i]))
      found.redelivered.push_back(rivals[i].row->number);
    else
      found.conflicting.push_back({winner.row->number, rivals[i].row->number});
  }
  return winner;
}

/// Finds rows with the same id but different content, neither of which says that it is a version: two events with one
/// number.
void look_for_unsaid(const EventLog& log, std::span<const Weighed> rows, Settlement& found) {
  const Weighed* first = nullptr;
  for (const Weighed& w : rows) {
    if (w.row->identity != Identity::unnamed_event || w.says_that_it_is_a_version(log)) continue;
    if (first == nullptr || w.row->number < first->row->number) first = &w;
  }
  for (const Weighed& w : rows) {
    if (first == nullptr || w.says_that_it_is_a_version(log) || w.content == first->content) continue;
    found.unsaid.push_back({first->row->number, w.row->number});
    return;
  }
}

/// Settles rows with the same identity; returns those that stay, in the order in which they come to count.
std::vector<VersionIndex::Version> settle_identity(const EventLog& log, std::span<const EventRow> rows,
                                                   Settlement& found) {
  const std::vector<Weighed> weighed = weigh(log, rows);
  look_for_unsaid(log, weighed, found);
  std::vector<VersionIndex::Version> stay;
  for (std::size_t i = 0, end = 0; i < weighed.size(); i = end) {
    while (end < weighed.size() && weighed[end].is_rival_of(weighed[i])) ++end;
    const Weighed& winner = settle_rivals(std::span(weighed).subspan(i, end - i), found);
    stay.push_back({winner.reported, winner.revision, winner.row->number});
  }
  return stay;
}

void sort_rows(std::span<EventRow> rows) {  // a lambda, because a call through a pointer would be most of the cost
  boost::sort::pdqsort_branchless(rows.begin(), rows.end(),
                                  [](const EventRow& a, const EventRow& b) { return row_before(a, b); });
}

/// Equal events can differ only in what people read about them; they are sorted by that, so that the order of arrival
/// does not matter.
void sort_by_what_is_told(const EventLog& log, std::span<EventRow> equal) {
  std::vector<std::pair<std::uint64_t, EventRow>> rows;
  for (const EventRow& row : equal) rows.emplace_back(LogInternals::content(log, row).told, row);
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second.number) < std::tie(b.first, b.second.number);
  });
  for (std::size_t i = 0; i < equal.size(); ++i) equal[i] = rows[i].second;
}

/// Whether a row of that day already has the key.
bool is_taken(std::span<const EventRow> rows, Day day, EventKey key) {
  EventRow sought{key, day};
  const auto at = std::lower_bound(rows.begin(), rows.end(), sought,
                                   [](const EventRow& a, const EventRow& b) { return row_before(a, b); });
  return at != rows.end() && at->first == day && at->key == key;
}

struct NewKey {
  std::size_t place;
  EventKey key;
};

/// Gives rows with the same content, except the first, keys with occurrence numbers.
void number_occurrences(const EventLog& log, std::span<EventRow> rows, std::size_t from, std::size_t end, bool again,
                        std::vector<NewKey>& keys) {
  if (LogInternals::has_extra(log)) sort_by_what_is_told(log, rows.subspan(from, end - from));
  const EventRow& first = rows[from];
  std::uint64_t occurrence = 0;
  for (std::size_t i = from + 1; i < end; ++i) {
    EventKey key = key_of_occurrence(first.key, ++occurrence);
    while (again && is_taken(rows, first.first, key)) key = key_of_occurrence(first.key, ++occurrence);
    keys.push_back({i, key});
  }
}

}  // namespace

void settle_dyad(const EventLog& log, std::span<EventRow> rows, bool again, Settlement& found) {
  sort_rows(rows);
  std::vector<NewKey> keys;
  for (std::size_t i = 0, end = 0; i < rows.size(); i = end) {
    end = i + 1;
    while (end < rows.size() && rows[end].first == rows[i].first && rows[end].key == rows[i].key) ++end;
    if (end == i + 1) continue;
    if (rows[i].identity == Identity::content)
      number_occurrences(log, rows, i, end, again, keys);
    else if (rows[i].identity == Identity::report)
      settle_identity(log, rows.subspan(i, end - i), found);
  }
  for (const NewKey& moved : keys) rows[moved.place].key = moved.key;
  if (!keys.empty()) sort_rows(rows);
}

void settle_versions(const EventLog& log, std::span<const EventRow> rows, Settlement& found, VersionIndex& versions) {
  std::vector<EventRow> moving;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(moving), can_move);
  std::sort(moving.begin(), moving.end(),
            [](const EventRow& a, const EventRow& b) { return std::tie(a.key, a.number) < std::tie(b.key, b.number); });
  for (std::size_t i = 0, end = 0; i < moving.size(); i = end) {
    while (end < moving.size() && moving[end].key == moving[i].key) ++end;
    if (end == i + 1) continue;
    auto stay = settle_identity(log, std::span(moving).subspan(i, end - i), found);
    if (stay.size() > 1) versions.set(moving[i].key, std::move(stay));
  }
}

void refuse_unsaid(const EventLog& log, const Settlement& found) {
  if (found.unsaid.empty()) return;
  const RowPair& pair = found.unsaid.front();
  throw RepeatedIds(fmt::format("id: '{}' names two events that say different things, and whose ids they are was not "
                                "said: name the source of each, or say `reported` or `revision` of the later version",
                                LogInternals::id(log, pair.second)),
                    found.unsaid);
}

}  // namespace detente::detail
