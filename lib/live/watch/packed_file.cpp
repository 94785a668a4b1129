#include "live/watch/packed_file.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <vector>

#include "detente/ground/byte_source.hpp"
#include "detente/ground/error.hpp"

namespace detente::detail {
namespace {

constexpr std::string_view zip_begin = "PK\x03\x04", zip_directory_end = "PK\x05\x06";
constexpr std::size_t directory_end_bytes = 22, most_comment = 65'535;

/// The last bytes of a file.
std::string tail_of(const std::filesystem::path& path, std::size_t most) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const auto size = static_cast<std::size_t>(std::max<std::streamoff>(file.tellg(), 0));
  std::string out(std::min(size, most), '\0');
  file.seekg(static_cast<std::streamoff>(size - out.size()));
  file.read(out.data(), static_cast<std::streamsize>(out.size()));
  return file ? out : std::string();
}

bool begins_as_zip(const std::filesystem::path& path) {
  std::array<char, zip_begin.size()> head{};
  std::ifstream(path, std::ios::binary).read(head.data(), head.size());
  return std::string_view(head.data(), head.size()) == zip_begin;
}

/// A .zip ends with the end of its directory and a comment of a stated length.
bool has_zip_directory(const std::filesystem::path& path) {
  const std::string tail = tail_of(path, directory_end_bytes + most_comment);
  const std::size_t at = tail.rfind(zip_directory_end);
  if (at == std::string::npos || tail.size() - at < directory_end_bytes) return false;
  const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(tail[at + i])); };
  return tail.size() - at == directory_end_bytes + byte(20) + 256 * byte(21);
}

void read_to_the_end(const std::filesystem::path& path) {
  const auto bytes = open_unpacked(path);
  std::vector<char> piece(std::size_t{1} << 16);
  do {
    while (bytes->read(piece) > 0) continue;
  } while (bytes->next_file());
}

}  // namespace

bool is_packed(std::string_view head) {
  constexpr std::array<std::string_view, 4> magics{"\x1F\x8B", zip_begin, zip_directory_end, "\x28\xB5\x2F\xFD"};
  return std::any_of(magics.begin(), magics.end(), [&](std::string_view magic) { return head.starts_with(magic); });
}

std::optional<std::string> why_not_whole(const std::filesystem::path& path) {
  if (begins_as_zip(path) && !has_zip_directory(path))
    return path.string() + ": its directory, which is written last, is not there yet";
  try {
    read_to_the_end(path);
    return std::nullopt;
  } catch (const InputError& damage) {
    return damage.message();
  }
}

}  // namespace detente::detail
