#include "detente/detail/stored.hpp"

#include "detente/detail/hash.hpp"
#include "detente/ground/error.hpp"

namespace detente::detail {
namespace {

std::uint64_t check_of(std::string_view kind, std::string_view bytes) noexcept {
  return Hasher().add(kind).add(bytes).value();
}

}  // namespace

void append_word(std::string& bytes, std::uint64_t word) {
  for (int shift = 0; shift < 64; shift += 8) bytes.push_back(static_cast<char>(word >> shift & 0xff));
}

std::uint64_t take_word(std::string_view& bytes) noexcept {
  if (bytes.size() < 8) return 0;
  std::uint64_t word = 0;
  for (std::size_t i = 8; i-- > 0;) word = word << 8 | static_cast<unsigned char>(bytes[i]);
  bytes.remove_prefix(8);
  return word;
}

std::string sealed(std::string_view kind, std::string bytes) {
  append_word(bytes, check_of(kind, bytes));
  return bytes;
}

std::string_view unsealed(std::string_view kind, std::string_view bytes) {
  if (bytes.size() < 8) throw_not_stored(kind, bytes.size());
  const std::string_view content = bytes.substr(0, bytes.size() - 8);
  std::string_view check = bytes.substr(content.size());
  if (take_word(check) != check_of(kind, content)) throw_not_stored(kind, bytes.size());
  return content;
}

void throw_not_stored(std::string_view kind, std::size_t bytes) {
  throw_invalid("stored state", std::to_string(bytes) + " bytes",
                "is of " + std::string(kind) + " and whole, as it was saved");
}

}  // namespace detente::detail
