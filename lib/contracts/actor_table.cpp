#include "detente/contracts/actor_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <span>

#include "contracts/roll_up.hpp"
#include "detente/ground/delimited.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"

namespace detente {
using namespace detail;
namespace {

[[noreturn]] void fail(std::string_view path, const Record& record, std::string_view text, std::string_view rule) {
  throw InputError(ErrorCode::bad_table, fmt::format("{}:{}: '{}': {}", path, record.line, text, rule));
}

std::optional<Day> optional_day(std::string_view path, const Record& record, std::string_view text) {
  if (text.empty()) return std::nullopt;
  const Parsed<Day> day = parse_day(text);
  if (!day) fail(path, record, text, day.rule());
  return *day;
}

/// "COL until 2022-08-07", "VEN from 2022-01-01"
std::string said(const ActorRow& row) {
  return row.parent + (row.from ? " from " + to_text(*row.from) : "") + (row.to ? " to " + to_text(*row.to) : "");
}

/// On every day an actor may have at most one parent, because otherwise the order of the rows would decide. Rows that
/// repeat the same parent are harmless.
void check_one_parent_a_day(std::span<const ActorRow> rows) {
  constexpr Day first{std::numeric_limits<std::int32_t>::min()}, last{std::numeric_limits<std::int32_t>::max()};
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const Day from = std::max(rows[i].from.value_or(first), rows[j].from.value_or(first));
      const Day to = std::min(rows[i].to.value_or(last), rows[j].to.value_or(last));
      if (from <= to && rows[i].parent != rows[j].parent)
        throw_invalid("actor", rows[i].actor,
                      fmt::format("has two parents at a time: {} and {}", said(rows[j]), said(rows[i])));
    }
}

ActorNames names_in(std::span<const ActorRow> rows) {
  std::map<std::string, std::string> names;
  for (const ActorRow& row : rows) {
    if (row.label.empty()) continue;
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (!is_utf8(row.label) || std::any_of(row.label.begin(), row.label.end(), is_control))
      throw_invalid("label", row.actor, "is one line of UTF-8 without control characters");
    const auto [at, is_new] = names.emplace(row.actor, row.label);
    if (!is_new && at->second != row.label)
      throw_invalid("label", row.actor, fmt::format("has two labels: {} and {}", at->second, row.label));
  }
  return ActorNames(std::move(names));
}

}  // namespace

ActorTable::ActorTable(std::vector<ActorRow> rows, RollUp rule) : rule_(rule) {
  names_ = names_in(rows);
  for (ActorRow& row : rows) take(std::move(row));
  for (const auto& [actor, all] : rows_) check_one_parent_a_day(all);
  check_no_circle();
  if (!is_dated_) shorten_chains();
}

void ActorTable::take(ActorRow row) {
  if (row.actor.empty() || (row.parent.empty() && row.label.empty()))
    throw_invalid("actor", row.actor, "an actor is named, and its parent or its label");
  if (row.from && row.to && *row.to < *row.from) throw_invalid("to", to_text(*row.to), "is not before from");
  if (row.parent.empty() && (row.from || row.to))
    throw_invalid("from", row.actor, "days are of a parent; a label has none");
  if (row.parent.empty()) return;
  is_dated_ |= row.from || row.to;
  rows_[row.actor].push_back(std::move(row));
}

/// Follows every actor's parents, visiting each actor once: an actor that is met again before everything above it is
/// done is its own ancestor.
void ActorTable::check_no_circle() const {
  enum class Walk : std::uint8_t { begun, done };
  struct Step {
    const std::string* actor;
    std::size_t next;  ///< row of it to be followed
  };
  std::unordered_map<std::string_view, Walk> walks;
  for (const auto& entry : rows_) {
    std::vector<Step> way;
    const auto enter = [&](const std::string& actor) {
      const auto [at, is_new] = walks.try_emplace(actor, Walk::begun);
      if (!is_new && at->second == Walk::begun) throw_invalid("parent", actor, "the rows lead back to the same actor");
      if (is_new) way.push_back({&actor, 0});
    };
    if (!walks.contains(entry.first)) enter(entry.first);
    while (!way.empty()) {
      const auto at = rows_.find(*way.back().actor);
      if (at != rows_.end() && way.back().next < at->second.size()) {
        const ActorRow& row = at->second[way.back().next++];
        if (row.parent != row.actor) enter(row.parent);
      } else {
        walks[*way.back().actor] = Walk::done;
        way.pop_back();
      }
    }
  }
}

/// Makes every actor of a chain point to the one at the top, so that a long chain is walked once and not for every
/// event.
void ActorTable::shorten_chains() {
  for (auto& entry : rows_) {
    std::vector<ActorRow*> chain{&entry.second.front()};
    const auto above = [&] {  // an actor that is its own parent is at the top
      const ActorRow& row = *chain.back();
      return row.parent == row.actor ? rows_.end() : rows_.find(row.parent);
    };
    for (auto at = above(); at != rows_.end(); at = above()) chain.push_back(&at->second.front());
    for (ActorRow* row : chain) row->parent = chain.back()->parent;
  }
}

ActorTable ActorTable::parse(ByteSource& source, std::string_view path, RollUp rule) {
  DelimitedReader reader(source);
  Record record;
  std::map<std::string, std::size_t> columns;
  std::vector<ActorRow> rows;
  while (reader.next(record)) {
    if (!record.problem.empty()) fail(path, record, record.raw, record.problem);
    if (columns.empty()) {
      for (std::size_t i = 0; i < record.fields.size(); ++i) columns[lower(trim(record.fields[i]))] = i;
      if (!columns.contains("actor") || !columns.contains("parent"))
        fail(path, record, record.raw, "an actor table has the columns actor,parent and may have from,to,label");
      continue;
    }
    const auto field = [&](const char* name) {
      const auto at = columns.find(name);
      return at == columns.end() || at->second >= record.fields.size() ? std::string_view()
                                                                       : trim(record.fields[at->second]);
    };
    rows.push_back({std::string(field("actor")), std::string(field("parent")),
                    optional_day(path, record, field("from")), optional_day(path, record, field("to")),
                    std::string(field("label"))});
  }
  if (columns.empty())
    throw InputError(ErrorCode::bad_table,
                     fmt::format("{} has no header: an actor table begins with actor,parent", path));
  try {
    return ActorTable(std::move(rows), rule);
  } catch (const std::invalid_argument& error) {
    throw InputError(ErrorCode::bad_table, fmt::format("{}: {}", path, error.what()));
  }
}

const ActorRow* ActorTable::row_for(const std::string& actor, Day day) const {
  const auto at = rows_.find(actor);
  if (at == rows_.end()) return nullptr;
  for (const ActorRow& row : at->second)
    if ((!row.from || *row.from <= day) && (!row.to || day <= *row.to)) return &row;
  return nullptr;
}

std::string ActorTable::top(std::string name, Day day) const {
  for (const ActorRow* row = row_for(name, day); row && row->parent != name; row = row_for(name, day))
    name = row->parent;
  return name;
}

std::vector<std::string> ActorTable::possible(std::string_view actor) const {
  if (!is_dated_) return {resolve(actor, Day{})};
  // The answer changes only on days when a row of a possible ancestor begins or ends.
  std::set<Day> days{Day{std::numeric_limits<std::int32_t>::min()}};
  std::set<std::string> above{std::string(actor)};
  std::vector<std::string> open(above.begin(), above.end());
  const auto add = [&](const std::string& name) {
    if (above.insert(name).second) open.push_back(name);
  };
  while (!open.empty()) {
    const std::string name = std::move(open.back());
    open.pop_back();
    if (const auto parent = parent_by(rule_, name)) add(*parent);
    const auto at = rows_.find(name);
    if (at == rows_.end()) continue;
    for (const ActorRow& row : at->second) {
      if (row.from) days.insert(*row.from);
      if (row.to) days.insert(*row.to + 1);
      add(row.parent);
    }
  }
  std::set<std::string> out;
  for (const Day day : days) out.insert(resolve(actor, day));
  return {out.begin(), out.end()};
}

std::string ActorTable::resolve(std::string_view actor, Day day) const {
  std::string name = top(std::string(actor), day);
  if (auto parent = parent_by_rule(name)) return top(std::move(*parent), day);
  return name;
}

std::optional<std::string> ActorTable::parent_by_rule(std::string_view actor) const {
  return rows_.contains(std::string(actor)) ? std::nullopt : parent_by(rule_, actor);
}

}  // namespace detente
