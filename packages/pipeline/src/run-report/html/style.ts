/** The report's look: light and dark as the reader's system, one column on a telephone, charts beside tables elsewhere, and on paper. */
export const STYLE: string = `:root{color-scheme:light dark;--ground:#f6f7f9;--card:#fff;--ink:#1c2430;--soft:#5b6675;--line:#dfe3e8;--link:#0b57a4;--mark:#fff0b3;
--c0:#2f6fb3;--c1:#d9822b;--c2:#8a97a6;--c3:#3f9470;--c4:#b5577f;--c5:#7a6bb8}
@media (prefers-color-scheme:dark){:root{--ground:#12161b;--card:#1b2128;--ink:#e4e8ed;--soft:#a0abb8;--line:#323b46;--link:#7cb7f2;--mark:#5c4a10;
--c0:#5b9bdc;--c1:#e8a05a;--c2:#75818f;--c3:#5fb692;--c4:#d582a5;--c5:#a396de}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;overflow-wrap:anywhere}
header,main{max-width:1200px;margin:0 auto;padding:0 16px}
header{padding-top:24px}
h1{margin:0;font-size:26px;line-height:1.25}
header p{margin:4px 0 0;color:var(--soft)}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(128px,1fr));gap:12px;margin:20px 0;padding:0;list-style:none}
.tiles li,section{background:var(--card);border:1px solid var(--line);border-radius:8px}
.tiles li{padding:10px 14px}
.tiles b{display:block;font-size:22px;line-height:1.3;font-variant-numeric:tabular-nums;white-space:nowrap}
.tiles span{display:block;font-size:13px}
.tiles small{display:block;color:var(--soft);font-size:12px}
.bad b{color:var(--c1)}
section{padding:16px 20px 20px;margin:0 0 16px}
h2{margin:0 0 4px;font-size:19px}
h3{margin:22px 0 6px;font-size:15px}
section>p{margin:0 0 8px;color:var(--soft);max-width:75ch}
.pair{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:12px 36px;align-items:start}
.pair>*{min-width:0}
.chart{display:block;width:100%;max-width:460px;height:auto}
.chart text{font-size:12px;fill:var(--ink);dominant-baseline:central}
@media (min-width:821px){.chart text{font-size:10.5px}}
.chart .soft{fill:var(--soft)}.chart .end{text-anchor:end}.chart .middle{text-anchor:middle}
.chart .grid{stroke:var(--line);fill:none}
.chart .below{opacity:.18}.chart .s1{fill:none;stroke:var(--c1);stroke-width:2}
${[0, 1, 2, 3, 4, 5].map((i) => `.c${i}{fill:var(--c${i})}i.c${i}{background:var(--c${i})}`).join("")}
i{display:inline-block;width:11px;height:11px;border-radius:2px;margin-right:6px;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.legend{margin:6px 0;color:var(--soft);font-size:13px}.legend span{margin-right:14px;white-space:nowrap}
table{border-collapse:collapse;width:100%;font-size:14px;margin:0 0 12px}
figure{margin:0 0 12px}
caption,figcaption{text-align:left;font-size:13px;color:var(--soft);padding:0 0 4px}
th,td{padding:4px 0 4px 14px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}
th:first-child{padding-left:0}
thead th{color:var(--soft);font-size:12px}
.n{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}
td.n{white-space:nowrap}
a{color:var(--link)}
.examples{list-style:none;margin:0;padding:0}
.examples li{padding:8px 0;border-top:1px solid var(--line)}
.examples q{display:block;margin:4px 0;padding-left:10px;border-left:3px solid var(--line);quotes:none}
.examples mark{background:var(--mark);color:inherit;border-radius:2px;padding:0 1px}
.examples small,.soft{color:var(--soft)}
@media (max-width:820px){header,main{padding-left:10px;padding-right:10px}.pair{grid-template-columns:minmax(0,1fr)}section{padding:12px 10px 14px}table{font-size:13px}th,td{padding-left:8px}}
@media print{body{background:#fff;font-size:11pt}section,.tiles li{border-color:#bbb;box-shadow:none}tr,li,figure,h2,h3{break-inside:avoid}h2,h3{break-after:avoid}.chart rect,.chart path,.chart circle,mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;
