#include "detente/questions/ahead/change_file.hpp"

#include <fmt/format.h>

#include <map>

#include "ground/text_pieces.hpp"
#include "questions/ahead/known_code.hpp"
#include "questions/ahead/log_ids.hpp"
#include "readers/chronology/sheet.hpp"

namespace detente {
using namespace detail;
namespace {

/// Whether the column of a chronology names an event instead of saying something about it.
bool names(std::string_view field) { return field == "id" || field == "source_name"; }
/// Whether it is only for people.
bool is_remark(std::string_view field) { return field == "note" || field == "url"; }

/// Reads the rows of a list of changes.
class ChangeRows {
 public:
  ChangeRows(ByteSource& source, std::string_view name, const EventLog& log, const Codebook& codebook,
             const ChangeFileOptions& options)
      : sheet_(source, name, options.dates, {"change"}), codebook_(codebook), ids_(log, options.as_of) {}

  std::vector<EventChange> read() {
    std::vector<EventChange> out;
    for (const SheetRow& row : sheet_.rows())
      if (auto change = change_of(row)) {
        change->place = sheet_.place(row);
        out.push_back(std::move(*change));
      }
    sheet_.require_sound("nothing is changed");
    return out;
  }

 private:
  using Read = std::optional<EventChange>;

  Read change_of(const SheetRow& row) {
    const auto kind = parse_change_kind(lower(sheet_.text(row, "change")));
    if (kind == ChangeKind::insert) return inserted(row);
    if (kind) return changed(row, *kind);
    sheet_.complain(row, "change", "unknown change", "a change is insert, remove or alter");
    return std::nullopt;
  }

  EventName name_of(const SheetRow& row) const {
    return {std::string(sheet_.text(row, "id")), std::string(sheet_.text(row, "source_name"))};
  }

  Read inserted(const SheetRow& row) {
    const std::optional<Event> event = sheet_.event(row);
    if (!event || !has_known_code(row, *event)) return std::nullopt;
    if (const EventName name = name_of(row); !name.id.empty()) {
      if (ids_.has(name)) {
        sheet_.complain(row, "id", "id is there", "an inserted event is a new one; alter changes one that is there");
        return std::nullopt;
      }
      if (!is_first(row, name)) return std::nullopt;
    }
    return insertion(*event);
  }

  Read changed(const SheetRow& row, ChangeKind kind) {
    const EventName name = name_of(row);
    if (name.id.empty()) {
      sheet_.complain(row, "id", "no id", fmt::format("{} needs the id of an event", to_text(kind)));
      return std::nullopt;
    }
    std::string why;
    const auto found = ids_.find(name, why);
    if (!found) {
      sheet_.complain(row, "id", "unknown id", why);
      return std::nullopt;
    }
    if (!is_first(row, name)) return std::nullopt;
    if (kind == ChangeKind::remove) return removed(row, *found);
    return altered(row, *found);
  }

  /// Whether no row before has changed the event.
  bool is_first(const SheetRow& row, const EventName& name) {
    const auto [at, fresh] = lines_.emplace(std::pair(name.id, name.source_name), row.line);
    if (!fresh)
      sheet_.complain(row, "id", "two changes of one event",
                      fmt::format("line {} changes it already, and both would need an order", at->second));
    return fresh;
  }

  Read removed(const SheetRow& row, const LogIds::Found& found) {
    const FieldTexts texts = sheet_.texts(row);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const std::string_view field = chronology_fields()[i].name;
      if (names(field) || is_remark(field) || !texts[i] || texts[i]->empty()) continue;
      sheet_.complain(row, field, "field of a removal", "only 'id' says what is removed; alter changes fields");
      return std::nullopt;
    }
    return EventChange{.kind = ChangeKind::remove, .key = found.key, .before = found.event};
  }

  Read altered(const SheetRow& row, const LogIds::Found& found) {
    FieldTexts texts = sheet_.texts(row);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (texts[i] && (texts[i]->empty() || names(chronology_fields()[i].name))) texts[i].reset();
      if (texts[i] == emptied) texts[i] = std::string_view();
    }
    EventChange out{.kind = ChangeKind::alter, .key = found.key, .before = found.event, .after = found.event};
    if (!sheet_.fill(row, texts, out.after) || !has_known_code(row, out.after)) return std::nullopt;
    if (!altered_fields(out.before, out.after).empty()) return out;
    sheet_.complain(row, "id", "nothing altered", "a row that alters says what is to be another");
    return std::nullopt;
  }

  bool has_known_code(const SheetRow& row, const Event& event) {
    const auto rule = unknown_code_rule(codebook_, event);
    if (rule) sheet_.complain(row, "event", "unknown code", *rule);
    return !rule;
  }

  Sheet sheet_;
  const Codebook& codebook_;
  LogIds ids_;
  std::map<std::pair<std::string, std::string>, std::uint64_t> lines_;
};

}  // namespace

std::vector<EventChange> read_changes(ByteSource& source, std::string_view name, const EventLog& log,
                                      const Codebook& codebook, const ChangeFileOptions& options) {
  return ChangeRows(source, name, log, codebook, options).read();
}

}  // namespace detente
