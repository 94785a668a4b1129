#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "output/chart/markup.hpp"
#include "output/page/page_parts.hpp"
#include "output/page/ranking_parts.hpp"
#include "output/wording/figures.hpp"
#include "output/wording/ranking_words.hpp"

namespace detente::detail::page {
namespace {

/// The range of the index that all lines share, and its place from 0 (top) to 100.
struct LineScale {
  double low, high;
  int y(double index) const { return static_cast<int>(std::lround(100 * (high - index) / (high - low))); }
};

LineScale line_scale(const Ranking& ranking, std::span<const IndexSeries> histories) {
  LineScale out{ranking.words.neutral, ranking.words.neutral + 1};
  for (const IndexSeries& series : histories)
    for (const IndexRow& row : series.rows)
      if (const auto index = known_index(row))
        out = {std::min(out.low, std::floor(*index)), std::max(out.high, std::ceil(*index))};
  return out;
}

/// What lies under the line where something is known, and the line itself, broken where nothing is.
struct LinePaths {
  std::string known, line;
};

LinePaths paths_of_line(const IndexSeries& series, const LineScale& scale) {
  LinePaths out;
  const std::vector<IndexRow>& rows = series.rows;
  for (std::size_t first = 0, end = 0; first < rows.size(); first = std::max(end, first + 1)) {
    for (end = first; end < rows.size() && known_index(rows[end]);) ++end;
    if (end == first) continue;
    out.known += fmt::format("M{} 50h{}", first, end - first);
    int y = scale.y(*known_index(rows[first]));
    out.line += fmt::format("M{} {}h1", first, y);
    for (std::size_t i = first + 1; i < end; ++i) {
      const int next = scale.y(*known_index(rows[i]));
      out.line += next == y ? "h1" : fmt::format("l1 {}", next - y);
      y = next;
    }
  }
  return out;
}

std::string drawn(const IndexSeries& series, const LineScale& scale, double neutral) {
  const LinePaths paths = paths_of_line(series, scale);
  return fmt::format(
      "<svg class=\"none\" viewBox=\"0 -3 {0} 106\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{1}\"><path "
      "class=\"known\" d=\"{2}\"/><path class=\"neutral\" d=\"M0 {3}h{0}\"/><path class=\"line\" d=\"{4}\"/></svg>",
      series.rows.size(), escaped(history_in_words(series)), paths.known, scale.y(neutral), paths.line);
}

std::string cause_of(const RankedPair& pair) {
  std::vector<std::string> parts;
  if (std::string acts = acts_text(pair); !acts.empty()) parts.push_back(std::move(acts));
  if (pair.movement && std::abs(pair.movement->silence) >= 0.05)
    parts.push_back("silence " + signed_figure(pair.movement->silence));
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
  return out;
}

std::string figures_of(const RankedPair& pair) {
  const std::string word = word_in_ranking(pair), change = pair.change() ? ", " + signed_figure(*pair.change()) : "";
  return rounded(pair.index) + (word.empty() ? "" : " " + word) + change;
}

}  // namespace

std::string pairs_lines(const Ranking& ranking, std::span<const IndexSeries> histories, std::size_t most) {
  if (histories.empty() || most == 0) return {};
  const LineScale scale = line_scale(ranking, histories);
  const std::vector<IndexRow>& rows = histories.front().rows;
  const std::size_t shown = std::min(most, histories.size());
  std::string out = paragraph(
      fmt::format("{} to {}, all from {} to {}; dashed is {} ({}). A line is broken, over hatching, where next to "
                  "nothing was reported.{}",
                  period_in_words(rows.front().period), period_in_words(rows.back().period), rounded(scale.low),
                  rounded(scale.high), ranking.words.neutral_word, rounded(ranking.words.neutral),
                  shown < histories.size() ? fmt::format(" The first {} pairs.", shown) : ""));
  out += "<ol class=\"lines\">\n";
  for (std::size_t i = 0; i < shown; ++i) {
    const RankedPair& pair = ranking.pairs[i];
    const std::string cause = cause_of(pair);
    out += fmt::format("<li id=\"line-{}\"><p><b><bdi>{}</bdi></b> {}</p>{}{}</li>\n", i + 1,
                       escaped(dyad_name(ranking.names.of(pair.dyad.canonical()), ranking.direction)),
                       escaped(figures_of(pair)), drawn(histories[i], scale, ranking.words.neutral),
                       cause.empty() ? "" : "<p class=\"soft\">" + escaped(cause) + "</p>");
  }
  return out + "</ol>\n";
}

}  // namespace detente::detail::page
