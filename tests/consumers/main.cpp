// A user of the library, built from outside in three ways.
#include <cstdio>

#include <detente/version.hpp>

int main() {
  std::printf("detente %s\n", detente::version.data());
  return detente::version_major == DETENTE_VERSION_MAJOR ? 0 : 1;
}
