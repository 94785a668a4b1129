#include <fmt/format.h>

#include <cmath>

#include "detente/output/wording/headline.hpp"
#include "output/chart/chart_paths.hpp"
#include "output/page/page_parts.hpp"
#include "output/page/small_picture.hpp"

namespace detente::detail::page {
namespace {

constexpr double sides_top = 8, sides_bottom = 150, sides_height = 188;

constexpr std::string_view forward_style = "class=\"dt-ink-line\" stroke=\"#1a1a1a\" stroke-width=\"1.8\"";
constexpr std::string_view backward_style =
    "class=\"dt-heat-line\" stroke=\"#8a2f68\" stroke-width=\"1.8\" stroke-dasharray=\"5 3\"";

chart::Paths paths_of_sides(const Asymmetry& sides) {
  chart::Paths out;
  for (const Period& period : sides.periods) out.days.push_back(period.last_day());
  out.index = sides.forward;
  out.heat = sides.backward;
  return out;
}

/// Both sides on one axis.
std::string sides_picture(const IndexReport& report, const std::string& says) {
  const Asymmetry& sides = *report.asymmetry;
  const Dyad pair = report.names.of(report.pair);
  const chart::Paths paths = paths_of_sides(sides);
  const ScaleWords& words = report.series.words;
  const chart::Frame frame = small_frame(sides.periods.front().first, sides.periods.back().end, 128);
  const chart::ValueAxis axis{chart::range_of(paths, words), sides_top, sides_bottom};
  std::string out = chart::draw_grid(frame, sides_top, sides_bottom) + chart::draw_dates(frame, sides_bottom).svg;
  for (const double value : {axis.range.low, words.neutral, axis.range.high})
    chart::draw_text(out, frame.left - 6, axis.y(value) + 4, rounded(value, words.digits),
                     {.size = 11, .anchor = "end", .fill = chart::soft_ink});
  chart::draw(out, "<path class=\"dt-soft-line\" d=\"M{} {}H{}\" stroke=\"{}\"/>\n", coordinate(frame.left),
              coordinate(axis.y(words.neutral)), coordinate(frame.right), chart::soft_ink);
  std::vector<EndLabel> labels;
  const auto line = [&](const chart::DailyValues& values, std::string_view style, double now, const Dyad& way) {
    chart::draw(out, "<path d=\"{}\" fill=\"none\" {}/>\n", chart::line_path(frame, axis, paths.days, values), style);
    labels.push_back({axis.y(now), rounded(now, words.digits) + " " + arrow_name(way),
                      fmt::format("<path d=\"M0 0h14\" {}/>", style)});
  };
  line(paths.index, forward_style, sides.forward_now, pair);
  line(paths.heat, backward_style, sides.backward_now, pair.reversed());
  out += draw_end_labels(std::move(labels), frame.right + 6, sides_top + 4, sides_bottom - 5);
  return small_svg(sides_height, "sides-picture", "The index of each side’s acts", says, out);
}

/// "At the end of … AUS is more strained towards CHN than CHN towards AUS: 72 against 60; so it has been since …"
std::string who_is_more_strained(const IndexReport& report) {
  const Asymmetry& sides = *report.asymmetry;
  const Dyad pair = report.names.of(report.pair);
  const int digits = report.series.words.digits;
  const std::string at = period_in_words(sides.latest);
  if (rounded(sides.forward_now, digits) == rounded(sides.backward_now, digits))
    return fmt::format("At the end of {} both sides are as strained towards each other: {}.", at,
                       rounded(sides.forward_now, digits));
  const bool is_forward = sides.gap() > 0;
  const Dyad more = is_forward ? pair : pair.reversed();
  return fmt::format(
      "At the end of {} {} is more strained towards {} than {} towards {}: {} against {}; so it has been without a "
      "break since {}.",
      at, more.source, more.target, more.target, more.source,
      rounded(is_forward ? sides.forward_now : sides.backward_now, digits),
      rounded(is_forward ? sides.backward_now : sides.forward_now, digits), period_in_words(sides.since));
}

/// Whether one side moves first; a correlation is printed with the size that chance reaches.
std::string who_moves_first(const IndexReport& report) {
  const SideLead& lead = report.asymmetry->lead;
  const Dyad pair = report.names.of(report.pair);
  const std::string period(to_text(report.asymmetry->latest.kind));
  if (lead.changes < least_lead_changes)
    return fmt::format("Whether one side moves first, {} from {} to {} cannot say.", counted(lead.changes, "change"),
                       period, period);
  const std::string figures =
      fmt::format("correlation {} of {}; chance alone reaches {}", signed_figure(lead.correlation, 2),
                  counted(lead.changes, "change"), rounded(lead.clear_above(), 2));
  if (const auto first = lead.first()) {
    const Dyad way = *first == Direction::forward ? pair : pair.reversed();
    return fmt::format("{} tends to move first: {} follows by {} ({}).", way.source, way.target,
                       counted(static_cast<std::size_t>(std::abs(lead.lag)), period), figures);
  }
  if (lead.is_clear())
    return fmt::format("Neither side leads: they tend to move in the same {} ({}).", period, figures);
  return fmt::format("Neither side leads ({}).", figures);
}

}  // namespace

std::string sides_section(const IndexReport& report) {
  if (!report.asymmetry) return {};
  const std::string says = who_is_more_strained(report);
  return section("sides", "Who towards whom",
                 beside(sides_picture(report, says), paragraph("The index of each side’s acts: how strained the one is "
                                                               "towards the other.") +
                                                         paragraph(says) + paragraph(who_moves_first(report))));
}

}  // namespace detente::detail::page
