// expect: static assertion failed || static_assert failed
// A state is a regular value: it copies and compares.
#include "detente/contracts/model.hpp"

struct Model {
  struct State {
#ifdef DETENTE_CONTROL
    friend bool operator==(const State&, const State&) = default;
#endif
  };
  State start(detente::Day) const { return {}; }
  void advance(State&, detente::Day) const {}
  void observe(State&, const detente::Impulse&) const {}
  std::optional<double> level(const State&) const { return 0; }
};
static_assert(detente::Model<Model>);

int main() {}
