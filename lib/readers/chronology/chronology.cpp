#include "readers/chronology/chronology.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "detente/ground/text.hpp"
#include "detente/readers/formats/intake.hpp"
#include "ground/text_pieces.hpp"
#include "readers/chronology/chronology_field.hpp"
#include "readers/chronology/chronology_header.hpp"
#include "readers/chronology/plain_rows.hpp"

namespace detente::detail {
namespace {

std::vector<std::size_t> all_columns(std::size_t count) {
  std::vector<std::size_t> columns(count);
  std::iota(columns.begin(), columns.end(), std::size_t{0});
  return columns;
}

/// Turns the records of one file into events.
class ChronologyRows : public RowReader {
 public:
  /// If `brief`, plain rows keep only what scoring needs.
  ChronologyRows(ChronologyHeader header, bool brief) : header_(std::move(header)) {
    if (brief) plain_.emplace(header_);
    shape_ = {.delimiter = header_.delimiter, .quoted = true, .header = true, .columns = all_columns(columns().size())};
  }

  const RowShape& shape() const override { return shape_; }
  const Columns& columns() const { return header_.columns; }
  std::span<const std::string> column_names() const override { return columns().names(); }
  std::vector<std::string> unknown_columns() const override {
    std::vector<std::string> names;
    for (const std::size_t column : header_.unknown) names.push_back(columns().name(column));
    return names;
  }

  void take(const FieldRow& record, Intake& into) const override {
    if (plain_)
      if (const auto event = plain_->read(record)) return into.keep(*event);
    if (is_empty(record)) return into.set_aside("empty row");
    if (record.width == columns().size() && columns().are(record.fields)) return into.set_aside("repeated header");
    Event event;
    if (const auto why = read(record, event)) return into.reject(record, *why);
    into.keep(std::move(event));
  }

 private:
  using Outcome = std::optional<Rejection>;

  static bool is_empty(const FieldRow& record) {
    return std::all_of(record.fields.begin(), record.fields.end(),
                       [](std::string_view field) { return trim(field).empty(); });
  }

  Outcome read(const FieldRow& record, Event& event) const {
    event.line = record.line;
    if (auto why = whole(record)) return why;
    for (std::size_t i = 0; i < record.fields.size(); ++i)
      if (auto why = readable(record, i)) return why;
    if (auto why = fill(record, event)) return why;
    keep_unknown(record, event);
    return {};
  }

  /// Reads the row by the full rules.
  Outcome whole(const FieldRow& record) const {
    if (record.width == header_.columns.size()) return {};
    return Rejection{"wrong number of fields",
                     fmt::format("the header has {}, this row {}", header_.columns.size(), record.width)};
  }

  static Outcome readable(const FieldRow& record, std::size_t i) {
    const std::string_view text = record.fields[i];
    if (text.find('\0') != std::string_view::npos) return Rejection{"NUL byte", "text has no NUL bytes", i + 1, text};
    if (!is_utf8(text)) return Rejection{"not UTF-8", "text is UTF-8", i + 1, text};
    return {};
  }

  Outcome fill(const FieldRow& record, Event& event) const {
    FieldTexts texts;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (header_.fixed[i])
        texts[i] = *header_.fixed[i];
      else if (header_.at[i])
        texts[i] = value_of(record.fields[*header_.at[i]]);
    }
    const auto broken = fill_event(texts, header_.compact_days, header_.dates, event);
    if (!broken) return {};
    return at(record, header_.at[broken->field], broken->broken);
  }

  void keep_unknown(const FieldRow& record, Event& event) const {
    for (const std::size_t column : header_.unknown)
      if (const auto text = value_of(record.fields[column]); !text.empty())
        event.extra.emplace_back(header_.columns.name(column), text);
  }

  static Rejection at(const FieldRow& record, std::optional<std::size_t> column, const BrokenRule& broken) {
    if (!column) return {broken.reason, broken.rule};
    return {broken.reason, broken.rule, *column + 1, record.fields[*column]};
  }

  ChronologyHeader header_;
  std::optional<PlainRows> plain_;
  RowShape shape_;
};

}  // namespace

std::vector<std::string_view> Chronology::mapped_columns() const {
  std::vector<std::string_view> names;
  for (const ChronologyField& field : chronology_fields()) names.push_back(field.name);
  return names;
}

Match Chronology::match(std::string_view head, const ReadOptions& options) const {
  ChronologyHeader header = read_chronology_header(head, options);
  return {std::move(header.obstacles), header.known()};
}

std::unique_ptr<const RowReader> Chronology::open(std::string_view head, const ReadOptions& options) const {
  return std::make_unique<ChronologyRows>(read_chronology_header(head, options), options.brief);
}

}  // namespace detente::detail
