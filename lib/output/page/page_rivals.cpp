#include <fmt/format.h>

#include <algorithm>

#include "output/chart/chart_paths.hpp"
#include "output/page/page_parts.hpp"
#include "output/page/small_picture.hpp"

namespace detente::detail::page {
namespace {

constexpr double spark_width = 120, spark_height = 34;

/// What a rival says, in words; `period` is "month".
std::string meaning_of(std::string_view name, std::string_view period, DirectionChoice direction) {
  const std::string_view mean = direction == DirectionChoice::both ? ", mean of the two sides" : "";
  if (name == "period_sum") return fmt::format("points of each {} added up, as Goldstein and KEDS do{}", period, mean);
  if (name == "window_mean") return "mean points of the last two weeks, as GeoPrizm has it";
  if (name == "conflict_share")
    return fmt::format("percent of each {}’s acts that are conflict, as GDELT’s stability timeline has it", period);
  if (name == "period_count") return fmt::format("hostile acts of each {}, counted{}", period, mean);
  return {};
}

struct Spark {
  std::string name, meaning;
  std::vector<std::optional<double>> values;
  std::optional<double> correlation = {};
};

std::vector<Spark> sparks_of(const IndexReport& report) {
  const std::string_view period = to_text(report.series.rows.front().period.kind);
  std::vector<Spark> out(1);
  out[0].name = "index";
  out[0].meaning = "ours, the one above";
  for (const IndexRow& row : report.series.rows) out[0].values.push_back(row.index);
  for (const Rival& rival : report.rivals)
    out.push_back({rival.name, meaning_of(rival.name, period, report.direction), rival.values, rival.rank_correlation});
  return out;
}

/// "−4.0 to 32.0, now 3.5": the least, the largest and the last value.
std::string figures_of(const Spark& spark) {
  std::optional<double> low, high;
  for (const auto& v : spark.values) {
    if (!v) continue;
    low = std::min(low.value_or(*v), *v);
    high = std::max(high.value_or(*v), *v);
  }
  if (!low) return "no value";
  return fmt::format("{} to {}, at the end {}", rounded(*low, 1), rounded(*high, 1),
                     rounded(spark.values.back(), 1, "missing"));
}

/// The line alone; its figures stand below it as text.
std::string line_of(const Spark& spark, const std::vector<Day>& days) {
  const chart::Frame frame{
      .first = days.front(), .end = days.back() + 1, .width = spark_width, .left = 3, .right = spark_width - 3};
  ValueRange range{0, 0};
  bool any = false;
  for (const auto& v : spark.values) {
    if (!v) continue;
    range = any ? ValueRange{std::min(range.low, *v), std::max(range.high, *v)} : ValueRange{*v, *v};
    any = true;
  }
  if (range.high == range.low) range.high = range.low + 1;
  const chart::ValueAxis axis{range, 3, spark_height - 3};
  return fmt::format(
      "<svg class=\"small\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}: {}\"><path class=\"dt-ink-line\" "
      "d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"0.9\"/></svg>\n",
      coordinate(spark_width), coordinate(spark_height), escaped(spark.name), figures_of(spark),
      chart::line_path(frame, axis, days, spark.values), chart::ink);
}

std::string spark_html(const Spark& spark, const std::vector<Day>& days) {
  const std::string rank = spark.correlation
                               ? fmt::format("; rank correlation with ours {}", signed_figure(*spark.correlation, 2))
                               : std::string();
  return fmt::format("<li>{}<strong>{}</strong>: {}. <span class=\"soft\">{}{}</span></li>\n", line_of(spark, days),
                     escaped(spark.name), escaped(spark.meaning), figures_of(spark), rank);
}

}  // namespace

std::string rivals_section(const IndexReport& report) {
  if (report.rivals.empty() || report.series.rows.empty()) return {};
  std::vector<Day> days;
  for (const IndexRow& row : report.series.rows) days.push_back(row.period.last_day());
  std::string items;
  for (const Spark& spark : sparks_of(report)) items += spark_html(spark, days);
  return section(
      "rivals", "What other tools would print",
      paragraph(
          "The same events by simpler measures, each in its own unit. Where they differ from the index it is "
          "usually for one of three reasons: nothing fades in them, a period or a window begins anew; measures in "
          "force do not count while they stand; and silence reads as calm, or as nothing. A rank correlation of 1 "
          "puts the periods in the same order as the index, 0 in no related one.") +
          "<ul class=\"sparks\">\n" + items + "</ul>\n");
}

}  // namespace detente::detail::page
