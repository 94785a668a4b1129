#include "detente/readers/read_events.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "readers/columns.hpp"
#include "readers/days_covered.hpp"
#include "readers/event_format.hpp"
#include "readers/intake.hpp"
#include "readers/other_files.hpp"
#include "readers/peeked_bytes.hpp"

namespace detente {
namespace {

// ---- options ----

void check_columns(const ColumnLayout& columns) {
  std::vector<std::string_view> known;
  for (const EventFormat* format : event_formats())
    for (const std::string_view name : format->column_names()) known.push_back(name);
  for (const auto& [ours, theirs] : columns)
    if (std::find(known.begin(), known.end(), ours) == known.end())
      throw_invalid("columns", ours, fmt::format("names none of {}", fmt::join(known, ", ")));
}

/// The rejects file appears in the place of whatever was there.
void check_rejects_file(std::span<const std::filesystem::path> paths, const ReadOptions& options) {
  std::error_code none;
  for (const std::filesystem::path& path : paths)
    if (!options.rejects_file.empty() && std::filesystem::equivalent(path, options.rejects_file, none))
      throw_invalid("rejects_file", options.rejects_file.string(), "is one of the files to read");
}

void check(const ReadOptions& options) {
  const std::vector<std::string> names = format_names();
  if (options.format != "auto" && std::find(names.begin(), names.end(), options.format) == names.end())
    throw_invalid("format", options.format, fmt::format("is none of auto, {}", fmt::join(names, ", ")));
  if (options.code_column.empty()) throw_invalid("code_column", "", "a column has a name");
  if (options.max_record == 0) throw_invalid("max_record", "0", "a record has at least one byte");
  if (options.chunk == 0) throw_invalid("chunk", "0", "at least one byte is read at a time");
  check_columns(options.columns);
}

// ---- which format ----

bool is_blank(std::string_view head) { return head.find_first_not_of("\xEF\xBB\xBF \t\r\n") == std::string_view::npos; }

/// Two bytes for each character: a mark at the start, or every other byte NUL.
bool is_utf16(std::string_view head) {
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return true;
  return head.size() >= 4 && (head[0] == '\0') != (head[1] == '\0') && (head[2] == '\0') == (head[0] == '\0') &&
         (head[3] == '\0') == (head[1] == '\0');
}

void refuse_what_no_format_is(std::string_view head, std::string_view name) {
  if (is_blank(head)) throw InputError(fmt::format("{}: holds no events: the file is empty", name));
  if (is_utf16(head)) throw InputError(fmt::format("{}: is UTF-16: save the file as UTF-8", name));
  if (const auto other = other_file(head)) throw InputError(fmt::format("{}: {}", name, *other));
}

/// "'date', 'src', 'target' (3 fields)": how the file begins, cut at the separator that cuts it most.
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

/// The format that fits; otherwise an error that says what was found and what each format misses.
const EventFormat& choose(std::string_view head, std::string_view name, const ReadOptions& options) {
  std::vector<std::string> misses;
  for (const EventFormat* format : event_formats()) {
    if (options.format != "auto" && options.format != format->name()) continue;
    const Match match = format->match(head, options);
    if (match.fits()) return *format;
    misses.push_back(fmt::format("as {}: {}", format->name(), fmt::join(match.obstacles, "; ")));
  }
  throw InputError(fmt::format("{}: {}; it begins with {}; {}", name,
                               options.format == "auto" ? "its format is not known" : "is not of the format asked for",
                               beginning(head), fmt::join(misses, "; ")));
}

// ---- reading ----

std::string stem_of(std::string_view name) {
  return name == "-" ? "stdin" : std::filesystem::path(name).stem().string();
}

/// Cuts the rows and hands the fields that are asked for to their reader.
void read_rows(const RowReader& rows, ByteSource& bytes, const ReadOptions& options, Intake& into) {
  const RowShape& shape = rows.shape();
  DelimitedReader records(bytes, {shape.delimiter, options.max_record, options.chunk, shape.quoted});
  Record record;
  if (shape.header && !records.next(record)) return;
  into.begin(shape.header ? record.raw : std::string_view(), rows.columns(), rows.unknown_columns());
  std::vector<std::string_view> fields(shape.columns.size());
  while (records.next(record)) {
    for (std::size_t i = 0; i < fields.size(); ++i)
      fields[i] = shape.columns[i] < record.fields.size() ? record.fields[shape.columns[i]] : std::string_view();
    rows.take({fields, record.fields.size(), record.raw, record.line, record.problem, record.problem_field}, into);
  }
  into.finish();
}

void read_format(const EventFormat& format, PeekedBytes& bytes, const ReadOptions& options, RejectsFile* rejects,
                 EventLog& log, FileReport& report) {
  Intake intake(log, report, rejects, format.id_source(stem_of(report.name)));
  try {
    read_rows(*format.open(bytes.head(), options), bytes, options, intake);
  } catch (const std::length_error& too_many) {
    throw InputError(fmt::format("{}: {}", report.name, too_many.what()));
  }
}

/// Appends one file to the result.
void append(ByteSource& source, std::string_view name, const ReadOptions& options, RejectsFile* rejects,
            ReadResult& into) {
  PeekedBytes bytes(source, head_bytes);
  refuse_what_no_format_is(bytes.head(), name);
  const EventFormat& format = choose(bytes.head(), name, options);
  FileReport& report = into.files.emplace_back();
  report.name = name;
  report.format = format.name();
  const std::size_t first_row = into.log.size();
  into.log.from_source(format.id_source(stem_of(name)));
  read_format(format, bytes, options, rejects, into.log, report);
  if (report.rows == 0) throw InputError(fmt::format("{}: holds no events: nothing follows the header", name));
  count_days(into.log, first_row, report);
}

void refuse_too_many_rejects(const std::vector<FileReport>& files, const ReadOptions& options) {
  std::size_t rejects = 0;
  std::string examples;
  for (const FileReport& file : files) {
    rejects += rejected_rows(file);
    for (const DamageExample& example : file.examples) examples += "\n  " + to_text(file, example);
  }
  if (options.max_rejects && rejects > *options.max_rejects)
    throw InputError(fmt::format("{} {} rejected, {} allowed:{}", rejects, rejects == 1 ? "row is" : "rows are",
                                 *options.max_rejects, examples));
}

/// Calls `read_all(result, rejects)` between opening and closing what all files share.
template <class ReadAll>
ReadResult with_rejects(const ReadOptions& options, ReadAll read_all) {
  check(options);
  ReadResult result;
  std::optional<RejectsFile> rejects;
  if (!options.rejects_file.empty()) rejects.emplace(options.rejects_file);
  read_all(result, rejects ? &*rejects : nullptr);
  if (rejects) rejects->finish();
  refuse_too_many_rejects(result.files, options);
  return result;
}

}  // namespace

ReadResult read_events(std::span<const std::filesystem::path> paths, const ReadOptions& options) {
  check_rejects_file(paths, options);
  return with_rejects(options, [&](ReadResult& result, RejectsFile* rejects) {
    for (const std::filesystem::path& path : paths) append(*open_bytes(path), path.string(), options, rejects, result);
  });
}

ReadResult read_events(const std::filesystem::path& path, const ReadOptions& options) {
  return read_events(std::span(&path, 1), options);
}

ReadResult read_events(ByteSource& bytes, std::string_view name, const ReadOptions& options) {
  return with_rejects(options,
                      [&](ReadResult& result, RejectsFile* rejects) { append(bytes, name, options, rejects, result); });
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const EventFormat* format : event_formats()) names.emplace_back(format->name());
  return names;
}

}  // namespace detente
