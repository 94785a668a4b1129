#pragma once
/// \file
/// Index series as the columns of the program's CSV: a row for each pair and period.

#include "arrow.hpp"
#include "detente/contracts/index_series.hpp"

namespace detente::python {

class IndexColumns {
 public:
  /// With the columns of first values, and of the sensitivity envelope (`lowest`, `highest`).
  explicit IndexColumns(bool first_values = false, bool envelope = false);
  void add(const IndexSeries& series);
  SharedTable finish() { return std::move(table_); }

 private:
  bool first_values_, envelope_;
  std::shared_ptr<Table> table_;
};

}  // namespace detente::python
