#include "output/page/ranking_parts.hpp"

namespace detente::detail::page {

/// The colours grow darker from k0 to k5, and lighter on a dark screen; hatching is what shines through where no cell
/// is drawn.
std::string_view ranking_style() {
  return R"(.k0{stroke:#e3f0f9}.k1{stroke:#bcdcf0}.k2{stroke:#d3bf7a}.k3{stroke:#dd8f36}.k4{stroke:#bd4726}.k5{stroke:#5e0e1d}
:root{--hatch:#b0b0b0}
.none{background:repeating-linear-gradient(135deg,var(--paper) 0 3px,var(--hatch) 3px 4px);print-color-adjust:exact;-webkit-print-color-adjust:exact}
.legend{list-style:none;padding:0;max-width:none;display:flex;flex-wrap:wrap;gap:4px 18px;font-size:14px}
.legend svg{width:28px;height:14px;margin-right:6px;vertical-align:-2px;border:1px solid var(--soft)}
.strip{display:block;width:100%;height:16px;shape-rendering:crispEdges}
.map th,.map td{padding:2px 12px 2px 0;vertical-align:middle;border-bottom:0}
.map thead th{vertical-align:bottom;border-bottom:1px solid var(--ink)}
.map tbody th{font-weight:normal;white-space:nowrap;max-width:260px;overflow:hidden;text-overflow:ellipsis}
.map .t{width:60%;min-width:180px;padding-right:0}
.map td.w{white-space:nowrap}
.axis{position:relative;height:18px;font-weight:normal;color:var(--soft)}
.axis span{position:absolute;bottom:0;padding-left:3px;border-left:1px solid var(--soft);line-height:14px;font-size:12px}
.lines{max-width:none;list-style:none;padding:0;display:grid;gap:14px 24px;grid-template-columns:repeat(auto-fill,minmax(230px,1fr))}
.lines li:target{background:var(--lit)}
.lines p{margin:0;font-size:14px;line-height:1.35;overflow-wrap:anywhere}
.lines p.soft{font-size:13px}
.lines svg{display:block;width:100%;height:64px;margin:2px 0;border-bottom:1px solid var(--line)}
.lines path{fill:none;vector-effect:non-scaling-stroke}
.lines .known{vector-effect:none;stroke:var(--paper);stroke-width:112}
.lines .neutral{stroke:var(--soft);stroke-dasharray:4 3}
.lines .line{stroke:var(--ink);stroke-width:1.6;stroke-linejoin:round}
@media screen and (prefers-color-scheme:dark){:root{--hatch:#555b61}
.k0{stroke:#1e3a52}.k1{stroke:#2d5876}.k2{stroke:#6f6844}.k3{stroke:#b0742a}.k4{stroke:#ea8256}.k5{stroke:#ffd3c2}}
@media screen and (max-width:699px){.map .w{display:none}.map th,.map td{padding-right:8px}.map tbody th{max-width:120px}
.map .t{min-width:150px}.axis span:nth-child(even){display:none}.lines{grid-template-columns:repeat(auto-fill,minmax(160px,1fr))}}
@media print{.lines{grid-template-columns:repeat(4,1fr)}.lines li,.map tr{break-inside:avoid}.lines p,.lines p.soft{font-size:8pt}.strip{height:9pt}})";
}

}  // namespace detente::detail::page
