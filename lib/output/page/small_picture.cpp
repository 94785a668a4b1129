#include "output/page/small_picture.hpp"

#include <algorithm>

namespace detente::detail::page {
namespace {

constexpr double label_height = 14, label_size = 11;

/// Moves the labels apart, downward, and then up again as far as they are below the bottom.
void spread(std::vector<EndLabel>& labels, double top, double bottom) {
  double least = top;
  for (EndLabel& label : labels) {
    label.y = std::max(label.y, least);
    least = label.y + label_height;
  }
  double most = bottom;
  for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
    label->y = std::min(label->y, most);
    most = label->y - label_height;
  }
}

}  // namespace

chart::Frame small_frame(Day first, Day end, double room) {
  return {.first = first, .end = end, .width = small_width, .left = 36, .right = small_width - room};
}

std::string draw_end_labels(std::vector<EndLabel> labels, double x, double top, double bottom) {
  std::stable_sort(labels.begin(), labels.end(), [](const EndLabel& a, const EndLabel& b) { return a.y < b.y; });
  spread(labels, top, bottom);
  std::string out;
  for (const EndLabel& label : labels) {
    chart::draw(out, "<g transform=\"translate({} {})\">{}</g>", coordinate(x), coordinate(label.y), label.sample);
    chart::draw_text(out, x + 18, label.y + 4, fitted(label.text, label_size, small_width - x - 18),
                     {.size = label_size});
  }
  return out;
}

std::string small_svg(double height, const std::string& id, const std::string& title, const std::string& says,
                      const std::string& body) {
  return fmt::format(
      "<svg class=\"small\" viewBox=\"0 0 {0} {1}\" role=\"img\" aria-labelledby=\"{2}-title\" "
      "aria-describedby=\"{2}-desc\" font-family=\"Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif\">\n"
      "<title id=\"{2}-title\">{3}</title>\n<desc id=\"{2}-desc\">{4}</desc>\n{5}</svg>\n",
      coordinate(small_width), coordinate(height), id, escaped(title), escaped(says), body);
}

std::string beside(const std::string& picture, const std::string& text) {
  return "<div class=\"beside\">\n<div>" + picture + "</div>\n<div>" + text + "</div>\n</div>\n";
}

}  // namespace detente::detail::page
