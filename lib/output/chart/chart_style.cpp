#include "output/chart/chart_frame.hpp"

namespace detente::detail::chart {

std::string_view dark_style() {
  return ".dt-paper,.dt-hollow{fill:#16181b}.dt-ink{fill:#e9e9e9}.dt-soft{fill:#aeb3b8}.dt-heat{fill:#e58cc4}"
         ".dt-ink-line{stroke:#e9e9e9}.dt-soft-line{stroke:#aeb3b8}.dt-heat-line{stroke:#e58cc4}"
         ".dt-grid{stroke:#3d4146}.dt-rises{fill:#fff;fill-opacity:.12}.dt-dots{fill:#3f5a75}.dt-halo{stroke:#16181b}"
         ".dt-rise rect{fill:#c8c8c8}.dt-rise text{fill:#16181b}.dt-thaw rect{fill:#24394d}.dt-thaw text{fill:#e9e9e9}"
         ".dt-fade rect{fill:#16181b}.dt-fade text{fill:#e9e9e9}.dt-phase rect{stroke:#aeb3b8}";
}

}  // namespace detente::detail::chart
