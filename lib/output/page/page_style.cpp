#include <fmt/format.h>

#include "output/chart/chart_frame.hpp"
#include "output/page/page_parts.hpp"

namespace detente::detail::page {
namespace {

constexpr std::string_view colours =
    R"(:root{color-scheme:light dark;--ink:#1a1a1a;--soft:#595959;--line:#d4d4d4;--paper:#fff;--link:#0b57a4;--lit:#fff3c4})";
constexpr std::string_view dark_colours =
    ":root{--ink:#e9e9e9;--soft:#aeb3b8;--line:#3d4146;--paper:#16181b;--link:#8ab8ea;--lit:#3d3720}";

constexpr std::string_view layout = R"(
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 "Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif}
main{max-width:1240px;margin:0 auto;padding:24px 20px 48px}
h1{font-size:30px;line-height:1.2;margin:0 0 4px;overflow-wrap:anywhere}
h2{font-size:20px;margin:40px 0 8px;padding-top:10px;border-top:2px solid var(--ink)}
h3{font-size:16px;margin:20px 0 4px}
p,ul,ol,dl{margin:8px 0;max-width:76ch}
.headline{font-size:19px;line-height:1.4;max-width:none;margin:0 0 8px}
.answers{max-width:none;margin:0 0 16px;display:grid;gap:4px 28px;grid-template-columns:repeat(auto-fit,minmax(280px,1fr))}
.answers dt{margin:0}
.soft,.caption,figcaption,.each i{color:var(--soft);font-size:14px}.each i{font-style:normal}
figure{margin:0}figcaption p{margin:6px 0;max-width:none}
.chart{background:var(--paper)}
.chart svg{display:block;width:100%;height:auto}
.for-tablet,.for-phone{display:none}
.dt-chart a{cursor:pointer}
.dt-chart a:focus-visible{outline:3px solid var(--link)}
.dt-period:hover rect,.dt-period:focus-visible rect{fill:#808080;fill-opacity:.16}
.skip{position:absolute;left:-999em}.skip:focus{position:static}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.4}
.caption{max-width:none;margin:4px 0}
.wide:focus-visible{outline:2px solid var(--link)}
th,td{text-align:left;vertical-align:top;padding:5px 14px 5px 0;border-bottom:1px solid var(--line)}
th{border-bottom:1px solid var(--ink);vertical-align:bottom;font-weight:bold}
th:last-child,td:last-child{padding-right:0}
tr:target,div:target{background:var(--lit)}
.n,.ns td+td,.moves b,.each b{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.d{white-space:nowrap}
td p{margin:2px 0 0;max-width:80ch}
a{color:var(--link)}
dt{font-weight:bold;margin-top:8px}
dfn{font-style:normal}
dd{margin:0;overflow-wrap:anywhere}
code,.cite{overflow-wrap:anywhere}
.cite{max-width:none}
summary{cursor:pointer;padding:6px 0}
.each{border-top:1px solid var(--line)}.each details{border-bottom:1px solid var(--line)}
.moves ul,.each ul{margin:2px 0 8px;padding-left:20px;list-style:none}
.small{display:block;width:100%;height:auto;max-width:520px}
.sparks{list-style:none;padding:0;max-width:none;font-size:14px;display:grid;gap:16px 24px;grid-template-columns:repeat(auto-fill,minmax(150px,1fr))}
.columns p{max-width:none}
.columns p:first-child{margin-top:0}
@media (min-width:900px){.beside{display:grid;grid-template-columns:520px 1fr;gap:32px}.columns{columns:2;column-gap:40px}.columns p{break-inside:avoid}
.moves{max-width:none;columns:2;column-gap:40px}.moves>li{break-inside:avoid}}
@media screen and (max-width:1099px){.for-desk{display:none}.for-tablet{display:block}}
@media screen and (max-width:699px){.for-tablet{display:none}.for-phone{display:block;max-width:520px}
main{padding:12px 16px 40px}h1{font-size:22px}.headline{font-size:17px}.answers{font-size:15px;line-height:1.35}
.event{display:block;padding:8px 0;border-bottom:1px solid var(--line)}.event td{display:inline;border:0;padding:0}.event td:nth-child(3){display:block;padding:2px 0}
.event td+td::before{content:" · "}.event td:nth-child(3)::before,.event td:nth-child(4)::before{content:none}
.event td:empty{display:none}.event td:nth-child(6)::before{content:" · added "}.event td:nth-child(7)::before{content:" · now "}
#events thead{display:none}}
@page{size:A4;margin:11mm}
@media print{body{font-size:11pt}main{max-width:none;padding:0}h1{font-size:19pt}h2{font-size:13pt;margin-top:16pt}h2,h3{break-after:avoid}
.headline{font-size:12pt;margin-bottom:6pt}table{font-size:8pt}th,td{padding-right:8px}tr,figure{break-inside:avoid}thead{display:table-header-group}
.beside{display:grid;grid-template-columns:95mm 1fr;gap:6mm}.beside,.sparks li{break-inside:avoid}.sparks{font-size:9pt}
.answers{font-size:10pt}.chart svg{max-height:168mm}figcaption{font-size:9pt}.moves,.each{max-width:none;columns:2;column-gap:10mm;font-size:9pt}
.moves>li,.each details{break-inside:avoid}.pointer,.skip,.back,#data{display:none}.terms dl{columns:2;max-width:none;font-size:8pt}.soft,.caption,.each i{font-size:inherit}
.terms dt{margin-top:2px;break-after:avoid}
details::details-content{content-visibility:visible;display:block;block-size:auto}
figure+section{break-before:page}.wide{overflow:visible}a{color:inherit}})";

}  // namespace

std::string style() {
  return fmt::format("{}\n@media screen and (prefers-color-scheme:dark){{{}{}}}{}", colours, dark_colours,
                     chart::dark_style(), layout);
}

}  // namespace detente::detail::page
