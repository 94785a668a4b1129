#include "live/watch/growing_text.hpp"

#include <algorithm>
#include <utility>

#include "detente/readers/read_events.hpp"
#include "ground/record_extent.hpp"
#include "live/watch/received.hpp"
#include "readers/formats/choose_format.hpp"

namespace detente::detail {
namespace {

/// Text as `extent_of_record` reads it.
struct TextBytes {
  std::string_view text;
  bool has(std::size_t i) const { return i < text.size(); }
  char at(std::size_t i) const { return text[i]; }
};

/// Behind the line end of the record at the front; nothing if it has none yet.
std::optional<std::size_t> end_of_record(std::string_view text, const Dialect& dialect) {
  TextBytes bytes{text};
  const RecordExtent extent = extent_of_record(bytes, dialect);
  if (extent.length == text.size()) return std::nullopt;
  const std::size_t line_end = text.find('\n', extent.length);  // of a damaged record: of the line that breaks a rule
  return line_end == std::string_view::npos ? std::nullopt : std::optional(line_end + 1);
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

void move_lines(TextPiece& piece, std::uint64_t lines) {
  for (ReceivedEvent& received : piece.events) {
    received.event.line += lines;
    received.origin.position = received.event.line;
  }
  for (FileReport& file : piece.files)
    for (DamageExample& example : file.examples) example.line += lines;
}

}  // namespace

std::uint64_t lines_in(std::string_view text) {
  return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

GrowingText::GrowingText(std::string name, const ReadOptions& how)
    : name_(std::move(name)), how_(options_of_feed(how)) {}

/// Recognises the format; false if there is no whole line yet.
bool GrowingText::begin(std::string_view head) {
  const std::size_t end = head.rfind('\n');
  if (end == std::string_view::npos) return false;
  head = head.substr(0, end + 1);
  format_ = &choose_format(head, name_, how_);
  shape_ = format_->open(head, how_)->shape();
  header_.clear();
  if (!shape_.header) return true;
  const auto behind_header = end_of_record(head, dialect());
  header_ = head.substr(0, behind_header.value_or(0));
  return behind_header.has_value();
}

void GrowingText::skip(std::string_view head, std::uint64_t lines) {
  is_at_start_ = !begin(head);
  lines_ = lines;
}

Dialect GrowingText::dialect() const {
  return {.delimiter = shape_.delimiter, .max_record = how_.max_record, .quoted = shape_.quoted};
}

/// Behind the last whole record.
std::size_t GrowingText::end_of_records(std::string_view text) const {
  if (!shape_.quoted) return text.rfind('\n') + 1;  // 0 if there is none
  std::size_t end = 0;
  while (const auto next = end_of_record(text.substr(end), dialect())) end += *next;
  return end;
}

std::optional<TextPiece> GrowingText::take(std::string_view bytes, bool ends) {
  if (is_at_start_ && !begin(bytes)) return std::nullopt;
  const std::size_t header = is_at_start_ ? header_.size() : 0;
  const std::string_view body = bytes.substr(header);
  const std::string_view records = body.substr(0, ends ? body.size() : end_of_records(body));
  if (records.empty()) return std::nullopt;
  TextPiece piece{.length = header + records.size()};
  if (is_at_start_) lines_ = lines_in(header_);
  if (!is_blank(records)) read(header_ + std::string(records), lines_ - lines_in(header_), piece);
  lines_ += lines_in(records);
  is_at_start_ = false;
  return piece;
}

void GrowingText::read(const std::string& text, std::uint64_t lines_before, TextPiece& piece) const {
  ReadOptions how = how_;
  how.format = format_->name();
  ReadResult found = read_events(*bytes_of(text), name_, how);
  piece.events = received_from(found, how);
  piece.files = std::move(found.files);
  move_lines(piece, lines_before);
}

}  // namespace detente::detail
