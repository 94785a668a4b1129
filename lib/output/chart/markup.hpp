#pragma once
/// \file
/// Text and numbers inside SVG and HTML. Everything that a person or a file has written passes through `escaped`.

#include <string>
#include <string_view>

namespace detente::detail {

/// Safe as text and inside a quoted attribute: & < > " ' as entities; what XML may not contain, and what
/// reorders a line, as U+FFFD.
std::string escaped(std::string_view text);

/// A coordinate: two decimals at most, no trailing zeros, never "-0".
std::string coordinate(double value);

/// Whether a link may be followed: http or https, and nothing in it that could end the attribute or hide its target.
bool is_web_link(std::string_view url);

/// About how wide the text is set in a usual sans serif face of this size.
double text_width(std::string_view text, double size);
/// Cut so that it fits, the last letter "…".
std::string fitted(std::string_view text, double size, double width);

}  // namespace detente::detail
