/// Rows cut from blocks are the rows of `DelimitedReader`, wherever the blocks end. The first byte chooses quotes,
/// limit and the size of blocks.

#include <cstdlib>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "readers/rows/block_rows.hpp"

namespace {

using namespace detente;
using namespace detente::detail;
using Row = std::tuple<std::vector<std::string>, std::size_t, std::string, std::uint64_t, std::string, std::size_t>;

class Noting final : public RowReader, public Intake {
 public:
  explicit Noting(bool quoted) { shape_ = {.delimiter = ',', .quoted = quoted, .columns = {0, 2}}; }
  const RowShape& shape() const override { return shape_; }
  std::span<const std::string> column_names() const override { return {}; }
  void take(const FieldRow& r, Intake& /*into*/) const override { note(r, {}, 0); }
  void reject(const FieldRow& r, const Rejection& why) override { note(r, why.reason, why.column); }
  void keep(Event /*event*/) override { std::abort(); }
  void keep(const BriefEvent& /*event*/) override { std::abort(); }
  void set_aside(std::string_view /*reason*/) override { std::abort(); }
  void unknown_name(std::string_view /*name*/) override { std::abort(); }
  mutable std::vector<Row> rows;

 private:
  void note(const FieldRow& r, std::string_view problem, std::size_t field) const {
    rows.emplace_back(std::vector<std::string>(r.fields.begin(), r.fields.end()), r.width, r.raw, r.line, problem,
                      field);
  }

  RowShape shape_;
};

std::vector<Row> rows_read(std::string_view text, const Dialect& dialect) {
  const auto source = bytes_of(text);
  DelimitedReader reader(*source, dialect);
  std::vector<Row> rows;
  for (Record r; reader.next(r);) {
    std::vector<std::string> fields(2);
    for (std::size_t i = 0; i < 2; ++i)
      if (2 * i < r.fields.size()) fields[i] = r.fields[2 * i];
    rows.emplace_back(fields, r.fields.size(), r.raw, r.line, r.problem, r.problem_field);
  }
  return rows;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Dialect dialect{
      .max_record = data[0] % 3 == 0 ? 16U : 4096U, .chunk = 1U + data[0] % 29U, .quoted = data[0] % 2 == 0};
  Noting rows(dialect.quoted);
  const auto source = bytes_of(text);
  BlockReader blocks(*source, dialect);
  std::uint64_t lines = 0;  // before the block
  for (Block block; blocks.next(block);) {
    const std::size_t first = rows.rows.size();
    const std::uint64_t own = take_rows(block, rows, dialect.max_record, rows);
    for (std::size_t i = first; i < rows.rows.size(); ++i) std::get<3>(rows.rows[i]) += lines;
    lines += own;
  }
  if (rows.rows != rows_read(text, dialect)) std::abort();
  return 0;
}
