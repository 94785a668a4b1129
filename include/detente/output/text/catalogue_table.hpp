#pragma once
/// \file
/// Lists of codebooks and models, and their contents, as aligned tables.

#include <span>
#include <string>

#include "detente/contracts/codebook.hpp"
#include "detente/models/catalogue.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// One line per codebook: name, version, number of codes, content hash, title.
std::string codebook_list(std::span<const Codebook> codebooks);
/// The codebook's name, version, hash and source, then every code with its score, in the order of the codebook.
std::string codebook_table(const Codebook& codebook);
/// One code in full, field by field.
std::string code_text(const CodeEntry& entry);

/// One line per model: its name and what it is for.
std::string model_list(const Catalogue& catalogue);
/// Formula, source, and one line per parameter with unit, default, range and meaning.
std::string model_text(const ModelEntry& entry);

}  // namespace detente
#pragma GCC visibility pop
