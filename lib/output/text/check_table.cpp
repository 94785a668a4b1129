#include "detente/output/text/check_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>
#include <span>

#include "detente/codebooks/own_term.hpp"
#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "detente/output/text/text_table.hpp"
#include "output/text/glyphs.hpp"
#include "output/text/look_alikes.hpp"
#include "output/wording/figures.hpp"

namespace detente {
using namespace detail;
namespace {

std::string day_or(const std::optional<Day>& day, const std::string& missing) { return day ? to_text(*day) : missing; }

/// How many lines a section shows; the CSV and the JSON have all.
constexpr std::size_t most_lines = 40;

template <class T>
std::span<const T> shown(std::span<const T> list) {
  return list.first(std::min(most_lines, list.size()));
}
std::string and_more(std::size_t all, std::size_t listed) {
  if (all <= most_lines) return "";
  return fmt::format("and {} more; JSON has {}\n", all - most_lines,
                     listed == all ? "them all" : fmt::format("the first {}", listed));
}

std::string damage_of(const FileReport& f) {
  std::string out;
  const std::string name = visible(f.name, SIZE_MAX);
  for (const auto& [reason, rows] : f.set_aside) out += fmt::format("{}: set aside: {} {}\n", name, rows, reason);
  for (const auto& [reason, rows] : f.rejected) out += fmt::format("{}: rejected: {} {}\n", name, rows, reason);
  for (const DamageExample& e : f.examples) out += "  " + to_text(f, e) + "\n";
  if (!f.unknown_columns.empty())
    out += fmt::format("{}: columns that are kept as they are: {}\n", name, unknown_columns_text(f));
  if (!f.unknown_names.empty()) out += fmt::format("{}: unknown names: {}\n", name, unknown_names_text(f));
  return out;
}

std::string damage_of(std::span<const FileReport> files) {
  std::string out;
  std::size_t damaged = 0;
  for (const FileReport& f : files) {
    const std::string damage = damage_of(f);
    if (!damage.empty() && ++damaged <= most_lines) out += damage;
  }
  if (damaged > most_lines) out += fmt::format("and {} more files with such rows\n", damaged - most_lines);
  return out.empty() ? out : "\n" + out;
}

/// Prints the findings of an audit one after the other.
class AuditText {
 public:
  AuditText(const Audit& audit, Script script) : a_(audit), script_(script), glyphs_(Glyphs::of(script)) {}

  std::string text() const {
    return opening() + lags() + roll_ups() + counts("actors", a_.actors) + counts("dyads", a_.dyads) +
           counts("codes", a_.codes) + taken() + unknown() + open_measures() +
           events("Closings that find nothing open (counted as acts)", a_.closings_without_opening) +
           events("Scheduled events past their day, outcome not coded", a_.outcome_not_coded) + duplicates() +
           events("Events of third parties (shown; counted only with a spill)", a_.third_parties) +
           events("An `until` on an act that opens and closes nothing", a_.idle_until) +
           events("Reported before it can have happened", a_.reported_before);
  }

 private:
  std::string opening() const {
    std::string out = fmt::format("As of {}: {}; codebook {}", to_text(a_.day), counted(a_.events, "event"),
                                  visible(a_.codebook, SIZE_MAX));
    const auto say = [&](std::size_t n, std::string_view what) {
      if (n > 0) out += fmt::format("; {} {}", n, what);
    };
    say(a_.older_versions, "older versions set aside");
    say(a_.assumed_reported, "without `reported` (the last day of the date stands in)");
    say(a_.within_one_actor, "within one actor, in no pair");
    say(a_.mirrored_pairs, "mirrored pairs");
    say(a_.repeats, "that one-a-day would drop");
    return out + "\n";
  }

  /// "reported after 0 days 95.2 %, 1 day 2.1 %": the most common lags.
  std::string lags() const {
    constexpr std::size_t most = 6;
    std::vector<std::pair<std::int64_t, std::size_t>> lags(a_.lags.begin(), a_.lags.end());
    std::stable_sort(lags.begin(), lags.end(), [](auto& a, auto& b) { return a.second > b.second; });
    std::size_t all = 0;
    for (const auto& lag : lags) all += lag.second;
    std::vector<std::string> parts;
    for (const auto& [days, events] : std::span(lags).first(std::min(most, lags.size())))
      parts.push_back(fmt::format("{} {} {:.1f} %", days, days == 1 || days == -1 ? "day" : "days",
                                  100 * static_cast<double>(events) / static_cast<double>(all)));
    if (lags.size() > most) parts.push_back(fmt::format("and {} more", lags.size() - most));
    return parts.empty() ? "" : fmt::format("reported after: {}\n", fmt::join(parts, ", "));
  }

  std::string roll_ups() const {
    if (a_.rolled_up.empty()) return "";
    return fmt::format("rolled up by the rule of their format: {}\n", printable(roll_ups_text(a_.rolled_up, 12)));
  }

  /// The most frequent ones on one line.
  static std::string counts(const std::string& name, std::span<const std::pair<std::string, std::size_t>> items) {
    constexpr std::size_t most = 12;
    std::vector<std::string> parts;
    for (const auto& [item, n] : items.first(std::min(most, items.size())))
      parts.push_back(fmt::format("{} {}", item.empty() ? "(no term)" : visible(item), n));
    if (items.size() > most) parts.push_back(fmt::format("and {} more", items.size() - most));
    return parts.empty() ? "" : fmt::format("{}: {}\n", name, fmt::join(parts, ", "));
  }

  static std::string section(const std::string& title, const TextTable& table, std::size_t all, std::size_t listed) {
    return table.empty() ? "" : fmt::format("\n{}:\n{}{}", title, table.text(), and_more(all, listed));
  }
  template <class T>
  static std::string section(const std::string& title, const TextTable& table, const Findings<T>& findings) {
    return section(title, table, findings.all(), findings.size());
  }
  static std::string line_of(const EventRef& e) { return e.line > 0 ? std::to_string(e.line) : std::string(); }

  std::vector<std::string> cells(const EventRef& e) const {
    return {line_of(e), e.id, to_text(e.day), arrow_name(e.dyad, script_), e.code.empty() ? e.words : e.code};
  }

  TextTable event_table(std::vector<TextTable::Column> more = {}) const {
    std::vector<TextTable::Column> columns{{"line", Align::right}, {"id"}, {"day"}, {"direction"}, {"event"}};
    columns.insert(columns.end(), more.begin(), more.end());
    return TextTable(std::move(columns), glyphs_.cut);
  }

  void add(TextTable& table, const EventRef& e, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> line = cells(e);
    line.insert(line.end(), more.begin(), more.end());
    table.add(std::move(line));
  }

  std::string events(const std::string& title, const Findings<EventRef>& list) const {
    TextTable table = event_table();
    for (const EventRef& e : shown(list.list())) add(table, e);
    return section(title, table, list);
  }

  std::string taken() const {
    TextTable table({{"as written"}, {"taken as"}, {"events", Align::right}});
    for (const TakenTerm& t : shown(std::span(a_.taken))) table.add({t.written, t.code, std::to_string(t.events)});
    return section("Terms taken in another spelling", table, a_.taken.size(), a_.taken.size());
  }

  std::string unknown() const {
    TextTable table({{"term"}, {"events", Align::right}, {"first on line", Align::right}, {"nearest known terms"}});
    for (const UnknownTerm& t : shown(std::span(a_.unknown)))
      table.add({t.code, std::to_string(t.events), line_of(t.first), to_text(t.suggestions)});
    if (table.empty()) return "";
    return section("Unknown terms (not scored)", table, a_.unknown.size(), a_.unknown.size()) +
           how_to_add(a_.codebook, a_.unknown.front().code) + "\n";
  }

  std::string open_measures() const {
    TextTable table = event_table({{"measure"}, {"object"}, {"points", Align::right}, {"days open", Align::right}});
    for (const OpenMeasure& m : shown(a_.open_measures.list()))
      add(table, m.opening, {spoken(m.measure), m.object, rounded(m.points, 1), std::to_string(m.age)});
    return section("Measures still in force", table, a_.open_measures);
  }

  std::string duplicates() const {
    TextTable table = event_table();
    for (const auto& [first, second] : shown(a_.likely_duplicates.list())) {
      add(table, first);
      add(table, second);
    }
    return section("Likely duplicates, in pairs", table, a_.likely_duplicates);
  }

  const Audit& a_;
  Script script_;
  Glyphs glyphs_;
};

}  // namespace

std::string files_table(std::span<const FileReport> files, Script script) {
  const Glyphs glyphs = Glyphs::of(script);
  TextTable table({{"file"},
                   {"format"},
                   {"rows", Align::right},
                   {"kept", Align::right},
                   {"set aside", Align::right},
                   {"rejected", Align::right},
                   {"first day"},
                   {"last day"},
                   {"days without reports", Align::right}},
                  glyphs.cut);
  for (const FileReport& f : files.first(std::min(most_lines, files.size())))
    table.add({f.name, f.format, std::to_string(f.rows), std::to_string(f.kept), std::to_string(set_aside_rows(f)),
               std::to_string(rejected_rows(f)), day_or(f.first_day, glyphs.missing),
               day_or(f.last_day, glyphs.missing), std::to_string(f.days_without_reports)});
  return table.text() + and_more(files.size(), files.size()) + damage_of(files);
}

std::string audit_table(const Audit& audit, Script script) { return AuditText(audit, script).text(); }

std::string check_table(std::span<const FileReport> files, const Audit& audit, Script script) {
  return files_table(files, script) + "\n" + audit_table(audit, script) + look_alikes_section(audit);
}

}  // namespace detente
