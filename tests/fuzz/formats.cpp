/// Any bytes are rows of a machine-coded format or an `InputError`. Every row is counted once, every kept event keeps
/// the rules of an event, and what is kept or shown of it is UTF-8.
///
/// The first byte chooses: its remainder by 9 one of the formats, or that they be tried in turn; its quotient, if odd,
/// that the bytes come after a good beginning, so that they are met as rows and not as a format.

#include <cstdlib>
#include <string>
#include <string_view>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/readers/read_events.hpp"
#include "ground/text_pieces.hpp"
#include "readers/formats/event_formats.hpp"

namespace {

using namespace detente;
using namespace detente::detail;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_report(const FileReport& report) {
  require(report.rows == report.kept + set_aside_rows(report) + rejected_rows(report));
  for (const DamageExample& example : report.examples)
    require(is_utf8(example.text) && is_utf8(example.column_name) && !example.rule.empty());
}

void check_event(const Event& event) {
  require_sound(event);
  for (const std::string& text : {event.id, event.note, event.url, event.source, event.target, event.code})
    require(is_utf8(text));
}

std::string times(std::size_t count, std::string_view line) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += line;
  return text;
}

std::string gdelt_row(bool second) {
  const std::string tabs(8, '\t');
  std::string row = "1\t20191023\t201910\t2019\t2019.8\tUSA\t\tUSA" + tabs + "COL\t\tCOL" + tabs;
  row += "1\t036\t036\t03\t1\t4.0\t10\t1\t10\t2.5" + std::string(second ? 25 : 22, '\t');
  return row + (second ? "20191024143000" : "20191024") + "\thttps://example.org\n";
}

/// What makes a file of the format; without a header, so many rows that no others outweigh them where it is recognised.
std::string beginning(std::string_view format) {
  if (format == "gdelt2") return times(64, gdelt_row(true));
  if (format == "gdelt1") return times(64, gdelt_row(false));
  if (format == "icews")
    return "Event ID\tEvent Date\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Country\n";
  if (format == "polecat")
    return "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tActor Name\tActor Country\tRecipient Name\t"
           "Recipient Country\tPublication Date\n";
  if (format == "phoenix")
    return times(64,
                 "0\t20140620\t2014\t6\t20\tUSA\tUSA\t\t\tCOL\tCOL\t\t\t010\t01\t0\t0.0" + std::string(9, '\t') + "\n");
  if (format == "cline") return "eid,story_date,year,month,day,source_root,target_root,code,root_code,goldstein\n";
  if (format == "keds") return times(64, "1979-04-15\tISR\tJOR\t190\n");
  return "SQLDATE;Actor1CountryCode;Actor2CountryCode;EventCode;EventBaseCode;EventRootCode;NumMentions;DATEADDED\n";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t choice = data[0] % 9;
  const auto formats = event_formats();
  const std::string name = choice < formats.size() ? std::string(formats[choice]->name()) : "auto";
  std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  if (data[0] / 9 % 2 == 1) text = beginning(name) + text;
  try {
    const ReadOptions options{
        .format = name == "chronology" ? "auto" : name, .max_record = 4096, .chunk = 1U + size % 97U};
    const auto bytes = bytes_of(text);
    const ReadResult read = read_events(*bytes, "fuzz.csv", options);
    check_report(read.files.at(0));
    for (const EventLog::Row& row : read.log.rows()) check_event(read.log.event(row));
  } catch (const InputError& error) {
    require(is_utf8(error.what()));
  }
  return 0;
}
