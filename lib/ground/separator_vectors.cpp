#include "ground/separator_vectors.hpp"

#if DETENTE_HIGHWAY

// Instructions from 2019 on, which Highway uses only on request: they gather marked bytes in one step.
#define HWY_WANT_AVX3_DL
// Highway compiles this file once for each instruction set: foreach_target.hpp includes it again.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "ground/separator_vectors.cpp"
#include <hwy/foreach_target.h>
// (must come after foreach_target)
#include <hwy/highway.h>

#include "ground/separator_bits.hpp"

HWY_BEFORE_NAMESPACE();
namespace detente::detail {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// A bit for each of 64 bytes.
template <class D, class Vector>
HWY_INLINE std::uint64_t equal_bits(D d, const std::uint8_t* text, Vector wanted) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < bits_of_word; i += hn::Lanes(d)) {
    std::uint8_t stored[8] = {};
    hn::StoreMaskBits(d, hn::LoadU(d, text + i) == wanted, stored);
    std::uint64_t some = 0;
    hwy::CopyBytes<8>(stored, &some);
    bits |= some << i;
  }
  return bits;
}

#if HWY_TARGET == HWY_AVX3_DL
/// One instruction gathers the numbers of the marked bytes, and they are widened 16 at a time.
struct WritePlaces {
  HWY_ATTR std::uint32_t* operator()(std::uint64_t bits, std::uint32_t base, std::uint32_t* out) const {
    const hn::CappedTag<std::uint8_t, bits_of_word> d;
    const hn::CappedTag<std::uint32_t, 16> d32;
    const hn::Rebind<std::uint8_t, decltype(d32)> d8;
    HWY_ALIGN std::uint8_t numbers[bits_of_word];
    hn::Store(hn::Compress(hn::Iota(d, 0), hn::LoadMaskBits(d, reinterpret_cast<const std::uint8_t*>(&bits))), d,
              numbers);
    const auto bases = hn::Set(d32, base);
    const auto widen = [&](std::size_t from) HWY_ATTR {
      hn::StoreU(hn::PromoteTo(d32, hn::LoadU(d8, numbers + from)) + bases, d32, out + from);
    };
    const auto count = static_cast<std::size_t>(std::popcount(bits));
    widen(0);
    widen(16);
    for (std::size_t from = 32; from < count; from += 16) widen(from);
    return out + count;
  }
};
#else
using WritePlaces = BitByBit;
#endif

SeparatorCounts find_by_vectors(const char* text, std::size_t size, char delimiter, std::uint32_t* places,
                                std::uint32_t* line_ends) {
  const hn::CappedTag<std::uint8_t, bits_of_word> d;
  const auto delimiters = hn::Set(d, static_cast<std::uint8_t>(delimiter));
  const auto newlines = hn::Set(d, static_cast<std::uint8_t>('\n'));
  const auto bits_of = [&](const char* from) HWY_ATTR {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(from);
    return SeparatorBits{equal_bits(d, bytes, delimiters), equal_bits(d, bytes, newlines)};
  };
  return find_by_words(text, size, places, line_ends, bits_of, WritePlaces());
}

}  // namespace HWY_NAMESPACE
}  // namespace detente::detail
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace detente::detail {

HWY_EXPORT(find_by_vectors);

namespace {

FindSeparators chosen() {
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
  return HWY_DYNAMIC_DISPATCH(find_by_vectors);
}

}  // namespace

FindSeparators best_vector_finder() {
  static const FindSeparators best = chosen();
  return best;
}

std::vector<SeparatorFinder> vector_finders() {
  std::vector<SeparatorFinder> finders;
  for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
    hwy::SetSupportedTargetsForTest(target);
    finders.push_back({hwy::TargetName(target), chosen()});
  }
  hwy::SetSupportedTargetsForTest(0);
  chosen();
  return finders;
}

}  // namespace detente::detail
#endif  // HWY_ONCE

#else  // without Highway

namespace detente::detail {

FindSeparators best_vector_finder() { return nullptr; }
std::vector<SeparatorFinder> vector_finders() { return {}; }

}  // namespace detente::detail

#endif
