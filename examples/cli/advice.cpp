#include "advice.hpp"

#include <array>
#include <utility>

namespace detente::cli {

std::string_view advice_for(std::string_view field) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> advice{
      {{"ReadOptions::columns", "; name yours with --columns 'source=…,target=…'"},
       {"ReadOptions::format", "; without --format it is told by the file's beginning"},
       {"ReadOptions::sources",
        "; --source NAME says that all files are one source's, --source once for each FILE that they are not"},
       {"ReadOptions::max_rejects", "; see --max-rejects"},
       {"Scoring::codebook", "; see detente codebook list, and --codebook"},
       {"IndexRequest::from", " (--from, --to)"},
       {"Selection::as_of", "; see --as-of"},
       {"ForecastRequest::calibration", ": detente calibrate FILES --to-file mine.csv, then --calibration mine.csv"}}};
  for (const auto& [name, text] : advice)
    if (name == field) return text;
  return {};
}

std::string said(const InputError& error) { return error.message() + std::string(advice_for(error.field())); }

}  // namespace detente::cli
