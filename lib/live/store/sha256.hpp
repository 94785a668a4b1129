#pragma once
/// \file
/// SHA-256, for hashes that are quoted elsewhere and compared years later. About 200 MB/s.
///
/// Source: NIST FIPS 180-4, sections 5.1.1, 5.3.3 and 6.2.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace detente::detail {

class Sha256 {
 public:
  Sha256& add(std::string_view bytes);
  /// The hash of what was added so far, 32 bytes.
  std::string digest() const;

 private:
  void block(const unsigned char* bytes);

  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<unsigned char, 64> waiting_{};
  std::uint64_t length_ = 0;  // in bytes
};

std::string sha256(std::string_view bytes);
/// Two digits a byte, in lower case.
std::string hexadecimal(std::string_view bytes);

}  // namespace detente::detail
