#pragma once
/// \file
/// What scoring one part of a panel gave, as bytes: first the sums, and then the text of each pair in the order of their
/// names, so that the texts of all parts can be merged without having all in memory.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detente/ground/byte_source.hpp"
#include "detente/questions/index/panel.hpp"
#include "distributed/part_log.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// The sums of one part, or of several.
struct PartSums {
  PanelSummary summary;
  HomeCounts home;
};

/// Adds those of another part. The lists are put in order by `in_order`.
void add(PartSums& to, const PartSums& part);
/// The same whatever the order in which parts were added: silent pairs by name, unknown codes as in `panel`.
PartSums in_order(PartSums sums);

/// The text of a pair.
struct PairText {
  Dyad pair;
  std::string text;
};

/// A part's result on its way into bytes.
class PartResult {
 public:
  void add(const IndexSeries& series, std::string_view text);
  std::string bytes(const PartSums& sums) const;

 private:
  std::string texts_;
};

/// Takes the bytes of a result apart again, as they come. Throws `InputError` where they are not those of a result.
class PartReader {
 public:
  /// Reads the sums.
  explicit PartReader(std::unique_ptr<ByteSource> bytes);

  const PartSums& sums() const noexcept { return sums_; }
  /// The next pair, or nothing at the end.
  std::optional<PairText> next();

 private:
  std::string take(std::size_t size);
  std::uint64_t number();
  bool fill(std::size_t wanted);

  std::unique_ptr<ByteSource> bytes_;
  std::string buffer_;
  std::size_t at_ = 0;
  PartSums sums_;
};

}  // namespace detente::detail
#pragma GCC visibility pop
