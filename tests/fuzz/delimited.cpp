/// The records do not depend on the chunks, and their lines grow. The first byte chooses delimiter, limit and chunk.

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/delimited.hpp"

namespace {

struct Row {
  std::vector<std::string> fields;
  std::string raw, problem;
  std::uint64_t line;
  std::size_t problem_field;
  friend bool operator==(const Row&, const Row&) = default;
};

std::vector<Row> rows_of(std::string_view text, const detente::Dialect& dialect) {
  const auto source = detente::bytes_of(text);
  detente::DelimitedReader reader(*source, dialect);
  std::vector<Row> rows;
  detente::Record record;
  while (reader.next(record)) {
    if (!rows.empty() && record.line <= rows.back().line) std::abort();
    rows.push_back({{record.fields.begin(), record.fields.end()},
                    std::string(record.raw),
                    std::string(record.problem),
                    record.line,
                    record.problem_field});
  }
  return rows;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const char delimiter = data[0] % 2 == 0 ? ',' : '\t';
  const std::size_t limit = data[0] % 3 == 0 ? 16 : 4096;
  const auto whole = rows_of(text, {.delimiter = delimiter, .max_record = limit});
  if (rows_of(text, {.delimiter = delimiter, .max_record = limit, .chunk = 1U + data[0] % 7U}) != whole) std::abort();
  return 0;
}
