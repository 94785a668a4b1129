#pragma once
/// \file
/// A file in parts that can be read side by side: each block begins with a record and ends with one, and carries as
/// many of the bytes behind it as the judgement of its own records may need. Cutting looks at line ends from behind,
/// and at quotes only where there are any.
///
/// Memory: the blocks that are out, and the longest record. A line past `max_record` is cut to what shows that it is
/// too long, however long it is.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "detente/ground/byte_source.hpp"
#include "detente/ground/delimited.hpp"

namespace detente::detail {

/// Bytes that are not set to zero before they are read.
class Buffer {
 public:
  std::string_view text() const { return {bytes_.get(), size_}; }
  std::size_t size() const { return size_; }
  void append(std::string_view text);
  /// Keeps the first `size` bytes.
  void cut(std::size_t size) { size_ = size; }
  /// Reads until it holds `wanted` bytes; false if the source ends before.
  bool fill(ByteSource& source, std::size_t wanted);

 private:
  void reserve(std::size_t capacity);

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0, capacity_ = 0;
};

struct Block {
  Buffer bytes;
  /// Its own records; what follows belongs to the next block.
  std::size_t begin = 0, end = 0;
  /// Of its first record. Lines are numbered from 1 anew in each block, for whoever cuts blocks does not look for them;
  /// those before a header that is no row are the first block's too.
  std::uint64_t line = 1;

  std::string_view own() const { return bytes.text().substr(begin, end - begin); }
  /// From its first record to the end of what it carries.
  std::string_view from_own() const { return bytes.text().substr(begin); }
};

class BlockReader {
 public:
  /// Blocks have `dialect.chunk` bytes, or what the first record needs. A byte-order mark at the start is skipped.
  BlockReader(ByteSource& source, const Dialect& dialect) : source_(&source), dialect_(dialect) {}

  /// The next block; false at the end.
  bool next(Block& block);
  /// The same at the start of a file with a header: the first record, as it stands, is in no block. False if there is
  /// no record.
  bool next_behind_header(Block& block, std::string& header);

 private:
  void skip_mark(Buffer& bytes);
  void cut_long_line(Buffer& bytes);

  ByteSource* source_;
  Dialect dialect_;
  Buffer rest_;
  bool begun_ = false;
  bool ended_ = false;
};

/// Bytes of the records at the front that are whole, and that are cut alike whatever follows; `ended` says that
/// nothing does. 0 if there is no such record.
std::size_t whole_records(std::string_view text, bool ended, const Dialect& dialect);

}  // namespace detente::detail
