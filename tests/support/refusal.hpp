#pragma once
/// \file
/// Why an input was refused.

#include <string>

#include "detente/ground/error.hpp"

namespace detente::test {

/// The message of the `InputError` that `f` throws; "taken" if it throws nothing.
template <class F>
std::string refusal(F&& f) {
  try {
    f();
  } catch (const InputError& error) {
    return error.what();
  }
  return "taken";
}

}  // namespace detente::test
