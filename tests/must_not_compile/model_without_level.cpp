// expect: no matching function for call to 'run( || no matching function for call to ‘run(
// A struct that cannot say its level is no model, and run() says so by its concept.
#include <vector>

#include "detente/contracts/run.hpp"

struct Mute {
  using State = int;
  State start(detente::Day) const { return 0; }
  void advance(State&, detente::Day) const {}
  void observe(State&, const detente::Impulse&) const {}
#ifdef DETENTE_CONTROL
  std::optional<double> level(const State&) const { return 0; }
#endif
};

int main() {
  const std::vector<detente::Day> days;
  return static_cast<int>(run(Mute(), {}, days).size());
}
