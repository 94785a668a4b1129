#pragma once
/// \file
/// Event files that need no download: texts shaped like the real ones, for the benches and for comparisons with other
/// programs. A row is a function of its number, so that a file is the same on every machine, and any part of it can be
/// made on its own.
///
/// `gdelt`: a GDELT 2 export. Tab-separated, 61 columns, no header, about 377 bytes a row. 72 % of the rows lack a
/// country on one side, 22 % are between two countries and 6 % within one; five rows share a URL; events run over ten
/// years in the order of their report, and one in 25 is said to have happened up to a year before it.
///
/// `plain`: the CSV `date,source,target,event` with a header, about 40 bytes a row: ten years, 150 countries by name,
/// 22,350 directed dyads, the terms of the codebook `plain`. Nothing in it is quoted and every row is an event.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace bench {

enum class EventText { gdelt, plain };

/// "gdelt" or "plain"; throws `std::invalid_argument` for another name.
EventText event_text(std::string_view name);

/// Appends the rows [first, last) of a file of `rows` rows; the header of `plain` comes with row 0.
void append_events(EventText kind, std::uint64_t first, std::uint64_t last, std::uint64_t rows, std::string& out);

/// The whole file as text.
std::string events_text(EventText kind, std::uint64_t rows);

/// Writes the whole file. Memory: one megabyte. Throws `std::system_error` with the path.
void write_events(EventText kind, std::uint64_t rows, const std::filesystem::path& path);

}  // namespace bench
