#include "ground/bytes.hpp"

#include "detente/ground/error.hpp"

namespace detente::detail {

void ByteReader::fail() { throw InputError(ErrorCode::damaged, "a record is damaged"); }

std::string_view ByteReader::take(std::size_t bytes) {
  if (bytes > bytes_.size()) fail();
  const std::string_view out = bytes_.substr(0, bytes);
  bytes_.remove_prefix(bytes);
  return out;
}

std::uint64_t ByteReader::number() {
  std::uint64_t out = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const auto byte = static_cast<unsigned char>(take(1).front());
    out |= std::uint64_t{byte & 0x7fU} << shift;
    if (byte < 0x80) return out;
  }
  fail();
}

double ByteReader::decimal() {
  std::uint64_t word = 0;
  unsigned shift = 0;
  for (const char c : take(8)) {
    word |= std::uint64_t{static_cast<unsigned char>(c)} << shift;
    shift += 8;
  }
  return std::bit_cast<double>(word);
}

std::string_view ByteReader::text() { return take(number()); }

std::string_view ByteReader::raw(std::uint64_t things, std::size_t size) {
  if (things > bytes_.size() / size) fail();
  return take(static_cast<std::size_t>(things) * size);
}

std::size_t ByteReader::count() {
  const std::uint64_t things = number();
  if (things > bytes_.size()) fail();
  return things;
}

}  // namespace detente::detail
