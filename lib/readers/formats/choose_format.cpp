#include "readers/formats/choose_format.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "readers/formats/checked_rows.hpp"
#include "readers/formats/columns.hpp"
#include "readers/formats/event_formats.hpp"
#include "readers/formats/other_files.hpp"

namespace detente::detail {
namespace {

bool is_blank(std::string_view head) { return head.find_first_not_of("\xEF\xBB\xBF \t\r\n") == std::string_view::npos; }

/// Two bytes for each character: a mark at the start, or every other byte NUL.
bool is_utf16(std::string_view head) {
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return true;
  return head.size() >= 4 && (head[0] == '\0') != (head[1] == '\0') && (head[2] == '\0') == (head[0] == '\0') &&
         (head[3] == '\0') == (head[1] == '\0');
}

void refuse_what_no_format_is(std::string_view head, std::string_view name) {
  if (is_blank(head))
    throw InputError(ErrorCode::no_events, fmt::format("{}: holds no events: the file is empty", name));
  if (const auto other = other_file(head))
    throw InputError(ErrorCode::unknown_format, fmt::format("{}: {}", name, *other));
  if (is_utf16(head))
    throw InputError(ErrorCode::unknown_format, fmt::format("{}: is UTF-16: save the file as UTF-8", name));
}

/// "'date', 'src', 'target' (3 fields)": how the file begins, cut at the separator that gives most fields.
std::string beginning(std::string_view head) {
  constexpr std::size_t shown = 8;
  Columns best;
  for (const char delimiter : {',', ';', '\t'}) {
    Columns columns;
    std::string problem;
    if (first_record(head, {.delimiter = delimiter}, columns, problem) && columns.size() > best.size()) best = columns;
  }
  if (best.size() == 0) return fmt::format("'{}'", visible(head));
  std::vector<std::string> fields;
  for (std::size_t i = 0; i < std::min(best.size(), shown); ++i)
    fields.push_back(fmt::format("'{}'", visible(best.name(i), 40)));
  return fmt::format("{}{} ({} {})", fmt::join(fields, ", "), best.size() > shown ? ", …" : "", best.size(),
                     best.size() == 1 ? "field" : "fields");
}

/// A format that does not fit.
struct Refusal {
  const EventFormat* format;
  Match match;
};

/// "chronology: no column 'source' (nearest: 'src')"
std::string text_of(const Refusal& refusal) {
  return fmt::format("{}: {}", refusal.format->name(), fmt::join(refusal.match.obstacles, "; "));
}

/// Throws for a file that fits no format, naming the nearest one; of several the last, because a chronology takes any
/// table.
[[noreturn]] void refuse_unknown(std::string_view head, std::string_view name, const std::vector<Refusal>& refusals) {
  const Refusal* near = &refusals.front();
  for (const Refusal& refusal : refusals)
    if (refusal.match.likeness >= near->match.likeness) near = &refusal;
  const bool has_own_names = !near->format->mapped_columns().empty();
  throw InputError(ErrorCode::unknown_format,
                   fmt::format("{}: its format is not known; it begins with {}; nearest is {}", name, beginning(head),
                               text_of(*near)),
                   has_own_names ? "ReadOptions::columns" : "");
}

}  // namespace

const EventFormat& choose_format(std::string_view head, std::string_view path, const ReadOptions& options) {
  const std::string name = visible_path(path);
  refuse_what_no_format_is(head, name);
  std::vector<Refusal> refusals;
  for (const EventFormat* format : event_formats(options)) {
    if (options.format != "auto" && options.format != format->name()) continue;
    Match match = match_checked(*format, head, name, options);
    if (match.fits()) return *format;
    refusals.push_back({format, std::move(match)});
  }
  if (options.format == "auto") refuse_unknown(head, name, refusals);
  throw InputError(ErrorCode::unknown_format,
                   fmt::format("{}: is not of the format asked for; it begins with {}; {}", name, beginning(head),
                               text_of(refusals.front())),
                   "ReadOptions::format");
}

}  // namespace detente::detail
