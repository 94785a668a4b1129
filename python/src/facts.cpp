#include "questions.hpp"

#include "detente/version.hpp"

namespace detente::python {

std::string version_text() { return std::string(version); }

Facts facts_of(const Provenance& p) {
  Facts out{{"sources", p.sources},
            {"codebook", p.codebook},
            {"codebook_version", p.codebook_version},
            {"codebook_hash", p.codebook_hash},
            {"model", p.model},
            {"scale", p.scale},
            {"rules", p.rules},
            {"status_weights", p.status_weights},
            {"issue", p.issue},
            {"band", p.band},
            {"version", p.version},
            {"assumptions", p.assumptions}};
  if (p.profile) out["profile"] = to_text(*p.profile);
  if (p.as_of) out["as_of"] = to_text(*p.as_of);
  return out;
}

}  // namespace detente::python
