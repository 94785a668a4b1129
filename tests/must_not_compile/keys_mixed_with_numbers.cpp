// expect: no match for || invalid operands to binary expression
#include "detente/values/event_key.hpp"

int main() {
  const detente::EventKey key{7};
#ifdef DETENTE_CONTROL
  return key < detente::EventKey{8} ? 0 : 1;
#else
  return key < 8 ? 0 : 1;
#endif
}
