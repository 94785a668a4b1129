#include "live/watch/received.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "detente/ground/text.hpp"
#include "readers/formats/event_formats.hpp"

namespace detente::detail {
namespace {

/// The source of the ids in a file of this format: as the user says, else the family.
IdSource ids_in(std::string_view format, const ReadOptions& how) {
  IdSource ids;
  if (const EventFormat* known = find_event_format(format, how)) ids = known->ids();
  if (!how.sources.empty()) ids.name = how.sources.front();
  return ids;
}

/// The file that holds the row with this number.
const FileReport& report_of_row(const std::vector<FileReport>& files, std::uint32_t number) {
  const auto behind = std::upper_bound(files.begin(), files.end(), number,
                                       [](std::uint32_t n, const FileReport& file) { return n < file.first_number; });
  return *(behind - 1);
}

}  // namespace

ReadOptions options_of_feed(ReadOptions how) {
  how.rejects_file.clear();
  how.brief = false;
  how.provenance_of = {};
  how.on_growth = [](EventLog&) {};
  return how;
}

std::vector<ReceivedEvent> received_from(const ReadResult& read, const ReadOptions& how) {
  std::vector<ReceivedEvent> out;
  out.reserve(read.log.size());
  for (const EventRow& row : read.log.rows()) {
    const std::string& format = report_of_row(read.files, row.number).format;
    out.push_back({.event = read.log.event(row),
                   .ids = ids_in(format, how),
                   .origin = {.feed = {}, .delivery = {}, .position = std::uint64_t{row.number} + 1},
                   .format = format});
  }
  return out;
}

void set_origin(std::vector<ReceivedEvent>& events, const std::string& feed, const std::string& delivery) {
  for (ReceivedEvent& event : events) {
    event.origin.feed = feed;
    event.origin.delivery = delivery;
  }
}

void require_ids(const std::vector<ReceivedEvent>& events, const std::string& name) {
  const auto nameless = std::find_if(events.begin(), events.end(),
                                     [](const ReceivedEvent& received) { return received.event.id.empty(); });
  if (nameless == events.end()) return;
  throw InputError(
      ErrorCode::conflict,
      fmt::format("{}: is no longer what was read of it, and the row in line {} has no id by which it would be known "
                  "again: append to the file, give all rows ids, or put new rows in a file of another name",
                  visible_path(name), nameless->event.line));
}

}  // namespace detente::detail
