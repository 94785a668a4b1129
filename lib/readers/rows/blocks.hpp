#pragma once
/// \file
/// Cuts a file into blocks that can be read in parallel: each block begins with a record and ends with one, and carries
/// as many of the bytes after it as parsing its own records may need. Cutting looks for line ends from the back, and at
/// quotes only if there are any.
///
/// Memory: the blocks in use, and the longest record. A line longer than `max_record` is cut to just enough to show
/// that it is too long.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "detente/ground/byte_source.hpp"
#include "detente/ground/delimited.hpp"

namespace detente::detail {

/// A buffer that is not zeroed before it is read into.
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
  /// Where its own records are; what follows belongs to the next block.
  std::size_t begin = 0, end = 0;
  /// The line of its first record. Lines are numbered from 1 in each block, because cutting does not count them; the
  /// first block also counts the header and any empty lines before it.
  std::uint64_t line = 1;

  std::string_view own() const { return bytes.text().substr(begin, end - begin); }
  /// The text from its first record to the end of what it carries.
  std::string_view from_own() const { return bytes.text().substr(begin); }
};

class BlockReader {
 public:
  /// Blocks have `dialect.chunk` bytes, or as many as the first record needs. A byte-order mark at the start is
  /// skipped if the dialect says so.
  BlockReader(ByteSource& source, const Dialect& dialect) : source_(&source), dialect_(dialect) {}

  /// The next block; false at the end.
  bool next(Block& block);
  /// The same at the start of a file with a header: the first record goes to `header`, unchanged, and is in no block.
  /// False if there is no record.
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

/// How many bytes the whole records at the front have, counting only records that are cut the same whatever follows;
/// `ended` says that nothing follows. 0 if there is no such record.
std::size_t whole_records(std::string_view text, bool ended, const Dialect& dialect);

}  // namespace detente::detail
