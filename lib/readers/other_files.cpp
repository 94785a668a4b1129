#include "readers/other_files.hpp"

#include "readers/machine_field.hpp"
#include "readers/row_sample.hpp"

namespace detente {
namespace {

bool is_time(std::string_view text) { return text.size() == 14 && all_digits(text) && compact_day(text.substr(0, 8)); }

/// GLOBALEVENTID, EventTimeDate, MentionTimeDate, MentionType and twelve more.
bool is_mention(const SampleRow& row) {
  return row.size() == 16 && !row[0].empty() && all_digits(row[0]) && is_time(row[1]) && is_time(row[2]) &&
         row[3].size() == 1 && is_digit(row[3][0]);
}

}  // namespace

std::optional<std::string> other_file(std::string_view head) {
  if (most_rows(sample_rows(head, {.delimiter = '\t', .quoted = false}), is_mention))
    return "is a GDELT 2 mentions file: its rows say where events were mentioned, and the events are in the export "
           "files";
  return std::nullopt;
}

}  // namespace detente
