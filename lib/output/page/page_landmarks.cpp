#include <fmt/format.h>

#include <algorithm>

#include "detente/output/wording/headline.hpp"
#include "detente/questions/index/landmarks.hpp"
#include "output/page/page_parts.hpp"
#include "output/page/small_picture.hpp"

namespace detente::detail::page {
namespace {

constexpr double row_height = 32, scale_left = 40, scale_right = small_width - 8;

/// A moment on the scale; the pair's own is bold.
struct Moment {
  double index;
  std::string text;
  bool own = false;
};

std::vector<Moment> moments_of(const IndexReport& report, std::span<const Landmark> landmarks) {
  std::vector<Moment> out;
  for (const Landmark& l : landmarks)
    out.push_back({l.index, fmt::format("{}, {}: {}", l.pair, month_in_words(l.day), l.event)});
  const Headline& h = report.headline;
  out.push_back(
      {*h.index, fmt::format("{}, {}", dyad_name(h.names.of(h.dyad), report.direction), month_in_words(h.day)), true});
  std::stable_sort(out.begin(), out.end(), [](const Moment& a, const Moment& b) { return a.index > b.index; });
  return out;
}

/// Its words above a line from 0 to 100, on which it is a mark: full for the pair's own, hollow for the others.
void draw_moment(std::string& out, const Moment& m, double y) {
  const auto x = [](double index) { return scale_left + index / 100 * (scale_right - scale_left); };
  chart::draw_text(out, scale_left - 8, y + 8, rounded(m.index), {.size = 13, .anchor = "end", .bold = m.own});
  chart::draw_text(out, scale_left, y, fitted(m.text, (m.own ? chart::bold_factor : 1) * 11, scale_right - scale_left),
                   {.size = 11, .bold = m.own});
  chart::draw(out, "<path class=\"dt-grid\" d=\"M{} {}H{}M{} {}v8\" stroke=\"#dcdcdc\" fill=\"none\"/>",
              coordinate(scale_left), coordinate(y + 11), coordinate(scale_right), coordinate(x(50)),
              coordinate(y + 7));
  chart::draw(out,
              "<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"1.5\"/>\n",
              m.own ? "dt-ink dt-ink-line" : "dt-hollow dt-ink-line", coordinate(x(m.index)), coordinate(y + 11),
              m.own ? "5" : "4", m.own ? chart::ink : "#ffffff", chart::ink);
}

std::string landmarks_picture(const std::vector<Moment>& moments) {
  std::string out, says;
  double y = 14;
  for (const Moment& m : moments) {
    draw_moment(out, m, y);
    says += fmt::format("{}{} {}", says.empty() ? "" : "; ", rounded(m.index), m.text);
    y += row_height;
  }
  return small_svg(y - 8, "landmarks-picture", "Well-known moments on the same scale, from 0 to 100", says, out);
}

}  // namespace

std::string landmarks_section(const IndexReport& report) {
  const auto landmarks = landmarks_for(report.series);
  if (landmarks.empty() || !report.headline.index) return {};
  return section(
      "landmarks", "What " + rounded(*report.headline.index) + " means",
      beside(landmarks_picture(moments_of(report, landmarks)),
             paragraph("Moments that many know, on the same scale: from 0 (close) through 50 (neutral) to 100 "
                       "(hostile), each at the end of its month.") +
                 paragraph("They come from chronologies of a few dozen events that are part of détente, scored by the "
                           "same model, codebook, scale and rules as this page. Such a list says where its author’s "
                           "events put a moment; with other events it would stand elsewhere.")));
}

}  // namespace detente::detail::page
