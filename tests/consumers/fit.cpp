// A user of the component fit: made-up events in, what triggers what out.
#include <detente/fit/hawkes_fit.hpp>
#include <detente/processes/hawkes/simulation.hpp>
#include <cstdio>

int main() {
  const detente::HawkesEvents events = detente::simulate({{0.5}, {0.5}, {1}}, 1, {{{0, 1000}}});
  const detente::HawkesFit fit = detente::fit_hawkes(events);
  std::printf("%s", fit.full().c_str());
  return fit.status == detente::FitStatus::converged ? 0 : 1;
}
