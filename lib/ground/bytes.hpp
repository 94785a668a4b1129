#pragma once
/// \file
/// Values as bytes, each in exactly one way: whole numbers by seven bits a byte, lowest first; doubles by their 64
/// bits, lowest byte first; texts and lists by their length and then what is in them.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

inline void put_number(std::string& to, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) to.push_back(static_cast<char>(number | 0x80));
  to.push_back(static_cast<char>(number));
}
/// 0, −1, 1, −2, … are 0, 1, 2, 3, …
inline void put_signed(std::string& to, std::int64_t number) {
  put_number(to, (static_cast<std::uint64_t>(number) << 1) ^ static_cast<std::uint64_t>(number >> 63));
}
inline void put_double(std::string& to, double number) {
  const auto word = std::bit_cast<std::uint64_t>(number);
  for (int shift = 0; shift < 64; shift += 8) to.push_back(static_cast<char>(word >> shift));
}
inline void put_text(std::string& to, std::string_view text) {
  put_number(to, text.size());
  to += text;
}

/// Takes them off again. Throws `InputError` where the bytes are not what was put.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number();
  std::int64_t signed_number() {
    const std::uint64_t folded = number();
    return static_cast<std::int64_t>((folded >> 1) ^ (~(folded & 1) + 1));
  }
  double decimal();
  std::string_view text();
  /// So many things of so many bytes each, as they lie.
  std::string_view raw(std::uint64_t things, std::size_t size);
  /// A number of things, each of at least one byte.
  std::size_t count();
  bool empty() const noexcept { return bytes_.empty(); }
  [[noreturn]] static void fail();

 private:
  std::string_view take(std::size_t bytes);
  std::string_view bytes_;
};

}  // namespace detente::detail
#pragma GCC visibility pop
