#pragma once
/// \file
/// Text for people: how names, codes and paths are escaped so that no byte of a file can control a terminal, and which
/// known word a misspelt one may have meant.

#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace detente {

/// The code as a person would say it: "visa_revoked" is "visa revoked".
std::string spoken(std::string_view code);
/// For messages: valid UTF-8 on one line, at most about `most` bytes. Control characters and bytes that are not UTF-8
/// are escaped as `\n`, `\t`, `\xE9`, and characters that reorder a line as `\u202E`; text that is cut ends in "…".
std::string visible(std::string_view text, std::size_t most = 80);
/// The same for a path, which is cut at the front because its end tells files apart: "…/2019/events.csv".
std::string visible_path(std::string_view path, std::size_t most = 160);
/// For whole results: text that is safe to send to any terminal. Escaped as in `visible`, but line ends and tabs stay,
/// and nothing is cut. Text without control characters comes back unchanged. O(length).
std::string printable(std::string_view text);
/// "a, b, c and 17 more": the first `most` words, each escaped as by `visible`.
std::string listed(const std::vector<std::string>& words, std::size_t most = 12);

/// Edits (insert, remove, replace, swap of neighbours) that turn one word into the other. O(|a|·|b|).
std::size_t edit_distance(std::string_view a, std::string_view b);
/// The words nearest to `word`, nearest first, at most `most`; none further than half its length. Words that share
/// a whole part between underscores count as near.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& words, std::size_t most = 3);

}  // namespace detente
#pragma GCC visibility pop
