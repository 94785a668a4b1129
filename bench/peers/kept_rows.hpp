#pragma once
/// \file
/// How programs that only read are compared (see reading.sh): the number of rows between two countries, and a checksum
/// of their three texts that does not depend on their order:
///
///     Σ FNV-1a(source TAB target TAB code) modulo 2^64
///
/// FNV-1a starts at 14695981039346656037 and takes one byte at a time: h = (h ^ byte) × 1099511628211.

#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <string_view>

namespace bench {

class KeptRows {
 public:
  void take(std::string_view source, std::string_view target, std::string_view code) {
    if (source.empty() || target.empty() || source == target) return;
    ++count_;
    sum_ += hash_of(source, target, code);
  }
  void print() const { std::printf("%" PRIu64 " rows, checksum %016" PRIx64 "\n", count_, sum_); }

 private:
  static std::uint64_t hash_of(std::string_view source, std::string_view target, std::string_view code) {
    std::uint64_t hash = 14695981039346656037U;
    const auto add = [&](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U; };
    for (const char c : source) add(c);
    add('\t');
    for (const char c : target) add(c);
    add('\t');
    for (const char c : code) add(c);
    return hash;
  }

  std::uint64_t count_ = 0;
  std::uint64_t sum_ = 0;
};

}  // namespace bench
