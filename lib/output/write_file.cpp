#include "detente/output/write_file.hpp"

#include "detente/ground/atomic_file.hpp"

namespace detente {

void write_file(const std::filesystem::path& path, std::string_view text) {
  AtomicFile file(path);
  file.write(text);
  file.finish();
}

}  // namespace detente
