#pragma once
/// \file
/// A chart as pixels, for programs that take no SVG. The program has no rasteriser of its own: it uses `rsvg-convert`
/// of librsvg where that is installed.

#include <string>

namespace detente::cli {

/// Whether the file is to be a PNG, by its name.
bool is_png(const std::string& path);
/// Throws a usage error that names the package if the file is to be a PNG and `rsvg-convert` is not on the PATH.
void require_rasteriser(const std::string& path);
/// The picture as a PNG with two pixels for one, written as `write_file` does. Throws `std::runtime_error` if
/// `rsvg-convert` fails.
void deliver_png(const std::string& svg, const std::string& path);

}  // namespace detente::cli
