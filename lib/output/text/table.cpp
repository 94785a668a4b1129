#include "detente/output/text/table.hpp"

#include <algorithm>
#include <cmath>

#include "detente/output/text/text_table.hpp"
#include "detente/output/wording/outlook_text.hpp"
#include "output/text/glyphs.hpp"
#include "output/wording/figures.hpp"

namespace detente {
using namespace detail;
namespace {

/// The range of the small charts: the whole of a bounded scale, else what the data need.
ValueRange range_of(const IndexSeries& series, const ScaleWords& words) {
  if (words.bounded()) return {words.least, words.most};
  ValueRange range{words.neutral, words.neutral};
  for (const IndexRow& row : series.rows)
    for (const auto& value : {row.index, row.lower, row.upper}) {
      if (!value || !std::isfinite(*value)) continue;
      range.low = std::min(range.low, *value);
      range.high = std::max(range.high, *value);
    }
  return range.low < range.high ? range : ValueRange{range.low - 1, range.high + 1};
}

/// A chart of one line: the cells of a ruler, with marks placed over them.
class SmallChart {
 public:
  SmallChart(ValueRange range, double neutral, std::size_t width, const Glyphs& glyphs)
      : range_(range), neutral_(cell(neutral, range, width)), width_(width), glyphs_(glyphs) {}

  std::string line(const IndexRow& row) const {
    std::vector<std::string> cells(width_, " ");
    if (row.lower && row.upper) fill(cells, at(*row.lower), at(*row.upper), glyphs_.band);
    if (row.index) fill(cells, neutral_, at(*row.index), glyphs_.reach);
    cells[neutral_] = glyphs_.neutral;
    if (row.index) cells[at(*row.index)] = glyphs_.point;
    std::string out;
    for (const std::string& c : cells) out += c;
    return out;
  }

  /// The lowest, neutral and highest value above their positions.
  std::string ruler(double neutral) const {
    const std::string low = rounded(range_.low), middle = rounded(neutral), high = rounded(range_.high);
    std::string out(width_, ' ');
    const auto write = [&](std::size_t place, const std::string& text) {
      const std::size_t begin = std::min(place, width_ - std::min(width_, text.size()));
      if (out.substr(begin, text.size()).find_first_not_of(' ') == std::string::npos)
        out.replace(begin, text.size(), text);
    };
    write(neutral_ - std::min(neutral_, middle.size() / 2), middle);
    write(0, low);
    write(width_ - std::min(width_, high.size()), high);
    return out;
  }

 private:
  static std::size_t cell(double value, ValueRange range, std::size_t width) {
    const double last = static_cast<double>(width - 1);
    const double place = std::round((value - range.low) / (range.high - range.low) * last);
    return static_cast<std::size_t>(std::isfinite(place) ? std::clamp(place, 0.0, last) : 0);
  }
  std::size_t at(double value) const { return cell(value, range_, width_); }

  static void fill(std::vector<std::string>& cells, std::size_t a, std::size_t b, const std::string& sign) {
    for (std::size_t i = std::min(a, b); i <= std::max(a, b); ++i) cells[i] = sign;
  }

  ValueRange range_;
  std::size_t neutral_;
  std::size_t width_;
  const Glyphs& glyphs_;
};

std::vector<TextTable::Column> columns_of(const IndexSeries& series, const std::string& ruler, Script script) {
  const Dyad pair = series.dyad.canonical();
  const auto number = [](std::string title) { return TextTable::Column{std::move(title), Align::right, 0}; };
  return {{"period"},
          number("index"),
          number("first"),
          number("revised"),
          number("band"),
          number("envelope"),
          number("level"),
          number("heat"),
          number("measures"),
          number(arrow_name(pair, script)),
          number(arrow_name(pair.reversed(), script)),
          number("events"),
          number("support"),
          {ruler}};
}

/// A missing value is a dash if any row of the column has a value; a column without values is left out.
class Cells {
 public:
  Cells(const IndexSeries& series, const Glyphs& glyphs, int digits)
      : series_(series), glyphs_(glyphs), digits_(digits) {}

  std::vector<std::string> of(std::size_t i) const {
    const IndexRow& r = series_.rows[i];
    const bool has_first = !series_.first_values.empty();
    return {r.period.label(),
            rounded(r.index, digits_ + 1, glyphs_.missing),
            has_first ? rounded(series_.first_values[i].index, digits_ + 1, glyphs_.missing) : std::string(),
            has_first ? revised(series_.revision(i)) : std::string(),
            range(&IndexRow::lower, &IndexRow::upper, r),
            range(&IndexRow::lowest, &IndexRow::highest, r),
            number(&IndexRow::level, r, 1),
            number(&IndexRow::heat, r, digits_),
            number(&IndexRow::measures, r, 1),
            number(&IndexRow::forward, r, digits_),
            number(&IndexRow::backward, r, digits_),
            std::to_string(r.events),
            number(&IndexRow::support, r, 1)};
  }

 private:
  using Field = std::optional<double> IndexRow::*;

  /// Empty for a value that was not revised.
  std::string revised(const std::optional<double>& revision) const {
    if (!revision || *revision == 0) return {};
    return signed_figure(*revision, digits_ + 1, glyphs_.arrow == "->");
  }

  bool anywhere(Field field) const {
    return std::any_of(series_.rows.begin(), series_.rows.end(), [&](const IndexRow& r) { return r.*field; });
  }
  std::string missing(Field field) const { return anywhere(field) ? glyphs_.missing : std::string(); }
  std::string number(Field field, const IndexRow& r, int digits) const {
    return rounded(r.*field, digits, missing(field));
  }
  std::string range(Field low, Field high, const IndexRow& r) const {
    return range_text(r.*low, r.*high, digits_, glyphs_.dash, missing(low));
  }

  const IndexSeries& series_;
  const Glyphs& glyphs_;
  int digits_;
};

}  // namespace

std::string series_table(const IndexSeries& series, const TableOptions& options) {
  const Glyphs glyphs = Glyphs::of(options.script);
  const ScaleWords& words = series.words;
  const std::size_t width = std::max<std::size_t>(options.chart_width, 11);
  const SmallChart chart(range_of(series, words), words.neutral, width, glyphs);
  const Cells cells(series, glyphs, words.digits);
  TextTable table(columns_of(series, chart.ruler(words.neutral), options.script));
  for (std::size_t i = 0; i < series.rows.size(); ++i) {
    std::vector<std::string> line = cells.of(i);
    if (options.chart_width > 0) line.push_back(chart.line(series.rows[i]));
    table.add(std::move(line));
  }
  return table.text();
}

std::string index_table(const IndexReport& report, const TableOptions& options) {
  const std::string outlook =
      report.headline.outlook ? outlook_lines(*report.headline.outlook, options.script) : std::string();
  const std::string warming = warming_up_text(report.series);
  return series_table(report.series, options) + warming + (warming.empty() ? "\n" : "\n\n") +
         to_text(report.headline, report.direction, options.script) + "\n" + outlook;
}

}  // namespace detente
