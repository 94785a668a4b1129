#include "table.hpp"

#include <limits>

namespace detente::python {

void Bits::add(bool bit) {
  if (size_ % 8 == 0) bytes_.push_back(0);
  if (bit) bytes_.back() = static_cast<std::uint8_t>(bytes_.back() | (1U << (size_ % 8)));
  ++size_;
}

void Column::row(bool present) {
  present_.add(present);
  if (!present) ++missing_;
}

void Column::text(std::string_view value) {
  letters_ += value;
  begins_.push_back(static_cast<std::int64_t>(letters_.size()));
  row(true);
}

void Column::no_text() {
  begins_.push_back(begins_.back());
  row(false);
}

void Column::number(const std::optional<double>& value) {
  numbers_.push_back(value.value_or(std::numeric_limits<double>::quiet_NaN()));
  row(value.has_value());
}

void Column::whole(std::size_t value) {
  wholes_.push_back(static_cast<std::int64_t>(value));
  row(true);
}

void Column::truth(const std::optional<bool>& value) {
  truths_.add(value.value_or(false));
  row(value.has_value());
}

void Column::day(const std::optional<Day>& value) {
  days_.push_back(value.value_or(Day{}).value);
  row(value.has_value());
}

std::string_view Column::text_at(std::size_t row) const {
  const auto begin = static_cast<std::size_t>(begins_[row]), end = static_cast<std::size_t>(begins_[row + 1]);
  return std::string_view(letters_).substr(begin, end - begin);
}

}  // namespace detente::python
