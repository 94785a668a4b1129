#pragma once
/// \file
/// The codebooks that come with the library: `gdelt`, `icews`, `keds2007` (CAMEO with three published sets of weights),
/// `weis` (Goldstein 1992), `plover` (2024) and `plain` (words for a hand-made chronology, the only one that defines
/// measures). They are compiled in; nothing is read from disk.

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "detente/contracts/codebook.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Throws `InputError` naming the known codebooks if there is none of this name.
Codebook built_in_codebook(std::string_view name);
/// In alphabetical order.
std::span<const std::string_view> built_in_codebook_names() noexcept;

/// The built-in codebook of that name, else the CSV file at that path (which may extend a built-in one).
Codebook open_codebook(const std::string& name_or_path);

/// The codebook for scoring a chronology in the terms of `plain` by another codebook: `plain` with those weights.
/// `plain` itself, and any codebook that already knows plain terms, is returned unchanged.
Codebook for_chronology(const Codebook& weights);

}  // namespace detente
#pragma GCC visibility pop
