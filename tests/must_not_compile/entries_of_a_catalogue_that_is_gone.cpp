// expect: use of deleted function || call to deleted
// A loop over the entries of a temporary catalogue would read what is gone.
#include <cstddef>

#include "detente/models/catalogue.hpp"

std::size_t models() {
#ifdef DETENTE_CONTROL
  const detente::Catalogue catalogue = detente::Catalogue::built_in();
  return catalogue.entries().size();
#else
  return detente::Catalogue::built_in().entries().size();
#endif
}

int main() { return models() > 0 ? 0 : 1; }
