#pragma once
/// \file
/// What codebooks and models there are, and what is in one, as aligned tables.

#include <span>
#include <string>

#include "detente/contracts/codebook.hpp"
#include "detente/models/catalogue.hpp"

namespace detente {

/// A line a codebook: name, version, number of codes, content hash, title.
std::string codebook_list(std::span<const Codebook> codebooks);
/// Every code with its score, in the order of the codebook; below its name, version, hash and source.
std::string codebook_table(const Codebook& codebook);
/// One code in full, field by field.
std::string code_text(const CodeEntry& entry);

/// A line a model: name and what it is for.
std::string model_list(const Catalogue& catalogue);
/// Formula, source, and a line a parameter with unit, default, range and meaning.
std::string model_text(const ModelEntry& entry);

}  // namespace detente
