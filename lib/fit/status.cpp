#include "detente/fit/status.hpp"

namespace detente {

std::string_view to_text(FitStatus status) {
  switch (status) {
    case FitStatus::converged: return "converged";
    case FitStatus::boundary: return "boundary";
    case FitStatus::failed: break;
  }
  return "failed";
}

}  // namespace detente
