#pragma once
/// \file
/// Delimited text as records of fields: CSV as in RFC 4180 (quotes, doubled quotes, line ends inside quotes), CRLF or
/// LF, a byte-order mark at the start skipped. The input arrives in chunks of any size and the records are the same.
///
/// Damage stays local. A record with a quote that never closes, or with text after a closing quote, or longer than the
/// limit is returned with its problem, and reading goes on at the next line: one stray quote costs one row. (A strict
/// RFC reader pairs it with the next quote and loses every row between.) A quote that seems to close only on a later
/// line, with text after it, is taken as a stray quote, which it nearly always is.
///
/// Memory: one record and one chunk. Time: linear in the bytes, twice for the lines of a damaged record.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/byte_source.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// How fields and records are told apart.
struct Dialect {
  /// What stands between fields.
  char delimiter = ',';
  /// Longest record in bytes; a longer one is returned with a problem.
  std::size_t max_record = std::size_t{1} << 20;
  /// Bytes requested from the source at a time, at least 1.
  std::size_t chunk = std::size_t{1} << 16;
  /// If false, '"' is a character like any other.
  bool quoted = true;
  /// Whether a byte-order mark at the start is skipped.
  bool skip_mark = true;
};

/// One record. The views live until the next call of `next`.
struct Record {
  /// Without their quotes; they hold until the next record is read.
  std::vector<std::string_view> fields;
  /// The bytes as in the file, without the line end. For a damaged record, its first line; for one that is too long,
  /// that line up to the limit.
  std::string_view raw;
  /// Line on which it begins, from 1.
  std::uint64_t line = 0;
  /// Bytes of the input before it.
  std::uint64_t offset = 0;
  /// Empty, or "quote not closed", "text after a closing quote", "line too long".
  std::string_view problem;
  /// The field that the problem is in, from 1; 0 for the whole record.
  std::size_t problem_field = 0;
};

namespace detail {
struct RecordExtent;
}

/// Reads delimited text record by record. Threads: one at a time may use an object; different objects share nothing.
class DelimitedReader {
 public:
  /// `source` outlives it.
  explicit DelimitedReader(ByteSource& source, Dialect dialect = {});

  /// The next record that is not an empty line; false at the end.
  bool next(Record& record);
  /// Where the unread rest begins: its line, and the number of bytes before it.
  std::uint64_t next_line() const { return line_; }
  /// Bytes from the beginning to the next record.
  std::uint64_t next_offset() const { return gone_ + begin_; }

 private:
  struct Front;
  bool refill();
  char at(std::size_t offset) const { return buffer_[begin_ + offset]; }
  bool has(std::size_t offset);
  std::size_t first_line_end();
  void skip_line();
  void cut_fields(std::string_view text);
  void take_damaged(Record& record, const detail::RecordExtent& extent);

  ByteSource* source_;
  Dialect dialect_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::uint64_t gone_ = 0;  // bytes before the buffer
  bool ended_ = false;
  std::uint64_t line_ = 1;
  std::string unquoted_;
  std::vector<std::string_view> fields_;
};

}  // namespace detente
#pragma GCC visibility pop
