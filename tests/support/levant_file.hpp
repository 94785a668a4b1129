#pragma once
/// \file
/// The reference months of KEDS Levant as the outside validation has them, which may not be copied into the project:
/// tests that need them are skipped where they are absent.

#include <filesystem>
#include <string>

#include "support/golden.hpp"

namespace detente::test {

inline const std::filesystem::path levant_months_file =
    std::filesystem::path(DETENTE_SHARED) / "golden/validation/levant_dyad_months.csv.gz";

/// 46 pairs by 392 months.
inline constexpr std::size_t levant_rows = 46 * 392;

inline Golden levant_months() {
  return {levant_months_file.parent_path().string() + "/", levant_months_file.filename().string(), levant_rows};
}

}  // namespace detente::test
