#pragma once
/// \file
/// Text that grows at its end, read record by record: what has no end yet is left until it has.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detente/live/store/store_batch.hpp"
#include "detente/readers/damage.hpp"
#include "detente/readers/formats/event_format.hpp"
#include "detente/readers/read_options.hpp"

namespace detente::detail {

/// Some whole records. An event's position is the line on which it begins, from 1, in all of the text.
struct TextPiece {
  std::size_t length = 0;  ///< bytes, with the header at the beginning
  std::vector<ReceivedEvent> events = {};
  std::vector<FileReport> files = {};
};

class GrowingText {
 public:
  GrowingText(std::string name, const ReadOptions& how);

  /// The whole records at the front of `bytes`, which go on where the last piece ended; nothing if there are none yet.
  /// With `ends` the text ends there, and so does its last record. Throws as `read_events` does.
  std::optional<TextPiece> take(std::string_view bytes, bool ends = false);

  /// Passes over a beginning that was read before. `head` is its front, at least `head_bytes` or all of it.
  void skip(std::string_view head, std::uint64_t lines);

 private:
  bool begin(std::string_view head);
  Dialect dialect() const;
  std::size_t end_of_records(std::string_view text) const;
  void read(const std::string& text, std::uint64_t lines_before, TextPiece& piece) const;

  std::string name_;
  ReadOptions how_;
  const EventFormat* format_ = nullptr;
  RowShape shape_ = {};
  /// The first record with its line end, if it is no row: it stands in front of every piece.
  std::string header_ = {};
  bool is_at_start_ = true;
  std::uint64_t lines_ = 0;
};

std::uint64_t lines_in(std::string_view text);

}  // namespace detente::detail
