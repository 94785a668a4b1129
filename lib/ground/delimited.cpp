#include "detente/ground/delimited.hpp"

#include <algorithm>

#include "detente/ground/error.hpp"
#include "ground/record_extent.hpp"

namespace detente {
using namespace detail;

/// The buffer as the record rules see it; bytes that are not there yet are read.
struct DelimitedReader::Front {
  DelimitedReader* reader;
  bool has(std::size_t i) const { return reader->has(i); }
  char at(std::size_t i) const { return reader->at(i); }
};

DelimitedReader::DelimitedReader(ByteSource& source, Dialect dialect) : source_(&source), dialect_(dialect) {
  if (dialect_.chunk == 0) throw_invalid("chunk", "0", "at least one byte is read at a time");
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (dialect_.skip_mark && has(2) && std::string_view(buffer_).substr(0, 3) == byte_order_mark) begin_ = 3;
}

bool DelimitedReader::refill() {
  if (ended_) return false;
  if (begin_ > 0 && begin_ >= buffer_.size() / 2) {
    buffer_.erase(0, begin_);
    gone_ += begin_;
    begin_ = 0;
  }
  const std::size_t old = buffer_.size();
  buffer_.resize(old + dialect_.chunk);
  const std::size_t got = source_->read(std::span(buffer_).subspan(old));
  buffer_.resize(old + got);
  ended_ = got == 0;
  return !ended_;
}

bool DelimitedReader::has(std::size_t offset) {
  while (begin_ + offset >= buffer_.size())
    if (!refill()) return false;
  return true;
}

std::size_t DelimitedReader::first_line_end() {
  std::size_t i = 0;
  while (i <= dialect_.max_record && has(i) && at(i) != '\n') ++i;
  return i;
}

void DelimitedReader::skip_line() {
  for (;;) {
    const std::size_t newline = buffer_.find('\n', begin_);
    if (newline != std::string::npos) {
      begin_ = newline + 1;
      break;
    }
    begin_ = buffer_.size();
    if (!refill()) break;
  }
  ++line_;
}

void DelimitedReader::cut_fields(std::string_view text) {
  fields_.clear();
  unquoted_.clear();
  unquoted_.reserve(text.size());  // so that views into it stay valid
  for (std::size_t i = 0;; ++i) {
    if (i >= text.size() || !dialect_.quoted || text[i] != '"') {
      const std::size_t end = std::min(text.find(dialect_.delimiter, i), text.size());
      fields_.push_back(text.substr(i, end - i));
      i = end;
    } else {
      const std::size_t begin = unquoted_.size();
      for (++i; i < text.size(); ++i) {
        if (text[i] == '"' && (i + 1 >= text.size() || text[++i] != '"')) break;
        unquoted_.push_back(text[i]);
      }
      fields_.push_back(std::string_view(unquoted_).substr(begin));
      i = std::min(text.find(dialect_.delimiter, i), text.size());
    }
    if (i >= text.size()) return;
  }
}

void DelimitedReader::take_damaged(Record& record, const RecordExtent& extent) {
  const std::size_t length = first_line_end();
  unquoted_.assign(buffer_, begin_, length);
  if (!unquoted_.empty() && unquoted_.back() == '\r') unquoted_.pop_back();
  record.fields.clear();
  record.line = line_;
  record.problem = extent.problem;
  record.problem_field = extent.field;
  skip_line();
  record.raw = unquoted_;
}

bool DelimitedReader::next(Record& record) {
  while (has(0)) {
    record.offset = next_offset();
    Front front{this};
    const RecordExtent extent = extent_of_record(front, dialect_);
    if (!extent.problem.empty()) {
      take_damaged(record, extent);
      return true;
    }
    std::string_view text(buffer_.data() + begin_, extent.length);
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    record.line = line_;
    line_ += extent.newlines + 1;
    begin_ += std::min(extent.length + 1, buffer_.size() - begin_);
    if (text.empty()) continue;
    cut_fields(text);
    record.fields = fields_;
    record.raw = text;
    record.problem = {};
    record.problem_field = 0;
    return true;
  }
  return false;
}

}  // namespace detente
