#pragma once
/// \file
/// Tables for Arrow's readers (pyarrow, polars, DuckDB, nanoarrow), by the C data and stream interfaces and in capsules
/// as the PyCapsule interface has them. It needs no Arrow library, and copies nothing: what it hands out keeps the table
/// alive until it is released. Source: arrow.apache.org, "The Arrow C data interface" and "The Arrow PyCapsule
/// Interface".

#include <pybind11/pybind11.h>

#include <memory>

#include "table.hpp"

namespace detente::python {

using SharedTable = std::shared_ptr<const Table>;

/// A struct with a child for each column, as a capsule "arrow_schema".
pybind11::object schema_capsule(const SharedTable& table);
/// Capsules "arrow_schema" and "arrow_array".
pybind11::tuple array_capsules(const SharedTable& table);
/// A capsule "arrow_array_stream": a stream of one batch.
pybind11::object stream_capsule(const SharedTable& table);

}  // namespace detente::python
