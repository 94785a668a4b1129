// Reading alone in csv2 (see reading.sh for the job): csv2_reading EVENTS
//
// csv2 maps the file, finds a row's end by memchr and walks the row cell by cell, so what comes after the last wanted
// column is not read. Nothing is quoted in these files, so the quote character is one that does not occur.

#include <array>
#include <cstdio>
#include <string_view>

#include <csv2/reader.hpp>

#include "kept_rows.hpp"

namespace {

using Reader = csv2::Reader<csv2::delimiter<'\t'>, csv2::quote_character<'\0'>, csv2::first_row_is_header<false>,
                            csv2::trim_policy::no_trimming>;

constexpr std::size_t source = 7, target = 17, code = 26;

void read(const Reader& reader, bench::KeptRows& kept) {
  for (const auto row : reader) {
    if (row.length() == 0) continue;
    std::array<std::string_view, 3> fields;
    std::size_t column = 0;
    for (const auto cell : row) {
      if (column == source) fields[0] = cell.read_view();
      if (column == target) fields[1] = cell.read_view();
      if (column == code) {
        fields[2] = cell.read_view();
        break;
      }
      ++column;
    }
    kept.take(fields[0], fields[1], fields[2]);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: csv2_reading EVENTS\n", stderr);
    return 2;
  }
  Reader reader;
  if (!reader.mmap(argv[1])) {
    std::fprintf(stderr, "csv2_reading: cannot map %s\n", argv[1]);
    return 1;
  }
  bench::KeptRows kept;
  read(reader, kept);
  kept.print();
}
