#pragma once
/// \file
/// Lists of codebooks and models, and their contents, as JSON (component detente::json).
///
/// Keys, in order:
/// - codebook list: `codebooks` [{`name`, `version`, `scheme`, `title`, `source`, `hash`, `codes` (their number)}]
/// - codebook: the same, with `codes` [{`code`, `score`, `sd`, `label`, `quad`, `severe`, `opens`, `closes`, `cameo`,
///   `plover`, `basis`}]
/// - model list: `models` [a model]
/// - model: `name`, `summary`, `formula`, `source`, `parameters` [{`name`, `unit`, `default`, `range`, `meaning`}]

#include <span>
#include <string>

#include "detente/contracts/codebook.hpp"
#include "detente/models/catalogue.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The schema is codebook_list.schema.json.
std::string codebook_list_json(std::span<const Codebook> codebooks);
/// The schema is codebook_show.schema.json.
std::string codebook_json(const Codebook& codebook);
/// The schema is models_list.schema.json.
std::string model_list_json(const Catalogue& catalogue);
/// The schema is models_show.schema.json.
std::string model_json(const ModelEntry& entry);

}  // namespace detente
#pragma GCC visibility pop
