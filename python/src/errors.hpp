#pragma once
/// \file
/// Refusals as Python's exceptions. `detente.Error` is a ValueError with `code` (the words of `ErrorCode`) and `field`
/// (the argument by which it can be mended, or ""); what the operating system refuses is an OSError, whose `code` is
/// "system"; too little memory is a MemoryError.

#include <pybind11/pybind11.h>

namespace detente::python {

void add_errors(pybind11::module_& module);

}  // namespace detente::python
