#include <algorithm>

#include "output/chart/chart_frame.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail::chart {
namespace {

constexpr double strip = 16;
/// With more phases than this, they have no outlines, which would hide them.
constexpr std::size_t most_outlined = 120;

struct PhaseLook {
  std::string_view name, word, fill, ink, dashes, kind;
};

PhaseLook look_of(PhaseKind kind) {
  switch (kind) {
    case PhaseKind::escalation: return {"rising", "rising", "#4d4d4d", "#ffffff", "", "rise"};
    case PhaseKind::thaw: return {"thaw, mostly by acts", "thaw", "#e3eef8", "#1a1a1a", "", "thaw"};
    case PhaseKind::cooling_by_silence: return {"cooling by silence", "silence", "#ffffff", "#1a1a1a", "3 2", "fade"};
    case PhaseKind::warmth_fading: return {"warmth fading", "fading", "#ffffff", "#1a1a1a", "1 2", "fade"};
    case PhaseKind::easing: return {"easing: index falls", "easing", "#e3eef8", "#1a1a1a", "1 2", "thaw"};
    case PhaseKind::hardening: return {"hardening: index stays", "hardening", "#4d4d4d", "#ffffff", "3 2", "rise"};
  }
  return {};
}

std::string tooltip(const Phase& p) {
  std::string text = fmt::format(
      "{}\n{} to {}{}\nheat {} → {} points", p.kind == PhaseKind::escalation ? "rising" : to_text(p.kind),
      to_text(p.from), to_text(p.to), p.ongoing ? ", so far" : "", rounded(p.heat_from, 1), rounded(p.heat_to, 1));
  if (p.movement) text += fmt::format("\nindex {} → {}", rounded(p.movement->from, 1), rounded(p.movement->to, 1));
  return text + fmt::format("\ndeeds supply {} % of it, silence the rest", rounded(100 * p.acts_share));
}

std::string outline_of(const PhaseLook& look) {
  const std::string outline = R"( stroke="#4d4d4d" stroke-width="0.8")";
  return look.dashes.empty() ? outline : outline + fmt::format(R"( stroke-dasharray="{}")", look.dashes);
}

void draw_phase(std::string& out, const Phase& p, const Frame& frame, double top, bool outlined) {
  const double x1 = frame.mid(std::max(p.from, frame.first)), x2 = frame.mid(std::min(p.to, frame.end - 1));
  const PhaseLook look = look_of(p.kind);
  draw(out, "<g class=\"dt-phase dt-{}\">{}<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"{}/>",
       look.kind, title_of(tooltip(p), frame), coordinate(x1), coordinate(top), coordinate(std::max(0.5, x2 - x1)),
       strip, look.fill, outlined ? outline_of(look) : "");
  const std::string_view word = text_width(look.name, 11) + 6 < x2 - x1 ? look.name : look.word;
  if (text_width(word, 11) + 6 < x2 - x1)
    draw(out, "<text x=\"{}\" y=\"{}\" font-size=\"11\" text-anchor=\"middle\" fill=\"{}\">{}</text>",
         coordinate((x1 + x2) / 2), coordinate(top + 12), look.ink, word);
  out += "</g>\n";
}

}  // namespace

bool shades_phases(const IndexReport& report, const Frame& frame) {
  constexpr double least_width = 4;
  const auto is_shown = [&](const Phase& p) { return p.to >= frame.first && p.from < frame.end; };
  const auto shown = std::count_if(report.phases.begin(), report.phases.end(), is_shown);
  return shown > 0 && (frame.right - frame.left) / static_cast<double>(shown) >= least_width;
}

Part draw_phases(const IndexReport& report, const Frame& frame, double top) {
  Part part{{}, top, top};
  const double strip_top = frame.stacked() ? top + 20 : top;
  for (const Phase& p : report.phases)
    if (p.to >= frame.first && p.from < frame.end)
      draw_phase(part.svg, p, frame, strip_top, report.phases.size() <= most_outlined);
  if (part.svg.empty()) return part;
  draw_text(part.svg, label_left, top + 12, "Phases of heat", {.size = 13, .bold = true});
  part.bottom = strip_top + strip;
  return part;
}

}  // namespace detente::detail::chart
