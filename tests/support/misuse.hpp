#pragma once
/// \file
/// What a misuse of the library is told.

#include <stdexcept>
#include <string>

namespace detente::test {

/// What the `std::invalid_argument` says that `f` throws; "taken" if it throws nothing.
template <class F>
std::string misuse(F&& f) {
  try {
    f();
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "taken";
}

}  // namespace detente::test
