// expect: static assertion failed || static_assert failed
// A level is an optional: a model that cannot say "missing" would say 0.
#include "detente/contracts/model.hpp"

struct Certain {
  using State = int;
  State start(detente::Day) const { return 0; }
  void advance(State&, detente::Day) const {}
  void observe(State&, const detente::Impulse&) const {}
#ifdef DETENTE_CONTROL
  std::optional<double> level(const State&) const { return 0; }
#else
  double level(const State&) const { return 0; }
#endif
};
static_assert(detente::Model<Certain>);

int main() {}
