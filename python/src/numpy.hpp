#pragma once
/// \file
/// Columns as NumPy arrays. Numbers, whole numbers are the table's own memory, read-only; a missing number is NaN, a
/// missing day NaT, a missing text None, and a missing truth or whole number is masked.

#include <pybind11/pybind11.h>

#include "arrow.hpp"

namespace detente::python {

pybind11::object numpy_array(const SharedTable& table, const Column& column);

}  // namespace detente::python
