#pragma once
/// \file
/// Refusals of the operating system, as an error with the path.

#include <filesystem>
#include <string>
#include <system_error>

namespace detente::detail {

/// Throws `std::system_error` with an error number and its context: a path, or "no temporary file in …".
[[noreturn]] inline void throw_io(int error, const std::filesystem::path& path, const char* what = nullptr) {
  throw std::system_error(error, std::generic_category(),
                          what ? std::string(what) + " in " + path.string() : path.string());
}

}  // namespace detente::detail
