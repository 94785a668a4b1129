#pragma once
/// \file
/// What the operating system refuses, as an error with its path.

#include <filesystem>
#include <string>
#include <system_error>

namespace detente::detail {

/// Throws `std::system_error` with the number of an error and what it is about: a path, or "no temporary file in …".
[[noreturn]] inline void throw_io(int error, const std::filesystem::path& path, const char* what = nullptr) {
  throw std::system_error(error, std::generic_category(),
                          what ? std::string(what) + " in " + path.string() : path.string());
}

}  // namespace detente::detail
