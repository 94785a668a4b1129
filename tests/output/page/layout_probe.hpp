#pragma once
/// \file
/// Looks at a page in frames of several widths, as on a desk, a tablet and a phone, and says what it finds wrong with
/// the layout: text of the chart that is cut or over other text, text that is too small, a page wider than its screen.

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "output/page/browser.hpp"

namespace detente::test {

/// Text as the value of an attribute.
inline std::string attribute_text(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '&' ? "&amp;" : c == '"' ? "&quot;" : std::string(1, c);
  return out;
}

/// A page with one frame for each width, and a script that calls `look(document, window)` in each and leaves nothing
/// but lines "width: finding", also "390: seen".
inline std::string frames_of(const std::string& html, const std::vector<int>& widths, const std::string& look) {
  std::string out = "<!doctype html><meta charset=utf-8><title>frames</title><body>";
  for (const int width : widths)
    out += "<iframe style=\"border:0;height:844px;width:" + std::to_string(width) + "px\" srcdoc=\"" +
           attribute_text(html) + "\"></iframe>";
  return out + "<script>onload = async () => { const lines = []; const look = " + look +
         ";\nfor (const f of document.querySelectorAll('iframe')) { const w = f.clientWidth + ': ';"
         "for (const line of await look(f.contentDocument, f.contentWindow)) lines.push(w + line); lines.push(w + "
         "'seen'); }"
         "const pre = document.createElement('pre'); pre.textContent = lines.join('\\n');"
         "document.body.replaceChildren(pre); }</script>";
}

inline std::string unescaped(std::string text) {
  const std::map<std::string, std::string> entities{{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}};
  for (const auto& [entity, letter] : entities)
    for (std::size_t at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
      text.replace(at, entity.size(), letter);
  return text;
}

/// The lines of `frames_of` after a visit.
inline std::vector<std::string> findings(const std::string& chromium, const std::string& frames,
                                         const std::string& flags = {}) {
  const std::string dom = visit_page(chromium, frames, flags).dom;
  const std::size_t begin = dom.find("<pre>"), end = dom.find("</pre>");
  if (begin == std::string::npos || end == std::string::npos)
    return {"the script did not finish: " + dom.substr(0, 500)};
  std::istringstream lines(unescaped(dom.substr(begin + 5, end - begin - 5)));
  std::vector<std::string> out;
  for (std::string line; std::getline(lines, line);) out.push_back(line);
  return out;
}

/// Finds text of the visible pictures that is cut, overlaps other text or is below 10.5 pixels, and a page that is
/// wider than its screen or shows more than one chart. Boxes of lines that stand close share a pixel or two of empty
/// margin.
inline const std::string look_at_layout = R"((document, window) => {
  const found = [], page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) found.push('page is ' + page.scrollWidth + ' wide');
  const pictures = [...document.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().width > 0);
  const charts = pictures.filter(s => !s.classList.contains('small'));
  if (charts.length != 1) found.push(charts.length + ' charts');
  for (const svg of pictures) {
    const edge = svg.getBoundingClientRect(), scale = edge.width / svg.viewBox.baseVal.width;
    const texts = [...svg.querySelectorAll('text')].map(e => ({
      says: e.textContent, size: parseFloat(window.getComputedStyle(e).fontSize) * scale, box: e.getBoundingClientRect()}));
    if (charts.includes(svg) && texts.length < 10) found.push('only ' + texts.length + ' texts');
    texts.forEach(({says, size, box}, i) => {
      if (size < 10.5) found.push('small: ' + says + ' ' + size);
      if (box.left < edge.left || box.right > edge.right || box.top < edge.top || box.bottom > edge.bottom)
        found.push('cut: ' + says);
      for (const other of texts.slice(0, i)) {
        const x = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const y = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (x > 0.5 && y > 3) found.push('over: ' + says + ' | ' + other.says);
      }
    });
  }
  return found;
})";

}  // namespace detente::test
