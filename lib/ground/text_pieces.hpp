#pragma once
/// \file
/// Helpers for reading text: trimming, splitting, lower case, and validity of UTF-8.

#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// The text without blanks and tabs at both ends.
std::string_view trim(std::string_view text);
/// The pieces between separators: none for "", three for "a,,b".
std::vector<std::string_view> split(std::string_view text, char separator);
/// ASCII letters in lower case; other bytes as they are.
std::string lower(std::string_view text);
/// Length in bytes of the UTF-8 sequence that begins at `text` (no surrogates, no overlong forms), or 0 if it is none.
std::size_t sequence_length(std::string_view text);
/// Whether the text is entirely such sequences.
bool is_utf8(std::string_view text);
/// Whether a character changes the order or the end of its line: the embeddings, overrides and isolates of writing
/// direction, and line and paragraph separators (U+2028 to U+202E, U+2066 to U+2069).
bool reorders_line(char32_t letter) noexcept;

}  // namespace detente::detail
#pragma GCC visibility pop
