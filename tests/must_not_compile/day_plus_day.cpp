// expect: no match for || invalid operands to binary expression
// The sum of two days means nothing; their difference is a number.
#include "detente/ground/day.hpp"

int main() {
  const detente::Day a{1}, b{2};
#ifdef DETENTE_CONTROL
  const auto c = a - b;
#else
  const auto c = a + b;
#endif
  return c == decltype(c){} ? 0 : 1;
}
