#pragma once
/// \file
/// Text of machine-coded rows that is kept for people to read: notes and links. The files claim UTF-8 but hold Latin-1,
/// or halves of characters that a broken pipeline left. A bad byte is no reason to lose an event, so text that is not
/// UTF-8 is read as Windows-1252 (Latin-1 with the quotes and dashes of word processors), and control characters become
/// blanks.

#include <string>
#include <string_view>

namespace detente::detail {

/// The text itself if it is plain, as nearly all is; otherwise a view of the cleaned text in `buffer`.
std::string_view kept_text(std::string_view text, std::string& buffer);

}  // namespace detente::detail
