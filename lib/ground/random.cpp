#include "detente/ground/random.hpp"

#include <boost/math/special_functions/erf.hpp>

namespace detente {
namespace {

struct Product {
  std::uint32_t high, low;
};

constexpr Product multiply(std::uint32_t a, std::uint32_t b) noexcept {
  const std::uint64_t product = std::uint64_t{a} * b;
  return {static_cast<std::uint32_t>(product >> 32), static_cast<std::uint32_t>(product)};
}

}  // namespace

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) noexcept {
  for (int round = 0; round < 10; ++round) {
    const Product a = multiply(0xD2511F53U, counter[0]);
    const Product b = multiply(0xCD9E8D57U, counter[2]);
    counter = {b.high ^ counter[1] ^ key[0], b.low, a.high ^ counter[3] ^ key[1], a.low};
    key[0] += 0x9E3779B9U;
    key[1] += 0xBB67AE85U;
  }
  return counter;
}

double Draws::uniform(Purpose purpose, std::uint32_t draw, std::uint64_t key) const noexcept {
  const auto bits = philox({static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32), draw,
                            static_cast<std::uint32_t>(purpose)},
                           {static_cast<std::uint32_t>(seed_), static_cast<std::uint32_t>(seed_ >> 32)});
  const std::uint64_t mantissa = ((std::uint64_t{bits[0]} << 32) | bits[1]) >> 12;  // 52 bits
  return (static_cast<double>(mantissa) + 0.5) * 0x1p-52;
}

double Draws::normal(Purpose purpose, std::uint32_t draw, std::uint64_t key) const {
  constexpr double root_two = 1.4142135623730950488;
  return -root_two * boost::math::erfc_inv(2 * uniform(purpose, draw, key));
}

}  // namespace detente
