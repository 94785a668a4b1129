#pragma once
/// \file
/// The message for misuse of the library.

#include <stdexcept>
#include <string>

namespace detente::test {

/// The message of the `std::invalid_argument` that `f` throws; "taken" if it throws nothing.
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
