#include "readers/rows/block_rows.hpp"

#include <algorithm>

#include "ground/record_extent.hpp"
#include "ground/separators.hpp"

namespace detente::detail {
namespace {

/// How many bytes are searched at a time, so that the list of separators stays in the nearest caches.
constexpr std::size_t piece_size = std::size_t{1} << 15;

std::string_view without_return(std::string_view line) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

/// A row that cannot be cut into fields, in whatever format.
void reject_uncut(const FieldRow& row, std::string_view problem, std::size_t field, Intake& into) {
  into.reject(row, {problem, "the row cannot be cut into fields", field, row.raw});
}

/// Cuts text without quotes.
class PlainCutter {
 public:
  PlainCutter(const RowReader& rows, std::size_t max_record, Intake& into)
      : rows_(&rows), shape_(&rows.shape()), max_record_(max_record), into_(&into), fields_(shape_->columns.size()) {}

  /// `line` is the number of the first line; returns the number of lines in the text.
  std::uint64_t cut(std::string_view text, std::uint64_t line) {
    line_ = line;
    while (!text.empty()) {
      const std::string_view piece = text.substr(0, behind_line(text));
      cut_piece(piece);
      text.remove_prefix(piece.size());
    }
    return line_ - 1;
  }

 private:
  /// The position after the last line end of the first piece, or else after the next one.
  static std::size_t behind_line(std::string_view text) {
    if (text.size() <= piece_size) return text.size();
    std::size_t newline = text.rfind('\n', piece_size - 1);
    if (newline == std::string_view::npos) newline = text.find('\n', piece_size);
    return newline == std::string_view::npos ? text.size() : newline + 1;
  }

  void cut_piece(std::string_view piece) {
    found_.find(piece, shape_->delimiter);
    std::size_t begin = 0, first = 0;
    for (const std::uint32_t last : found_.line_ends()) {
      const std::size_t end = found_.places()[last];
      take(piece, begin, end, first, last);
      begin = end + 1;
      first = last + 1;
    }
    if (begin < piece.size()) take(piece, begin, piece.size(), first, found_.places().size());
  }

  /// The line [begin, end), whose delimiters are the places [first, last).
  void take(std::string_view piece, std::size_t begin, std::size_t end, std::size_t first, std::size_t last) {
    const std::uint64_t line = line_++;
    const std::string_view text = without_return(piece.substr(begin, end - begin));
    if (text.empty()) return;
    if (end - begin > max_record_) return take_long(piece.substr(begin, end - begin), line);
    const std::uint32_t* const places = found_.places().data() + first;
    const std::size_t width = last - first + 1;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      const std::size_t column = shape_->columns[i];
      if (column >= width) {
        fields_[i] = {};
        continue;
      }
      const std::size_t from = column == 0 ? begin : places[column - 1] + std::size_t{1};
      const std::size_t to = column + 1 == width ? begin + text.size() : places[column];
      fields_[i] = piece.substr(from, to - from);
    }
    rows_->take({fields_, width, text, line}, *into_);
  }

  void take_long(std::string_view text, std::uint64_t line) {
    std::fill(fields_.begin(), fields_.end(), std::string_view());
    reject_uncut({fields_, 0, without_return(text.substr(0, max_record_ + 1)), line}, line_too_long, 0, *into_);
  }

  const RowReader* rows_;
  const RowShape* shape_;
  std::size_t max_record_;
  Intake* into_;
  Separators found_;
  std::vector<std::string_view> fields_;
  std::uint64_t line_ = 1;
};

/// Cuts text with quotes, record by record. The raw rows are the block's own bytes, as those of plain text are.
void take_quoted(const Block& block, const RowReader& rows, std::size_t max_record, Intake& into) {
  const RowShape& shape = rows.shape();
  const std::string_view text = block.from_own();
  const auto source = bytes_of(text);
  DelimitedReader records(*source, {shape.delimiter, max_record, text.size(), true, false});
  Record record;
  std::vector<std::string_view> fields(shape.columns.size());
  while (records.next(record) && record.offset < block.own().size()) {
    for (std::size_t i = 0; i < fields.size(); ++i)
      fields[i] = shape.columns[i] < record.fields.size() ? record.fields[shape.columns[i]] : std::string_view();
    const std::string_view raw = text.substr(static_cast<std::size_t>(record.offset), record.raw.size());
    const FieldRow row{fields, record.fields.size(), raw, block.line + record.line - 1};
    if (record.problem.empty())
      rows.take(row, into);
    else
      reject_uncut(row, record.problem, record.problem_field, into);
  }
}

}  // namespace

std::uint64_t take_rows(const Block& block, const RowReader& rows, std::size_t max_record, Intake& into) {
  if (!rows.shape().quoted || block.own().find('"') == std::string_view::npos)
    return PlainCutter(rows, max_record, into).cut(block.own(), block.line);
  take_quoted(block, rows, max_record, into);
  return block.line - 1 + count_lines(block.own());
}

}  // namespace detente::detail
