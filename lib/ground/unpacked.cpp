#include "ground/unpacked.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "detente/ground/error.hpp"
#include "ground/archive_bytes.hpp"
#include "ground/gzip_bytes.hpp"
#include "ground/peeked_bytes.hpp"

namespace detente::detail {
namespace {

constexpr std::size_t magic_bytes = 4;

/// "gzip", "zip" or "zstd", or "" for bytes that are not compressed.
std::string_view packing_of(std::string_view head) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> magics{{{"\x1F\x8B", "gzip"},
                                                                                 {"PK\x03\x04", "zip"},
                                                                                 {"PK\x05\x06", "zip"},
                                                                                 {"PK\x07\x08", "zip"},
                                                                                 {"\x28\xB5\x2F\xFD", "zstd"}}};
  for (const auto& [magic, name] : magics)
    if (head.starts_with(magic)) return name;
  return {};
}

/// A source together with its beginning.
class LookedAt : public ByteSource {
 public:
  explicit LookedAt(std::unique_ptr<ByteSource> source) : source_(std::move(source)), bytes_(*source_, magic_bytes) {}
  std::string_view head() const { return bytes_.head(); }
  std::size_t read(std::span<char> into) override { return bytes_.read(into); }

 private:
  std::unique_ptr<ByteSource> source_;
  PeekedBytes bytes_;
};

}  // namespace

std::unique_ptr<ByteSource> unpacked(std::unique_ptr<ByteSource> bytes, const std::filesystem::path& path) {
  auto source = std::make_unique<LookedAt>(std::move(bytes));
  const std::string_view packing = packing_of(source->head());
  if (packing.empty()) return source;
  auto inside = packing == "gzip" ? gzip_bytes(std::move(source), path)
                                  : archive_bytes(std::move(source), path, packing == "zip");
  if (!inside)
    throw InputError(
        ErrorCode::not_built,
        fmt::format("{}: is packed ({}), and détente was built without {}: unpack it first", path.string(), packing,
                    packing == "gzip" ? "zlib (Debian: zlib1g-dev)" : "libarchive (Debian: libarchive-dev)"));
  return inside;
}

}  // namespace detente::detail
