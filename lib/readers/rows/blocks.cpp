#include "readers/rows/blocks.hpp"

#include <algorithm>
#include <cstring>

#include "ground/record_extent.hpp"
#include "ground/separators.hpp"

namespace detente::detail {
namespace {

/// The front of a text as the record rules see it, and whether they needed more than there is.
struct Front {
  std::string_view text;
  bool ended = false;
  bool ran_out = false;

  bool has(std::size_t i) {
    if (i < text.size()) return true;
    ran_out = ran_out || !ended;
    return false;
  }
  char at(std::size_t i) const { return text[i]; }
};

/// The position after the last line end at or after `from`, or `from`.
std::size_t behind_last_line(std::string_view text, std::size_t from) {
  const std::size_t newline = text.rfind('\n');
  return newline == std::string_view::npos || newline < from ? from : newline + 1;
}

/// The position after the record that begins at `from`; `from` if more has to be read to know.
std::size_t behind_record(std::string_view text, std::size_t from, bool ended, const Dialect& dialect) {
  Front front{text.substr(from), ended};
  const RecordExtent extent = extent_of_record(front, dialect);
  if (front.ran_out) return from;
  if (extent.problem.empty()) return std::min(text.size(), from + extent.length + 1);
  const std::size_t newline = text.find('\n', from);  // damage costs a line
  if (newline != std::string_view::npos) return newline + 1;
  return ended ? text.size() : from;
}

/// Whether the text begins with a line that is longer than the limit and than the record rules look ahead.
bool is_too_long(std::string_view text, std::size_t max_record) {
  return text.size() > max_record && text.size() - max_record >= 2 && text.find('\n') == std::string_view::npos;
}

}  // namespace

std::size_t whole_records(std::string_view text, bool ended, const Dialect& dialect) {
  std::size_t at = 0;
  while (dialect.quoted) {
    const std::size_t quote = text.find('"', at);
    if (quote == std::string_view::npos) break;
    const std::size_t record = behind_last_line(text.substr(0, quote), at);
    at = behind_record(text, record, ended, dialect);
    if (at == record) return at;
  }
  return ended ? text.size() : behind_last_line(text, at);
}

// ---- bytes ----

void Buffer::reserve(std::size_t capacity) {
  if (capacity <= capacity_) return;
  auto larger = std::make_unique_for_overwrite<char[]>(capacity);
  if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
  bytes_ = std::move(larger);
  capacity_ = capacity;
}

void Buffer::append(std::string_view text) {
  if (text.empty()) return;
  reserve(size_ + text.size());
  std::memcpy(bytes_.get() + size_, text.data(), text.size());
  size_ += text.size();
}

bool Buffer::fill(ByteSource& source, std::size_t wanted) {
  reserve(wanted);
  while (size_ < wanted) {
    const std::size_t got = source.read({bytes_.get() + size_, wanted - size_});
    if (got == 0) return false;
    size_ += got;
  }
  return true;
}

// ---- blocks ----

void BlockReader::skip_mark(Buffer& bytes) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  begun_ = true;
  ended_ = !bytes.fill(*source_, byte_order_mark.size());
  if (dialect_.skip_mark && bytes.text() == byte_order_mark) bytes.cut(0);
}

/// Keeps just enough of the line at the front to show that it is too long, and saves what follows its end for the next
/// block.
void BlockReader::cut_long_line(Buffer& bytes) {
  bytes.cut(dialect_.max_record + 2);
  Buffer more;
  do {
    more.cut(0);
    ended_ = !more.fill(*source_, std::size_t{1} << 16);
    const std::size_t newline = more.text().find('\n');
    if (newline == std::string_view::npos) continue;
    bytes.append("\n");
    return rest_.append(more.text().substr(newline + 1));
  } while (!ended_);
}

bool BlockReader::next(Block& block) {
  block = {.bytes = std::move(rest_)};
  rest_ = {};
  Buffer& bytes = block.bytes;
  if (!begun_) skip_mark(bytes);
  for (std::size_t wanted = std::max(dialect_.chunk, bytes.size());; wanted *= 2) {
    if (!ended_) ended_ = !bytes.fill(*source_, wanted);
    block.end = whole_records(bytes.text(), ended_, dialect_);
    if (block.end > 0 || ended_) break;
    if (is_too_long(bytes.text(), dialect_.max_record)) {
      cut_long_line(bytes);
      block.end = bytes.size();
    }
    if (block.end > 0) break;
  }
  if (block.end < bytes.size()) rest_.append(bytes.text().substr(block.end));
  return block.end > 0;
}

bool BlockReader::next_behind_header(Block& block, std::string& header) {
  std::uint64_t lines_before = 0;
  while (next(block)) {
    const auto source = bytes_of(block.from_own());
    Dialect dialect = dialect_;
    dialect.skip_mark = false;
    DelimitedReader records(*source, dialect);
    Record record;
    if (!records.next(record) || record.offset >= block.end) {  // empty lines
      lines_before += count_lines(block.own());
      continue;
    }
    header = record.raw;
    block.begin = static_cast<std::size_t>(records.next_offset());
    block.line = lines_before + records.next_line();
    return true;
  }
  return false;
}

}  // namespace detente::detail
