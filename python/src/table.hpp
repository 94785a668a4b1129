#pragma once
/// \file
/// A result as columns, laid out as Arrow has them, so that NumPy and Arrow read the same memory: values side by side,
/// a bit per row that says whether there is one, texts end to end with the places where they begin.
///
/// A column is filled through the method of its type, one call a row. Threads: any number may read one at once, and one
/// alone may change it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/day.hpp"

namespace detente::python {

/// What the values of a column are: UTF-8, 64-bit floats, 64-bit whole numbers, bits, days since 1970-01-01.
enum class ColumnType : std::uint8_t { text, number, whole, truth, day };

/// A bit per row, the lowest first.
class Bits {
 public:
  void add(bool bit);
  bool at(std::size_t row) const { return ((bytes_[row / 8] >> (row % 8)) & 1U) != 0; }
  std::size_t size() const { return size_; }
  const std::uint8_t* data() const { return bytes_.data(); }

 private:
  std::vector<std::uint8_t> bytes_;
  std::size_t size_ = 0;
};

class Column {
 public:
  Column(std::string name, ColumnType type) : name_(std::move(name)), type_(type) {}

  void text(std::string_view value);
  void no_text();
  /// NaN where there is none.
  void number(const std::optional<double>& value);
  void whole(std::size_t value);
  void truth(const std::optional<bool>& value);
  void day(const std::optional<Day>& value);

  const std::string& name() const { return name_; }
  ColumnType type() const { return type_; }
  std::size_t size() const { return present_.size(); }
  std::size_t missing() const { return missing_; }
  const Bits& present() const { return present_; }

  std::string_view text_at(std::size_t row) const;
  /// Of texts: where each begins in `letters`, and where the last one ends.
  const std::vector<std::int64_t>& begins() const { return begins_; }
  const std::string& letters() const { return letters_; }
  const std::vector<double>& numbers() const { return numbers_; }
  const std::vector<std::int64_t>& wholes() const { return wholes_; }
  const Bits& truths() const { return truths_; }
  const std::vector<std::int32_t>& days() const { return days_; }

 private:
  void row(bool present);

  std::string name_;
  ColumnType type_;
  Bits present_, truths_;
  std::size_t missing_ = 0;
  std::vector<std::int64_t> begins_{0}, wholes_;
  std::string letters_;
  std::vector<double> numbers_;
  std::vector<std::int32_t> days_;
};

/// Columns of the same length.
using Table = std::vector<Column>;

/// How many rows there are.
inline std::size_t rows_of(const Table& table) { return table.empty() ? 0 : table.front().size(); }

}  // namespace detente::python
