#pragma once
/// The two US–Colombia histories, and how they are scored by default.

#include <filesystem>

#include "detente/codebooks/built_in.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/questions/index/index_report.hpp"
#include "detente/readers/read_events.hpp"

namespace detente::test {

inline EventLog us_colombia(const char* file = "us_colombia_2025_2026.csv") {
  return read_events(std::filesystem::path(DETENTE_EXAMPLES_DATA) / file).log;
}
inline EventLog us_colombia_article() { return us_colombia("us_colombia_article.csv"); }

inline Selection usa_col() { return {.dyad = {"USA", "COL"}}; }

inline Scoring default_scoring(const char* model = "decayed_sum") {
  return {.codebook = built_in_codebook("plain"), .model = Catalogue::built_in().make(model)};
}

inline History history_of(const EventLog& log, const Scoring& scoring) {
  return prepare(log, usa_col(), scoring, PeriodKind::month);
}

}  // namespace detente::test
