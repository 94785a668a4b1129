#pragma once
/// \file
/// The error code of the operating system, for tests of how refusals are reported.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <system_error>

namespace detente {

/// The code of the error that `f` throws, whose message names the path.
template <class F>
std::error_code error_of(F&& f, const std::filesystem::path& path) {
  try {
    f();
  } catch (const std::system_error& e) {
    EXPECT_NE(std::string(e.what()).find(path.string()), std::string::npos) << e.what();
    return e.code();
  }
  ADD_FAILURE() << "nothing was thrown";
  return {};
}

}  // namespace detente
