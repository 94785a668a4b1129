// expect: could not convert || no known conversion || cannot convert
// A kind of period is none of a number, and of no other enumeration.
#include "detente/contracts/index_series.hpp"

int main() {
#ifdef DETENTE_CONTROL
  const auto kind = detente::PeriodKind::month;
#else
  const auto kind = detente::SampleAt::mean;
#endif
  return period_of(kind, detente::Day{0}).first.value;
}
