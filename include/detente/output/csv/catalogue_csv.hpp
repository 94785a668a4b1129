#pragma once
/// \file
/// What codebooks and models there are, and what is in one, as CSV. A codebook comes out as the file that
/// `Codebook::parse` reads: written, changed and read back, it is a codebook of one's own.

#include <span>
#include <string>

#include "detente/contracts/codebook.hpp"
#include "detente/models/catalogue.hpp"

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
