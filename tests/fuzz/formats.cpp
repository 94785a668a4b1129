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
#include "readers/event_format.hpp"
#include "readers/intake.hpp"

namespace {

using namespace detente;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_report(const FileReport& report) {
  require(report.rows == report.kept + set_aside_rows(report) + rejected_rows(report));
  for (const DamageExample& example : report.examples)
    require(is_utf8(example.text) && is_utf8(example.column_name) && !example.rule.empty());
}

/// Keeps what a log leaves out by default.
void read_in_full(const EventFormat& format, std::string_view text) {
  const auto rows = format.open(text, {});
  EventLog log;
  FileReport report;
  const auto always = [](std::string_view, std::string_view) { return true; };
  Intake intake(log, report, nullptr, format.id_source("fuzz"), {.scores = true, .provenance = always});
  const auto bytes = bytes_of(text);
  DelimitedReader reader(*bytes, {rows->shape().delimiter, 4096, 97, rows->shape().quoted});
  Record record;
  std::vector<std::string_view> fields(rows->shape().columns.size());
  while (reader.next(record)) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const std::size_t column = rows->shape().columns[i];
      fields[i] = column < record.fields.size() ? record.fields[column] : std::string_view();
    }
    rows->take({fields, record.fields.size(), record.raw, record.line, record.problem, record.problem_field}, intake);
  }
  intake.finish();
  check_report(report);
  for (const EventLog::Row& row : log.rows()) {
    const Event event = log.event(row.number);
    check(event);
    require(is_utf8(event.id) && is_utf8(event.note) && is_utf8(event.url) && is_utf8(event.source) &&
            is_utf8(event.target) && is_utf8(event.code));
  }
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
    const ReadOptions options{.format = name == "chronology" ? "auto" : name, .max_record = 4096};
    const auto bytes = bytes_of(text);
    const ReadResult read = read_events(*bytes, "fuzz.csv", options);
    check_report(read.files.at(0));
    for (const EventLog::Row& row : read.log.rows()) check(read.log.event(row.number));
    for (const EventFormat* format : formats)
      if (format->name() == read.files[0].format) read_in_full(*format, text);
  } catch (const InputError& error) {
    require(is_utf8(error.what()));
  }
  return 0;
}
