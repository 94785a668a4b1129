#pragma once
/// \file
/// What the coding rules ask about codes, a code at a time, so that a log whose codes grow in number need not be looked
/// through again for each that is new.

#include <cstdint>
#include <map>
#include <vector>

#include "detente/contracts/codebook.hpp"

namespace detente::detail {

/// Which codes are spellings of one.
class FirstSpellings {
 public:
  explicit FirstSpellings(const Codebook& codebook) : codebook_(&codebook) {}

  /// The least number of those that are spellings of this code; its own if it is the first. Numbers ascend.
  std::uint16_t first_of(const std::string& code, std::uint16_t number);

 private:
  const Codebook* codebook_;
  std::map<const CodeEntry*, std::uint16_t> first_;
};

/// Which codes describe one occurrence from its two sides: a `MirrorTest`.
class MirrorSides {
 public:
  explicit MirrorSides(const Codebook& codebook) : codebook_(&codebook) {}

  /// The code with the next number.
  void add(const std::string& code);
  bool operator()(std::uint16_t code, std::uint16_t other) const;

 private:
  struct Side {
    const CodeEntry* entry = nullptr;
    bool is_own_mirror = false, pays_visit = false, receives_visit = false;
  };

  const Codebook* codebook_;
  std::vector<Side> sides_;
};

}  // namespace detente::detail
