#pragma once

/// The codebooks that are built into the library: lib/codebooks/*.csv, byte for byte. The build writes the definitions
/// (cmake/EmbedText.cmake).

#include <span>
#include <string_view>

namespace detente::detail {

/// The text of the table of that name ("gdelt" for gdelt.csv); empty if there is none.
std::string_view embedded_codebook(std::string_view name) noexcept;

/// The names of all tables, in alphabetical order.
std::span<const std::string_view> embedded_codebook_names() noexcept;

}  // namespace detente::detail
