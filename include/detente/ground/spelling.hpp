#pragma once
/// \file
/// When two spellings are the same term: `Sanction imposed`, `sanction-imposed` and `sanction_imposed` are.

#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace detente {

/// The form that all spellings of a term share: ASCII letters in lower case, and one blank for every run of blanks,
/// hyphens, dashes, underscores and other ASCII signs between words. Digits and their zeros stay ("011" is not "11"),
/// and so do the bytes of other letters. Empty if no letter or digit is left. Idempotent. O(length).
///
/// ```cpp
/// normal_form("Cease-fire  violated");  // → "cease fire violated"
/// ```
std::string normal_form(std::string_view text);

}  // namespace detente
#pragma GCC visibility pop
