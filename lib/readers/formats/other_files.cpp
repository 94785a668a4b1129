#include "readers/formats/other_files.hpp"

#include <algorithm>
#include <array>

#include "readers/formats/machine_field.hpp"
#include "readers/formats/row_sample.hpp"

namespace detente::detail {
namespace {

bool is_time(std::string_view text) { return text.size() == 14 && all_digits(text) && compact_day(text.substr(0, 8)); }

/// GLOBALEVENTID, EventTimeDate, MentionTimeDate, MentionType and twelve more.
bool is_mention(const SampleRow& row) {
  return row.size() == 16 && !row[0].empty() && all_digits(row[0]) && is_time(row[1]) && is_time(row[2]) &&
         row[3].size() == 1 && is_digit(row[3][0]);
}

struct Magic {
  std::string_view bytes;
  std::string_view what;
};

/// What begins with these bytes. GDELT and similar sources are published as .zip and .gz, which are unpacked earlier.
constexpr std::array<Magic, 14> magics{{
    {std::string_view("\xFD\x37zXZ\0", 6), "is packed by xz (.xz): unpack it first"},
    {"\x1F\x9D", "is packed by compress (.Z): unpack it first"},
    {"\x1F\x8B", "is a .gz within an archive: unpack the outer one first"},
    {"PK\x03\x04", "is a .zip within an archive: unpack the outer one first"},
    {"\x28\xB5\x2F\xFD", "is a .zst within an archive: unpack the outer one first"},
    {"7z\xBC\xAF\x27\x1C", "is a .7z archive: unpack it first"},
    {"Rar!\x1A\x07", "is a .rar archive: unpack it first"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "is an old Excel workbook (.xls): save its sheet as CSV UTF-8"},
    {"PAR1\x15", "is a Parquet file: write it as CSV first"},
    {"SQLite format 3", "is an SQLite database: write its table as CSV first"},
    {"RDX3\n", "is R's own format (.RData): write the table as CSV first"},
    {"RDX2\n", "is R's own format (.RData): write the table as CSV first"},
    {"%PDF-", "is a PDF: it holds pages and no table"},
    {"{\\rtf", "is a text of a word processor (.rtf): save its table as CSV UTF-8"},
}};

/// The header of a tar's first file: 512 bytes that contain their own sum, in octal.
bool is_tar(std::string_view head) {
  constexpr std::size_t block = 512, at = 148, width = 8;
  if (head.size() < block || head[0] == '\0') return false;
  unsigned sum = 0, written = 0;
  for (std::size_t i = 0; i < block; ++i)
    sum += i >= at && i < at + width ? unsigned{' '} : static_cast<unsigned char>(head[i]);
  const std::string_view digits = bare(head.substr(at, width).substr(0, head.substr(at, width).find('\0')));
  for (const char c : digits) {
    if (c < '0' || c > '7') return false;
    written = written * 8 + static_cast<unsigned>(c - '0');
  }
  return !digits.empty() && sum == written;
}

}  // namespace

std::optional<std::string> other_file(std::string_view head) {
  for (const Magic& magic : magics)
    if (head.starts_with(magic.bytes)) return std::string(magic.what);
  if (head.starts_with("BZh") && head.substr(std::min(head.size(), std::size_t{4})).starts_with("1AY&SY"))
    return "is packed by bzip2 (.bz2): unpack it first";
  if (is_tar(head)) return "is a tar archive: unpack it first";
  if (most_rows(sample_rows(head, {.delimiter = '\t', .quoted = false}), is_mention))
    return "is a GDELT 2 mentions file: its rows say where events were mentioned, and the events are in the export "
           "files";
  return std::nullopt;
}

}  // namespace detente::detail
