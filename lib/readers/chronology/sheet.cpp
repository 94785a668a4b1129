#include "readers/chronology/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "detente/ground/delimited.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/readers/damage.hpp"
#include "ground/text_pieces.hpp"

namespace detente::detail {
namespace {

constexpr std::size_t most_said = 10;

std::string all_of(ByteSource& source) {
  std::string out;
  std::array<char, 4096> piece{};
  for (std::size_t got = source.read(piece); got > 0; got = source.read(piece)) out.append(piece.data(), got);
  return out;
}

bool has_text(const std::vector<std::string>& cells) {
  return std::any_of(cells.begin(), cells.end(), [](const std::string& cell) { return !trim(cell).empty(); });
}

}  // namespace

Sheet::Sheet(ByteSource& source, std::string_view name, DateLayout dates, std::vector<std::string> own)
    : name_(name), own_(std::move(own)) {
  options_.dates = dates;
  const std::string text = all_of(source);
  take_header(text);
  take_rows(text);
}

std::optional<std::size_t> Sheet::column(std::string_view name) const { return header_.columns.find(name); }

void Sheet::take_header(std::string_view text) {
  header_ = read_chronology_header(text, options_);
  const auto refuse = [&](const std::string& why) {
    throw InputError(ErrorCode::bad_table, fmt::format("{}:1: {}", visible_path(name_), why));
  };
  for (const std::string& obstacle : header_.obstacles)
    if (!obstacle.starts_with("no column")) refuse(obstacle);
  std::vector<std::string> known = field_names(options_);
  known.insert(known.end(), own_.begin(), own_.end());
  for (const std::string& needed : own_) {
    if (!column(needed)) refuse(fmt::format("no column '{}'; it is needed beside those of a chronology", needed));
    if (header_.columns.count(needed) > 1) refuse(fmt::format("the column '{}' stands twice", needed));
  }
  for (const std::size_t unknown : header_.unknown) {
    const std::string& found = header_.columns.name(unknown);
    if (std::find(own_.begin(), own_.end(), lower(found)) != own_.end()) continue;
    const std::vector<std::string> near = nearest(found, known, 1);
    refuse(fmt::format("the column '{}' is not known here{}", visible(found),
                       near.empty() ? std::string() : fmt::format(" (nearest: '{}')", near.front())));
  }
}

void Sheet::take_rows(std::string_view text) {
  const auto bytes = bytes_of(text);
  DelimitedReader reader(*bytes, {.delimiter = header_.delimiter});
  Record record;
  for (bool is_header = true; reader.next(record); is_header = false) {
    if (is_header) continue;
    if (!record.problem.empty()) {
      note({record.line,
            record.problem_field,
            {},
            std::string(record.problem),
            "the row cannot be cut into fields",
            std::string(record.raw)});
      continue;
    }
    SheetRow row{record.line, {record.fields.begin(), record.fields.end()}};
    if (!has_text(row.cells)) continue;
    if (row.cells.size() != header_.columns.size())
      note({record.line,
            0,
            {},
            "wrong number of fields",
            fmt::format("the header has {}, this row {}", header_.columns.size(), row.cells.size()),
            std::string(record.raw)});
    else if (!is_utf8(record.raw) || record.raw.find('\0') != std::string_view::npos)
      note({record.line, 0, {}, "not UTF-8", "text is UTF-8 without NUL bytes", std::string(record.raw)});
    else
      rows_.push_back(std::move(row));
  }
  if (rows_.empty() && problems_.empty())
    throw InputError(ErrorCode::bad_table, fmt::format("{}: no rows below the header", visible_path(name_)));
}

std::string_view Sheet::text(const SheetRow& row, std::string_view name) const {
  const auto at = column(name);
  return at ? value_of(row.cells[*at]) : std::string_view();
}

FieldTexts Sheet::texts(const SheetRow& row) const {
  FieldTexts out;
  for (std::size_t i = 0; i < out.size(); ++i)
    if (header_.at[i]) out[i] = value_of(row.cells[*header_.at[i]]);
  return out;
}

std::optional<Event> Sheet::event(const SheetRow& row) {
  FieldTexts all = texts(row);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string_view name = chronology_fields()[i].name;
    if (!all[i] && (name == "date" || name == "source" || name == "target")) all[i] = std::string_view();
  }
  Event event;
  event.line = row.line;
  return fill(row, all, event) ? std::optional(std::move(event)) : std::nullopt;
}

bool Sheet::fill(const SheetRow& row, const FieldTexts& texts, Event& event) {
  const auto broken = fill_event(texts, false, options_.dates, event);
  if (!broken) return true;
  complain(row, chronology_fields()[broken->field].name, broken->broken.reason, broken->broken.rule);
  return false;
}

void Sheet::complain(const SheetRow& row, std::string_view name, std::string_view reason, std::string_view rule) {
  const auto at = column(name);
  if (at)
    note({row.line, *at + 1, std::string(name), std::string(reason), std::string(rule), row.cells[*at]});
  else
    note({row.line, 0, std::string(name), std::string(reason), std::string(rule), {}});
}

void Sheet::note(DamageExample example) {
  example.text = visible(example.text);
  problems_.emplace_back(example.line, to_text(FileReport{.path = name_, .name = name_}, example));
}

void Sheet::require_sound(std::string_view consequence) const {
  if (problems_.empty()) return;
  auto problems = problems_;
  std::stable_sort(problems.begin(), problems.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  if (problems.size() == 1)
    throw InputError(ErrorCode::bad_table, fmt::format("{}; {}", problems.front().second, consequence));
  std::string out = fmt::format("{}: {} rows break a rule; {}", visible_path(name_), problems.size(), consequence);
  for (std::size_t i = 0; i < std::min(problems.size(), most_said); ++i) out += "\n  " + problems[i].second;
  if (problems.size() > most_said) out += fmt::format("\n  and {} more", problems.size() - most_said);
  throw InputError(ErrorCode::bad_table, out);
}

std::string Sheet::place(const SheetRow& row) const { return fmt::format("{}:{}", visible_path(name_), row.line); }

}  // namespace detente::detail
