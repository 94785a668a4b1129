#pragma once
/// \file
/// Columns that line up in a terminal with a fixed-width font. Widths are counted in terminal cells, not bytes:
/// "COL→USA" is 7 wide, combining accents are 0 and wide East Asian characters 2. Control characters are escaped as
/// `\x1B`, so that a note cannot move the cursor.
///
/// ```cpp
/// TextTable table({{"period"}, {"index", Align::right}});
/// table.add({"2025-09", "76.1"});
/// table.text();   // → "period   index\n2025-09   76.1\n"
/// ```

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace detente {

/// How many terminal cells a line of UTF-8 takes; a byte that is not UTF-8 takes one.
std::size_t display_width(std::string_view text);
/// The text cut to at most `width` cells, the last of them `mark` if anything is lost.
std::string shortened(std::string_view text, std::size_t width, std::string_view mark = "…");

/// Where a column's text stands.
enum class Align : std::uint8_t { left, right };

/// Rows of text under a header, in columns as wide as what is in them. Threads: any number may read an object at once,
/// and one alone may change it.
class TextTable {
 public:
  /// One column: its header, and where its text stands.
  struct Column {
    /// Its header; may be empty.
    std::string title = {};
    /// Where its text stands.
    Align align = Align::left;
    /// Longer cells are shortened; 0: as wide as needed.
    std::size_t max_width = 0;
  };

  /// `cut_mark` ends a text that was too long.
  explicit TextTable(std::vector<Column> columns, std::string_view cut_mark = "…")
      : columns_(std::move(columns)), cut_mark_(cut_mark) {}

  /// Missing cells at the end are blank; more cells than columns throw `std::invalid_argument`.
  void add(std::vector<std::string> cells);
  /// Adds a rule across the table, before a total.
  void add_rule();

  /// Whether no row was added.
  bool empty() const noexcept { return rows_.empty(); }
  /// Titles and rows, with two blanks between columns and none at the end of a line. Columns without any text are left
  /// out.
  std::string text() const;

 private:
  using Row = std::vector<std::string>;  // empty: a rule
  std::vector<std::size_t> widths() const;
  std::string line(const Row& row, const std::vector<std::size_t>& widths) const;

  std::vector<Column> columns_;
  std::string cut_mark_;
  std::vector<Row> rows_;
};

}  // namespace detente
#pragma GCC visibility pop
