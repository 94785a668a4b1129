#pragma once
/// \file
/// The characters of a plain-text chart, in both scripts.

#include "detente/output/wording/headline.hpp"

namespace detente::detail {

struct Glyphs {
  std::string dash, arrow, missing, cut, neutral, reach, band, point, left_out;

  static Glyphs of(Script script) {
    if (script == Script::ascii) return {"-", "->", "", "~", "|", "=", "-", "o", "*"};
    return {"–", "→", "–", "…", "┃", "━", "─", "●", "◆"};
  }
};

}  // namespace detente::detail
