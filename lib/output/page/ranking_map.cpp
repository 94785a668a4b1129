#include <fmt/format.h>

#include <array>
#include <map>
#include <vector>

#include "detente/output/wording/outlook_text.hpp"
#include "output/chart/markup.hpp"
#include "output/page/page_parts.hpp"
#include "output/page/ranking_parts.hpp"
#include "output/wording/figures.hpp"
#include "output/wording/ranking_words.hpp"

namespace detente::detail::page {
namespace {

/// The cells of one colour, run by run; each run is drawn in steps from the end of the one before.
class StripPath {
 public:
  void add(std::size_t first, std::size_t length) {
    path_ += path_.empty() ? fmt::format("M{} .5h{}", first, length) : fmt::format("m{} 0h{}", first - end_, length);
    end_ = first + length;
  }
  const std::string& text() const { return path_; }

 private:
  std::string path_;
  std::size_t end_ = 0;
};

int year_of(const IndexRow& row) { return civil(row.period.last_day()).year; }

std::string class_of(const IndexRow& row, const HeatClasses& classes) {
  const auto index = known_index(row);
  return index ? classes.name(*index) : std::string();
}

/// A strip of cells, one for each period; what is not known leaves the hatching below it free.
std::string strip(const IndexSeries& series, const HeatClasses& classes) {
  std::map<std::string, StripPath> paths;
  const std::vector<IndexRow>& rows = series.rows;
  for (std::size_t first = 0, end = 0; first < rows.size(); first = end) {
    const std::string colour = class_of(rows[first], classes);
    for (end = first; end < rows.size() && class_of(rows[end], classes) == colour;) ++end;
    if (!colour.empty()) paths[colour].add(first, end - first);
  }
  std::string out = fmt::format(
      "<svg class=\"strip none\" viewBox=\"0 0 {} 1\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{}\">",
      rows.size(), escaped(history_in_words(series)));
  for (const auto& [colour, path] : paths) out += fmt::format("<path class=\"{}\" d=\"{}\"/>", colour, path.text());
  return out + "</svg>";
}

/// A year on the axis of time, and where its first period is, in percent of the width.
struct YearMark {
  int year;
  double share;
};

/// Years that are multiples of a round step, about eight of them.
std::vector<YearMark> year_marks(const std::vector<IndexRow>& rows) {
  constexpr std::array<int, 8> steps{1, 2, 5, 10, 20, 50, 100, 200};
  const int first = year_of(rows.front()), last = year_of(rows.back());
  std::size_t step = 0;
  while (step + 1 < steps.size() && (last - first) / steps[step] > 7) ++step;
  std::vector<YearMark> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (const int year = year_of(rows[i]); year % steps[step] == 0 && (i == 0 || year != year_of(rows[i - 1])))
      out.push_back({year, 100 * static_cast<double>(i) / static_cast<double>(rows.size())});
  return out;
}

/// Marks that have room up to the next one, and to the end.
std::string axis(const std::vector<IndexRow>& rows) {
  constexpr double room = 11;  // percent
  std::string out;
  double next = 100;
  const std::vector<YearMark> marks = year_marks(rows);
  for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
    if (next - mark->share < room) continue;
    out.insert(0, fmt::format("<span style=\"left:{}%\">{}</span>", coordinate(mark->share), mark->year));
    next = mark->share;
  }
  return "<div class=\"axis\" aria-hidden=\"true\">" + out + "</div>";
}

std::string name_cell(const Ranking& ranking, const RankedPair& pair, std::size_t number, bool has_line) {
  const std::string name =
      "<bdi>" + escaped(dyad_name(ranking.names.of(pair.dyad.canonical()), ranking.direction)) + "</bdi>";
  return has_line ? link_to(fmt::format("line-{}", number), name) : name;
}

std::string points_of(const std::optional<double>& value) { return value ? signed_figure(*value) : std::string(); }

}  // namespace

std::string pairs_map(const Ranking& ranking, std::span<const IndexSeries> histories, const HeatClasses& classes,
                      std::size_t lines) {
  if (histories.empty()) return {};
  const std::vector<IndexRow>& rows = histories.front().rows;
  const bool has_chances = ranking.calibrated && ranking.calibrated->why.empty();
  std::string out = classes.legend();
  out += fmt::format(
      "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"Pairs over time: table\"><table "
      "class=\"map\">\n<thead><tr>"
      "<th scope=\"col\" class=\"n\">Rank</th><th scope=\"col\">Pair</th><th scope=\"col\" class=\"n\">Index</th><th "
      "scope=\"col\" "
      "class=\"w\">Word</th><th scope=\"col\" class=\"n w\">Change</th>{}<th scope=\"col\" class=\"t\">{} to "
      "{}{}</th></tr></thead>\n<tbody>\n",
      has_chances ? "<th scope=\"col\" class=\"n w\">Chance</th>" : "", period_in_words(rows.front().period),
      period_in_words(rows.back().period), axis(rows));
  for (std::size_t i = 0; i < histories.size(); ++i) {
    const RankedPair& pair = ranking.pairs[i];
    out += fmt::format(
        "<tr><td class=\"n\">{}</td><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"w\">{}</td><td "
        "class=\"n w\">{}</td>{}<td "
        "class=\"t\">{}</td></tr>\n",
        pair.rank > 0 ? std::to_string(pair.rank) : "–", name_cell(ranking, pair, i + 1, i < lines),
        rounded(pair.index), escaped(word_in_ranking(pair)), points_of(pair.change()),
        has_chances ? fmt::format("<td class=\"n w\">{}</td>", pair.chance ? chance_text(*pair.chance) : "") : "",
        strip(histories[i], classes));
  }
  return out + "</tbody></table></div>\n";
}

std::string pairs_years(const Ranking& ranking, std::span<const IndexSeries> histories) {
  constexpr std::size_t most_columns = 40;
  if (histories.empty()) return {};
  const std::vector<IndexRow>& rows = histories.front().rows;
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows.size() <= most_columns || i + 1 == rows.size() || year_of(rows[i]) != year_of(rows[i + 1]))
      shown.push_back(i);
  if (shown.size() > most_columns) shown.erase(shown.begin(), shown.end() - most_columns);
  std::vector<HtmlTable::Column> columns{{"Pair"}};
  for (const std::size_t i : shown)
    columns.push_back({rows.size() <= most_columns ? rows[i].period.label() : std::to_string(year_of(rows[i])), true});
  HtmlTable table("The index at the end of each; – where next to nothing was reported.", columns);
  for (std::size_t pair = 0; pair < histories.size(); ++pair) {
    std::vector<std::string> cells{
        dyad_name(ranking.names.of(ranking.pairs[pair].dyad.canonical()), ranking.direction)};
    for (const std::size_t i : shown) cells.push_back(rounded(known_index(histories[pair].rows[i]), 0, "–"));
    table.add(cells);
  }
  return table.html("The index over time");
}

}  // namespace detente::detail::page
