#pragma once
/// \file
/// Where a record of delimited text ends and what is wrong with it. This is the one place that knows the rules of
/// quotes, both for reading records and for cutting a file into parts between them.

#include <cstddef>
#include <string_view>

#include "detente/ground/delimited.hpp"

namespace detente::detail {

inline constexpr std::string_view quote_not_closed = "quote not closed";
inline constexpr std::string_view text_after_quote = "text after a closing quote";
inline constexpr std::string_view line_too_long = "line too long";

struct RecordExtent {
  std::size_t length = 0;  ///< bytes before the line end
  std::size_t newlines = 0;
  std::size_t field = 1;  ///< the field it ends in, from 1
  std::string_view problem = {};
};

/// The record at the front. `bytes.has(i)` says whether there is a byte i, and `bytes.at(i)` returns it.
template <class Bytes>
RecordExtent extent_of_record(Bytes& bytes, const Dialect& dialect) {
  RecordExtent extent;
  enum class Place { field_start, plain, quoted, closed } place = Place::field_start;
  for (std::size_t i = 0;; ++i) {
    extent.length = i;
    if (i > dialect.max_record) {
      const bool open_for_lines = place == Place::quoted && extent.newlines > 0;
      if (!open_for_lines) extent.field = 0;
      extent.problem = open_for_lines ? quote_not_closed : line_too_long;
      return extent;
    }
    if (!bytes.has(i)) {
      if (place == Place::quoted) extent.problem = quote_not_closed;
      return extent;
    }
    const char c = bytes.at(i);
    if (place == Place::quoted) {
      if (c == '"') place = Place::closed;
      if (c == '\n') ++extent.newlines;
    } else if (c == '\n') {
      return extent;
    } else if (c == dialect.delimiter) {
      place = Place::field_start;
      ++extent.field;
    } else if (c == '"' && dialect.quoted && place != Place::plain) {
      place = Place::quoted;  // a field begins, or a doubled quote goes on
    } else if (place == Place::closed) {
      if (c == '\r' && (!bytes.has(i + 1) || bytes.at(i + 1) == '\n')) continue;
      extent.problem = extent.newlines > 0 ? quote_not_closed : text_after_quote;
      return extent;
    } else if (place == Place::field_start) {
      place = Place::plain;
    }
  }
}

}  // namespace detente::detail
