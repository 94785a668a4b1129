#include "detente/output/page/ranking_page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "detente/ground/error.hpp"
#include "output/chart/markup.hpp"
#include "output/page/page_parts.hpp"
#include "output/page/ranking_parts.hpp"
#include "output/wording/ranking_words.hpp"

namespace detente {
using namespace detail;
namespace {

void check_histories(const Ranking& ranking, std::span<const IndexSeries> histories) {
  if (histories.size() != ranking.pairs.size())
    throw_invalid("histories", static_cast<double>(histories.size()), "are one for each pair of the ranking");
  for (std::size_t i = 0; i < histories.size(); ++i) {
    if (histories[i].dyad != ranking.pairs[i].dyad)
      throw_invalid("histories", to_text(histories[i].dyad), "are in the order of the ranking");
    if (histories[i].rows.empty() || histories[i].rows.size() != histories[0].rows.size())
      throw_invalid("histories", to_text(histories[i].dyad), "are all over the same periods");
  }
}

std::string making_of_ranking(const Provenance& p) {
  std::vector<std::pair<std::string, std::string>> items{
      {"Codebook", fmt::format("{} {}, hash {}", p.codebook, p.codebook_version, p.codebook_hash)},
      {"Model", p.model},
      {"Source profile", p.profile ? to_text(*p.profile) : ""},
      {"Scale", p.scale},
      {"Rules", p.rules},
      {"Only the issue", p.issue},
      {"As known on", p.as_of ? to_text(*p.as_of) : ""},
      {"Read from", fmt::format("{}", fmt::join(p.sources, ", "))},
      {"Assumptions", fmt::format("{}", fmt::join(p.assumptions, "; "))},
      {"Program", "détente " + p.version}};
  std::string out;
  for (const auto& [term, text] : items)
    if (!text.empty()) out += fmt::format("<dt>{}</dt><dd>{}</dd>\n", term, escaped(text));
  return "<dl>\n" + out + "</dl>\n";
}

std::string head_of_ranking(const Ranking& ranking, std::string_view title) {
  std::string head = page::document_head(ranking.provenance.version, title);
  return head.insert(head.rfind("</head>"), fmt::format("<style>\n{}\n</style>\n", page::ranking_style()));
}

}  // namespace

std::string ranking_page_html(const Ranking& ranking, std::span<const IndexSeries> histories,
                              const RankingPageOptions& options) {
  check_histories(ranking, histories);
  const std::string title = options.title.empty() ? ranking_title(ranking) : options.title;
  const std::size_t lines = std::min(options.most_lines, histories.size());
  std::string out = head_of_ranking(ranking, title) + "<body>\n<main>\n";
  out += fmt::format("<header>\n<h1><bdi>{}</bdi></h1>\n{}</header>\n", escaped(title),
                     page::paragraph(ranking_notes(ranking)));
  out += page::section("map", "Pairs over time",
                       page::pairs_map(ranking, histories, page::HeatClasses(ranking.words, histories), lines));
  if (const std::string unranked = unranked_text(ranking); !unranked.empty()) out += page::paragraph(unranked);
  out += page::section("lines", "One by one, and what moved them", page::pairs_lines(ranking, histories, lines));
  if (!histories.empty())
    out += page::section("years", "As a table",
                         "<details><summary>The index of every pair over time</summary>\n" +
                             page::pairs_years(ranking, histories) + "</details>\n");
  out += page::section("making", "How it was made", making_of_ranking(ranking.provenance));
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace detente
