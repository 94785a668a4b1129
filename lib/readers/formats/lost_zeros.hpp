#pragma once
/// \file
/// Restores codes that a spreadsheet or a data frame took for numbers. A CAMEO code begins with its root, "01" to "20",
/// and the zero is part of it: 012 written as 12 would read as reject, which is another act. GDELT gives the root and
/// the base code beside the code, and in a copy these have lost their zeros too, so a row shows what it was: codes have
/// three digits or four, base codes three, roots two. A zero is restored only if that proves that it was lost.
///
///     char buffer[5];
///     with_zeros("12", "12", "1", buffer);     // "012": the root is 01
///     with_zeros("173", "173", "17", buffer);  // "173"
///     with_zeros("831", "83", "", buffer);     // "0831": the base code is 083
///     with_zeros("12", "", "", buffer);        // "": it may have been 012 or 12
///     with_zeros("12", "12", "4", buffer);     // "": the row contradicts itself

#include <span>
#include <string_view>

namespace detente::detail {

/// The code as it was: `code` itself, or text in `buffer` (of four or more); "" if the row does not show it. All three
/// are digits, or "" if the row has none.
std::string_view with_zeros(std::string_view code, std::string_view base, std::string_view root,
                            std::span<char> buffer);

}  // namespace detente::detail
