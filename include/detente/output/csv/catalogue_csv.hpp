#pragma once
/// \file
/// Lists of codebooks and models, and their contents, as CSV. A codebook is written as the file that `Codebook::parse`
/// reads, so that users can change it and read it back as their own.

#include <span>
#include <string>

#include "detente/contracts/codebook.hpp"
#include "detente/models/catalogue.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// `codebook,version,codes,hash,title`
std::string codebook_list_csv(std::span<const Codebook> codebooks);
/// `# name: …` lines, then `code,score,sd,label,quad,severe,opens,closes,cameo,plover,basis`.
std::string codebook_csv(const Codebook& codebook);
/// `model,summary,formula,source`
std::string model_list_csv(const Catalogue& catalogue);
/// `model,parameter,unit,default,range,meaning`
std::string model_csv(const ModelEntry& entry);

}  // namespace detente
#pragma GCC visibility pop
