// expect: no matching function for call to || no matching constructor for initialization
#include "detente/models/any_model.hpp"
#include "detente/models/decayed_sum.hpp"

struct NoModel {};

int main() {
#ifdef DETENTE_CONTROL
  const detente::AnyModel model(detente::DecayedSum(), "decayed_sum");
#else
  const detente::AnyModel model(NoModel(), "none");
#endif
}
