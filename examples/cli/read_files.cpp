#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "input.hpp"
#include "progress.hpp"
#include "request.hpp"
#include "store_input.hpp"
#include "usage_error.hpp"

namespace detente::cli {

ReadResult read_files(const InputOptions& options) { return read_files(options, read_options(options)); }

ReadResult read_files(const InputOptions& options, ReadOptions how) {
  if (takes_store(options)) return read_from_store(options, how);
  if (options.files.empty())
    throw UsageError("no FILE is named: which events? detente new FILE.csv writes a chronology to begin with");
  if (std::count(options.files.begin(), options.files.end(), "-") > 1)
    throw UsageError("- is named twice: standard input can be read only once");
  const std::vector<std::filesystem::path> paths(options.files.begin(), options.files.end());
  Progress progress("reading", "bytes");
  how.progress = [&](std::uint64_t done, std::optional<std::uint64_t> of) { progress.at(done, of.value_or(0)); };
  return read_events(paths, how);
}

}  // namespace detente::cli
