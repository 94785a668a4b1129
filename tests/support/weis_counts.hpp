#pragma once
/// \file
/// Roughly how often codes occur in WEIS and CAMEO data: invented after such sets, for tests of how to tell them apart.

#include <string>

#include "detente/contracts/codebook_choice.hpp"

namespace detente::test {

/// WEIS codes of two states at war.
inline CodeCounts weis_of_war() {
  return {{"223", 300}, {"023", 180}, {"121", 120}, {"122", 90}, {"031", 110}, {"032", 60}, {"033", 55}, {"094", 70},
          {"102", 65},  {"112", 50},  {"111", 40},  {"173", 25}, {"160", 20},  {"081", 40}, {"054", 12}, {"012", 6},
          {"193", 8},   {"212", 30},  {"211", 25},  {"221", 12}, {"150", 22},  {"141", 18}};
}

/// WEIS codes of two states that talk: every code is also one of CAMEO.
inline CodeCounts weis_of_peace() {
  return {{"023", 60}, {"031", 50}, {"032", 35}, {"033", 30}, {"121", 20}, {"102", 20},
          {"094", 15}, {"081", 15}, {"041", 10}, {"052", 8},  {"021", 5}};
}

inline CodeCounts cameo_of_war() {
  return {{"190", 200}, {"193", 80}, {"036", 120}, {"046", 150}, {"042", 90}, {"043", 85}, {"020", 60},
          {"010", 55},  {"112", 60}, {"111", 60},  {"173", 40},  {"172", 8},  {"051", 40}, {"0841", 12}};
}

inline std::size_t events_of(const CodeCounts& codes) {
  std::size_t events = 0;
  for (const auto& [code, n] : codes) events += n;
  return events;
}

/// A KEDS set of these codes, spread over 1993.
inline std::string keds_of(const CodeCounts& codes) {
  std::string text;
  int event = 0;
  for (const auto& [code, n] : codes)
    for (std::size_t i = 0; i < n; ++i, ++event) {
      const int month = 1 + event % 12, day = 1 + event / 12 % 28;
      text += "1993-" + std::string(month < 10 ? "0" : "") + std::to_string(month) + "-" +
              std::string(day < 10 ? "0" : "") + std::to_string(day) +
              (event % 2 == 0 ? "\tSRB\tBOS\t" : "\tBOS\tSRB\t") + code + "\n";
    }
  return text;
}

}  // namespace detente::test
