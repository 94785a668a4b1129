#pragma once
/// \file
/// What every table of reference values is held to: how many rows it has, and how near a value has to come.

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>
#include <string>

#include "detente/ground/number.hpp"

namespace detente::test {

/// A table that is empty or was cut short compares nothing and would pass: who reads one says how many rows there are.
inline void expect_rows(const std::string& name, std::size_t got, std::size_t expected) {
  if (got != expected)
    throw std::runtime_error(name + " has " + std::to_string(got) + " rows, not " + std::to_string(expected));
}

/// How a reference value is met: |got − expected| ≤ absolute + relative |expected|.
struct Tolerance {
  double relative;
  double absolute;
};

inline ::testing::AssertionResult meets(double got, double expected, Tolerance within) {
  if (std::abs(got - expected) <= within.absolute + within.relative * std::abs(expected))
    return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << shortest(got) << " is not " << shortest(expected) << ", it is off by "
                                       << shortest(got - expected);
}

}  // namespace detente::test
