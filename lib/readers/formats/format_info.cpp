#include "detente/readers/formats/format_info.hpp"

#include <array>

namespace detente {
namespace {

const std::array<FormatInfo, 11>& table() {
  static const std::array<FormatInfo, 11> all{{
      {.name = "gdelt2",
       .description =
           "GDELT 2 events, the 15-minute files since 2015: 61 columns between tabs, or a copy with a header.",
       .codebook = "gdelt",
       .profile = "gdelt"},
      {.name = "gdelt1",
       .description = "GDELT 1 events, daily and back to 1979: 57 or 58 columns between tabs, or a copy with a header.",
       .codebook = "gdelt",
       .profile = "gdelt"},
      {.name = "icews",
       .description = "ICEWS coded events, 1995 to 2023: between tabs, with a header and countries by name.",
       .codebook = "icews",
       .profile = "icews"},
      {.name = "polecat",
       .description = "POLECAT, the successor of ICEWS since 2018: between tabs, with a header, coded in PLOVER.",
       .codebook = "plover",
       .profile = "polecat"},
      {.name = "phoenix",
       .description = "Phoenix daily events, 2014 to 2019: 26 columns between tabs.",
       .codebook = "gdelt",
       .profile = "phoenix"},
      {.name = "cline",
       .description = "The Cline Center's historical Phoenix events, 1945 to 2019: a CSV with a header.",
       .codebook = "gdelt",
       .profile = "cline"},
      {.name = "keds",
       .description = "KEDS data sets: date, source, target and a CAMEO or WEIS code between tabs.",
       .codebook = "gdelt",
       .other_codebook = "weis",
       .roll_up = RollUp::cameo,
       .profile = "keds"},
      {.name = "acled",
       .description = "ACLED, political violence and protest coded by people: a CSV with a header; deaths are acts.",
       .machine_coded = false,
       .codebook = "acled",
       .roll_up = RollUp::governments,
       .profile = "acled"},
      {.name = "ucdp",
       .description = "UCDP GED, deadly events since 1989 coded by people: a CSV with a header; deaths are acts.",
       .machine_coded = false,
       .codebook = "ucdp",
       .roll_up = RollUp::governments,
       .profile = "ucdp"},
      {.name = "jsonl",
       .description =
           "A chronology as JSON lines: one object a line, its members named as the columns of a chronology.",
       .machine_coded = false,
       .chosen_acts = true,
       .codebook = "plain"},
      {.name = "chronology",
       .description =
           "A chronology in détente's own columns: a CSV with a header, or any table by a layout of columns.",
       .machine_coded = false,
       .chosen_acts = true,
       .codebook = "plain"},
  }};
  return all;
}

}  // namespace

std::span<const FormatInfo> formats() { return table(); }

const FormatInfo* find_format(std::string_view name) {
  for (const FormatInfo& info : table())
    if (info.name == name) return &info;
  return nullptr;
}

}  // namespace detente
