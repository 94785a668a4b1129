#pragma once
/// \file
/// Compressed files that may still be on their way.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace detente::detail {

/// Whether these first bytes are those of a compressed file.
bool is_packed(std::string_view head);
/// Why the compressed file cannot be read to its end, such as a directory or a trailer that is not there yet; nothing
/// if it can. Unpacks all of it.
std::optional<std::string> why_not_whole(const std::filesystem::path& path);

}  // namespace detente::detail
