#include "detente/codebooks/built_in.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "codebooks/embedded.hpp"
#include "detente/ground/error.hpp"

namespace detente {
using namespace detail;
namespace {

bool is_built_in(std::string_view name) { return !detail::embedded_codebook(name).empty(); }

}  // namespace

std::span<const std::string_view> built_in_codebook_names() noexcept { return detail::embedded_codebook_names(); }

Codebook built_in_codebook(std::string_view name) {
  if (!is_built_in(name))
    throw InputError(ErrorCode::unknown_name,
                     fmt::format("codebook '{}' is not known; built in are {}; or name a .csv file", name,
                                 fmt::join(built_in_codebook_names(), ", ")));
  const auto source = bytes_of(detail::embedded_codebook(name));
  return Codebook::parse(*source, fmt::format("built-in {}", name), built_in_codebook);
}

Codebook open_codebook(const std::string& name_or_path) {
  const bool is_path = name_or_path.find_first_of("./") != std::string::npos;
  if (!is_path) return built_in_codebook(name_or_path);
  const auto source = open_bytes(name_or_path);
  return Codebook::parse(*source, name_or_path, built_in_codebook);
}

Codebook for_chronology(const Codebook& weights) {
  const Codebook plain = built_in_codebook("plain");
  const bool knows_plain = std::any_of(plain.entries().begin(), plain.entries().end(),
                                       [&](const CodeEntry& e) { return weights.find_exact(e.code) != nullptr; });
  return knows_plain ? weights : plain.rescored_by(weights);
}

}  // namespace detente
