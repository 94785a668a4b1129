// A user of the library, built from outside in three ways.
#include <cstdio>

#include <detente/version.hpp>
#ifdef WITH_FIT
#include <detente/fit/latent_level_fit.hpp>
#endif

int main() {
  std::printf("detente %s\n", detente::version.data());
#ifdef WITH_FIT
  if (detente::fit_latent_level(detente::DayMeans{}).status != detente::FitStatus::failed) return 2;
#endif
  return detente::version_major == DETENTE_VERSION_MAJOR ? 0 : 1;
}
