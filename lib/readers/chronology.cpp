#include "readers/chronology.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detente/ground/text.hpp"
#include "readers/chronology_field.hpp"
#include "readers/chronology_header.hpp"
#include "readers/intake.hpp"

namespace detente {
namespace {

/// Turns the records of one file into events.
class ChronologyRows {
 public:
  ChronologyRows(const ChronologyHeader& header, Intake& into) : header_(&header), into_(&into) {}

  void take(const Record& record) {
    if (is_empty(record)) return into_->set_aside("empty row");
    if (header_->columns.are(record.fields)) return into_->set_aside("repeated header");
    Event event;
    if (const auto why = read(record, event)) return into_->reject(record, *why);
    if (!into_->keep(event)) into_->reject(record, duplicate(record));
  }

 private:
  using Outcome = std::optional<Rejection>;

  static bool is_empty(const Record& record) {
    return record.problem.empty() && std::all_of(record.fields.begin(), record.fields.end(),
                                                 [](std::string_view field) { return trim(field).empty(); });
  }

  Outcome read(const Record& record, Event& event) const {
    event.line = record.line;
    if (auto why = whole(record)) return why;
    for (std::size_t i = 0; i < record.fields.size(); ++i)
      if (auto why = readable(record, i)) return why;
    if (auto why = fill(record, event)) return why;
    keep_unknown(record, event);
    return {};
  }

  /// The row as a row.
  Outcome whole(const Record& record) const {
    if (!record.problem.empty())
      return Rejection{record.problem, "the row cannot be cut into fields", record.problem_field, record.raw};
    if (record.fields.size() == header_->columns.size()) return {};
    return Rejection{"wrong number of fields",
                     fmt::format("the header has {}, this row {}", header_->columns.size(), record.fields.size())};
  }

  static Outcome readable(const Record& record, std::size_t i) {
    const std::string_view text = record.fields[i];
    if (text.find('\0') != std::string_view::npos) return Rejection{"NUL byte", "text has no NUL bytes", i + 1, text};
    if (!is_utf8(text)) return Rejection{"not UTF-8", "text is UTF-8", i + 1, text};
    return {};
  }

  /// The known columns, one by one and then together.
  Outcome fill(const Record& record, Event& event) const {
    const auto fields = chronology_fields();
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (!header_->at[i]) continue;
      const std::size_t column = *header_->at[i];
      if (auto broken = fields[i].take(trim(record.fields[column]), event)) return at(record, column, *broken);
    }
    for (const CrossRule& rule : chronology_cross_rules())
      if (auto broken = rule.look(event)) return at(record, header_->column_of(rule.field), *broken);
    return {};
  }

  void keep_unknown(const Record& record, Event& event) const {
    for (const std::size_t column : header_->unknown)
      if (const auto text = trim(record.fields[column]); !text.empty())
        event.extra.emplace_back(header_->columns.name(column), text);
  }

  Rejection duplicate(const Record& record) const {
    return at(record, header_->column_of("id"),
              {"duplicate id and reported", "an earlier row has this id and the same reported day"});
  }

  static Rejection at(const Record& record, std::optional<std::size_t> column, const BrokenRule& broken) {
    if (!column) return {broken.reason, broken.rule};
    return {broken.reason, broken.rule, *column + 1, record.fields[*column]};
  }

  const ChronologyHeader* header_;
  Intake* into_;
};

std::vector<std::string> unknown_names(const ChronologyHeader& header) {
  std::vector<std::string> names;
  for (const std::size_t column : header.unknown) names.push_back(header.columns.name(column));
  return names;
}

}  // namespace

std::vector<std::string_view> Chronology::column_names() const {
  std::vector<std::string_view> names;
  for (const ChronologyField& field : chronology_fields()) names.push_back(field.name);
  return names;
}

Match Chronology::match(std::string_view head, const ReadOptions& options) const {
  ChronologyHeader header = read_chronology_header(head, options);
  return {std::move(header.obstacles), header.known()};
}

void Chronology::read(ByteSource& bytes, std::string_view head, const ReadOptions& options, Intake& into) const {
  const ChronologyHeader header = read_chronology_header(head, options);
  DelimitedReader reader(bytes, {header.delimiter, options.max_record, options.chunk});
  Record record;
  if (!reader.next(record)) return;
  into.header(record.raw, header.columns, unknown_names(header));
  ChronologyRows rows(header, into);
  while (reader.next(record)) rows.take(record);
}

}  // namespace detente
