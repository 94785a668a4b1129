#include "output/page/page_parts.hpp"

namespace detente::detail::page {

std::string_view style() {
  return R"(:root{color-scheme:light dark;--ink:#1a1a1a;--soft:#595959;--line:#d4d4d4;--paper:#fff;--link:#0b57a4}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e9e9e9;--soft:#aeb3b8;--line:#3d4146;--paper:#16181b;--link:#8ab8ea}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 "Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif}
main{max-width:1200px;margin:0 auto;padding:24px 20px 48px}
h1{font-size:30px;line-height:1.2;margin:0 0 4px}
h2{font-size:20px;margin:40px 0 8px;padding-top:10px;border-top:2px solid var(--ink)}
p,ul,dl{margin:8px 0;max-width:76ch}
.headline{font-size:19px;line-height:1.4;max-width:none;margin:0 0 16px}
.soft,caption,figcaption{color:var(--soft);font-size:14px}
figure{margin:0}
.chart{background:#fff;overflow-x:auto;border-radius:2px}
.chart svg{display:block;width:100%;min-width:760px;height:auto}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.4}
caption{text-align:left;padding:2px 0 6px}
th,td{text-align:left;vertical-align:top;padding:5px 14px 5px 0;border-bottom:1px solid var(--line)}
th{border-bottom:1px solid var(--ink);vertical-align:bottom;font-weight:bold}
th:last-child,td:last-child{padding-right:0}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.d{white-space:nowrap}
td p{margin:2px 0 0;max-width:80ch}
a{color:var(--link)}
dt{font-weight:bold;margin-top:8px}
dd{margin:0;overflow-wrap:anywhere}
code,.cite{overflow-wrap:anywhere}
.cite{max-width:none}
.columns p{max-width:none}
.columns p:first-child{margin-top:0}
@media (min-width:900px){.columns{columns:2;column-gap:40px}.columns p{break-inside:avoid}}
@page{size:A4 landscape;margin:11mm}
@media print{body{font-size:11pt}main{max-width:none;padding:0}h1{font-size:19pt}h2{font-size:13pt;margin-top:16pt;break-after:avoid}
.headline{font-size:12pt;margin-bottom:6pt}table{font-size:9pt}tr,figure{break-inside:avoid}thead{display:table-header-group}
.chart{overflow:visible}.chart svg{min-width:0;max-height:162mm}.pointer{display:none}#reading{break-before:page}.wide{overflow:visible}a{color:inherit}})";
}

}  // namespace detente::detail::page
