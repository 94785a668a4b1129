// expect: could not convert || no viable conversion || conversion from
// A number is no day until somebody says since when it counts.
#include "detente/ground/day.hpp"

detente::Day next(detente::Day day) { return day + 1; }

int main() {
#ifdef DETENTE_CONTROL
  return next(detente::Day{20357}).value;
#else
  return next(20357).value;
#endif
}
