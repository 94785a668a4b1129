#pragma once
/// \file
/// Counter-based random numbers. A draw is a pure function of what it is for: (seed, purpose, draw number, key of the
/// event or code). So adding an event, or changing the thread count or the order, leaves every other draw as it was,
/// and any draw can be repeated on its own.
///
/// Generator: Philox 4x32 with 10 rounds (Salmon, Moraes, Dror & Shaw 2011), tested against the authors' known answers.
/// Normal numbers come from the inverse of the normal distribution function: one uniform number in, one normal number
/// out.

#include <array>
#include <cstdint>

#pragma GCC visibility push(default)
namespace detente {

/// 128 random bits from a 128-bit counter and a 64-bit key.
std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) noexcept;

/// What a number is drawn for; numbers drawn for different purposes are independent.
enum class Purpose : std::uint8_t {
  day = 1,
  occurrence,
  code_offset,
  event_offset,
  model_noise,
  time_of_day,
  arrival,
  mark,
  resampling
};

/// One stream per seed: every call names its counter. Threads: any number may use an object at once.
class Draws {
 public:
  /// Draws of the same seed are the same everywhere.
  explicit constexpr Draws(std::uint64_t seed) noexcept : seed_(seed) {}

  /// Uniform on the open interval (0, 1), in steps of 2^-52.
  double uniform(Purpose purpose, std::uint32_t draw, std::uint64_t key) const noexcept;
  /// Standard normal.
  double normal(Purpose purpose, std::uint32_t draw, std::uint64_t key) const;

 private:
  std::uint64_t seed_;
};

}  // namespace detente
#pragma GCC visibility pop
