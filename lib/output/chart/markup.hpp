#pragma once
/// \file
/// Text and numbers inside SVG and HTML. All text from a person or a file goes through `escaped`.

#include <string>
#include <string_view>
#include <vector>

namespace detente::detail {

/// Text that is safe as content and inside a quoted attribute: & < > " ' become entities; characters that XML may not
/// contain or that reorder a line become U+FFFD.
std::string escaped(std::string_view text);

/// A coordinate: two decimals at most, no trailing zeros, never "-0".
std::string coordinate(double value);

/// Whether a link may be followed: http or https, and nothing in it that could end the attribute or hide its target.
bool is_web_link(std::string_view url);

/// About how wide the text is in a usual sans-serif font of this size.
double text_width(std::string_view text, double size);
/// The text cut so that it fits, ending in "…" if it was cut.
std::string fitted(std::string_view text, double size, double width);
/// The text broken between words into lines that fit; a word that does not is a line of its own, cut.
std::vector<std::string> wrapped(std::string_view text, double size, double width);

}  // namespace detente::detail
