#pragma once
/// \file
/// An entry of a codebook that has to be there.

#include <stdexcept>
#include <string>
#include <string_view>

#include "detente/contracts/codebook.hpp"

namespace detente::test {

inline const CodeEntry& entry(const Codebook& book, std::string_view code) {
  const CodeEntry* found = book.find(code);
  if (!found) throw std::out_of_range(book.name() + " has no " + std::string(code));
  return *found;
}

}  // namespace detente::test
