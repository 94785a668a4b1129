#pragma once
/// \file
/// What scoring one part of a panel gave, as bytes: first the sums, and then the text of each pair in the order of
/// their names, so that the texts of all parts can be merged without having all in memory.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

/// The sums alone, as a part without pairs has them.
std::string bytes_of(const PartSums& sums);
PartSums sums_of(std::string_view bytes);
/// A pair with its text behind others.
void put_text_of(std::string& to, const Dyad& pair, std::string_view text);

/// Takes texts of pairs apart again, as their bytes come. Throws `InputError` where they are not what was put.
class TextReader {
 public:
  explicit TextReader(std::unique_ptr<ByteSource> bytes) : bytes_(std::move(bytes)) {}
  virtual ~TextReader() = default;

  /// The next pair, or nothing at the end.
  std::optional<PairText> next();

 protected:
  std::string take(std::size_t size);
  std::uint64_t number();

 private:
  bool fill(std::size_t wanted);

  std::unique_ptr<ByteSource> bytes_;
  std::string buffer_;
  std::size_t at_ = 0;
};

/// The same of a part's result, which begins with its sums.
class PartReader final : public TextReader {
 public:
  explicit PartReader(std::unique_ptr<ByteSource> bytes)
      : TextReader(std::move(bytes)), sums_(sums_of(take(number()))) {}

  const PartSums& sums() const noexcept { return sums_; }

 private:
  PartSums sums_;
};

}  // namespace detente::detail
#pragma GCC visibility pop
