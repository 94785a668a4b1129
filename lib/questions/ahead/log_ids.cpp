#include "questions/ahead/log_ids.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "contracts/log_internals.hpp"
#include "detente/ground/text.hpp"

namespace detente::detail {
namespace {

std::vector<std::string> quoted(std::vector<std::string> words) {
  for (std::string& word : words) word = fmt::format("'{}'", visible(word));
  return words;
}

}  // namespace

LogIds::LogIds(const EventLog& log, std::optional<Day> as_of) : log_(&log), as_of_(as_of) {
  for (const EventRow& row : log.rows())
    if (row.identity != Identity::content)
      if (const std::string_view id = LogInternals::id(log, row.number); !id.empty())
        take(row, id, LogInternals::source_name(log, row.number));
}

void LogIds::take(const EventRow& row, std::string_view id, std::string source_name) {
  std::vector<Entry>& entries = by_id_[std::string(id)];
  const Day reported = log_->reported(row);
  auto entry = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == row.key; });
  if (entry == entries.end()) entry = entries.insert(entry, {row.key, std::move(source_name), {}, reported});
  entry->first_reported = std::min(entry->first_reported, reported);
  if (as_of_ && reported > *as_of_) return;
  const auto rank = [&](const EventRow& r) {
    return std::tuple(log_->reported(r), log_->revision(r).value_or(0), r.status == Status::cancelled);
  };
  if (!entry->counts || rank(*entry->counts) < rank(row)) entry->counts = row;
}

std::vector<const LogIds::Entry*> LogIds::entries_of(const EventName& name) const {
  std::vector<const Entry*> out;
  if (const auto at = by_id_.find(name.id); at != by_id_.end())
    for (const Entry& entry : at->second)
      if (name.source_name.empty() || entry.source_name == name.source_name) out.push_back(&entry);
  return out;
}

bool LogIds::has(const EventName& name) const { return !entries_of(name).empty(); }

std::optional<LogIds::Found> LogIds::find(const EventName& name, std::string& why) const {
  const std::vector<const Entry*> entries = entries_of(name);
  if (entries.empty()) {
    std::vector<std::string> ids;
    for (const auto& [id, of] : by_id_) ids.push_back(id);
    const std::vector<std::string> near = quoted(nearest(name.id, ids));
    why = ids.empty()    ? "no event has an id"
          : near.empty() ? fmt::format("no event has this id; the {} ids begin with '{}'", ids.size(), visible(ids[0]))
                         : fmt::format("no event has this id; the nearest are {}", listed(near));
    return std::nullopt;
  }
  if (entries.size() > 1) {
    why = fmt::format("{} events have this id; a column 'source_name' may say whose is meant", entries.size());
    return std::nullopt;
  }
  const Entry& entry = *entries.front();
  if (!entry.counts) {
    why = fmt::format("it was reported on {}, after the as-of day {}", detente::to_text(entry.first_reported),
                      detente::to_text(*as_of_));
    return std::nullopt;
  }
  return Found{entry.key, log_->event(*entry.counts)};
}

}  // namespace detente::detail
