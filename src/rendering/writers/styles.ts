/**
 * The one stylesheet of an HTML document (样式表): screen and A4 print, repeated table headers, no page break inside a row,
 * fonts of the reader's own machine. Nothing is fetched and no element carries a style attribute, so a host with a strict
 * content policy can allow it by its hash.
 */
export const documentStyles = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { overflow-wrap: anywhere; margin: 0; background: #eceff3; color: #1b2430; font: 15px/1.55 "Segoe UI", "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif; }
:lang(zh-Hant) { font-family: "Segoe UI", "Helvetica Neue", Arial, "PingFang HK", "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK HK", "Noto Sans CJK TC", "Noto Sans HK", "Noto Sans TC", sans-serif; }
:lang(en) { font-family: "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "Noto Sans", "DejaVu Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif; }
main { max-width: 210mm; margin: 10mm auto; padding: 14mm 13mm; background: #fff; box-shadow: 0 1px 6px rgb(27 36 48 / 18%); }
h1, h2, h3, h4 { color: #12304f; line-height: 1.3; break-after: avoid; }
h1 { margin: 0 0 8px; font-size: 25px; border-bottom: 3px solid #12304f; padding-bottom: 8px; }
h2 { margin: 22px 0 8px; font-size: 18px; border-bottom: 1px solid #b8c4d0; padding-bottom: 3px; }
h3 { margin: 14px 0 5px; font-size: 15px; }
h4 { margin: 10px 0 4px; font-size: 14px; }
p { margin: 6px 0; }
.muted { color: #5b6776; }
.strong { font-weight: 700; }
.warning-text { color: #8a3b00; font-weight: 700; }
.scroll { overflow-x: auto; margin: 8px 0 12px; }
table { width: 100%; border-collapse: collapse; font-size: 13px; line-height: 1.45; }
caption { text-align: start; font-weight: 700; color: #12304f; padding: 2px 0 4px; }
caption.quiet { position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { border-bottom: 1px solid #d5dce4; padding: 4px 7px; text-align: start; vertical-align: top; }
th { overflow-wrap: break-word; }
thead th { background: #e6edf5; border-bottom: 2px solid #12304f; color: #12304f; font-weight: 700; vertical-align: bottom; }
tbody th { font-weight: 600; }
tfoot td, tfoot th { border-top: 2px solid #12304f; font-weight: 700; }
.end { text-align: end; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
td.end { white-space: nowrap; }
.center { text-align: center; }
.date { white-space: nowrap; }
col.w1 { width: 8.33%; } col.w2 { width: 16.67%; } col.w3 { width: 25%; } col.w4 { width: 33.33%; }
col.w5 { width: 41.67%; } col.w6 { width: 50%; } col.w7 { width: 58.33%; } col.w8 { width: 66.67%; }
col.w9 { width: 75%; } col.w10 { width: 83.33%; } col.w11 { width: 91.67%; } col.w12 { width: 100%; }
dl.pairs { display: grid; grid-template-columns: minmax(7em, 13em) 1fr; margin: 6px 0 12px; font-size: 13px; }
dl.pairs > div { display: contents; }
dl.pairs dt, dl.pairs dd { margin: 0; padding: 3px 7px 3px 0; border-bottom: 1px solid #e3e8ee; }
dl.pairs dt { color: #43505f; font-weight: 600; }
dl.tiles { display: flex; flex-wrap: wrap; gap: 8px; margin: 10px 0; }
dl.tiles > div { flex: 1 1 8em; border: 1px solid #b8c4d0; border-top: 3px solid #1f4e79; padding: 6px 9px; break-inside: avoid; }
dl.tiles dt { color: #43505f; font-size: 12px; }
dl.tiles dd { overflow-wrap: normal; margin: 0; font-variant-numeric: tabular-nums; }
dl.tiles dd.value { font-size: 17px; font-weight: 700; color: #12304f; line-height: 1.35; }
dl.tiles dd.small { font-size: 11.5px; color: #5b6776; }
ul, ol { margin: 6px 0; padding-inline-start: 1.3em; }
.columns ul, .columns ol { font-size: 12.5px; }
.note { border: 1px solid #b8c4d0; border-inline-start: 5px solid #1f4e79; padding: 6px 10px; margin: 8px 0; font-size: 13px; break-inside: avoid; }
.note.warning { border-color: #d9a441; border-inline-start-color: #b86e00; background: #fff8ea; }
.note.sample { border: 2px dashed #a3271f; background: #fdf1f0; color: #7c1d16; }
.note p.title { font-weight: 700; margin: 0; }
.note ul { margin: 3px 0 0; }
figure { position: relative; margin: 8px 0 12px; break-inside: avoid; }
figcaption { font-weight: 700; color: #12304f; font-size: 13px; padding-bottom: 2px; }
svg { display: block; width: 100%; height: auto; }
svg text { font-size: 12.5px; fill: #1b2430; }
svg .value { font-variant-numeric: tabular-nums; }
svg .legend, svg .tick { font-size: 11.5px; fill: #43505f; }
svg .track { fill: #f0f3f6; }
svg .tone-estimated, svg .tone-open, svg .tone-empty { stroke: #1f4e79; stroke-width: 0.8; }
svg .axis, svg .mark { stroke: #43505f; stroke-width: 1; } svg .mark { stroke-dasharray: 3 3; }
svg .grid { stroke: #d5dce4; stroke-width: 0.8; } svg .tie { stroke: #43505f; stroke-width: 0.8; stroke-dasharray: 2 2; }
svg .band { fill-opacity: 0.12; } svg .edge { stroke-width: 0.9; stroke-dasharray: 2 2; }
svg .node { fill: #43505f; } svg .stream { fill-opacity: 0.8; }
svg.lines .tick { paint-order: stroke; stroke: #fff; stroke-width: 3; }
svg.bars, svg.bridge, svg.lines, svg.flow, svg.heat-map:not(.wide), svg.calendar:not(.wide) { max-width: 460px; }
svg .cell { stroke: #b8c4d0; stroke-width: 0.8; } svg .plate { fill: #fff; }
svg .point { stroke: #1b2430; stroke-width: 1.2; } svg .mark-of { stroke: #1f4e79; stroke-width: 0.8; }
svg .number, svg .count { font-size: 10px; font-weight: 700; } svg .count { paint-order: stroke; stroke: #fff; stroke-width: 3; }
svg.map .label, svg.timeline .tick { paint-order: stroke; stroke: #fff; stroke-width: 3; }
svg .tone-warning { stroke: #c25400; stroke-width: 0.8; }
.readers { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr)); gap: 0 22px; }
.columns > div { min-width: 0; }
.columns dl.pairs { grid-template-columns: fit-content(45%) 1fr; }
.signed { break-inside: avoid; }
.signed .title { margin: 8px 0 0; font-weight: 700; font-size: 12.5px; }
.signatures { display: flex; gap: 20px; margin: 14px 0 4px; break-inside: avoid; }
.signatures > div { flex: 1; border-top: 1px solid #1b2430; padding-top: 4px; margin-top: 22px; font-size: 12.5px; }
.running { display: none; }
hr.page-break { border: 0; border-top: 1px dashed #b8c4d0; margin: 18px 0; }
@media screen and (max-width: 760px) {
  main { margin: 0; padding: 8mm 5mm; }
  figure { overflow-x: auto; } figcaption { position: sticky; left: 0; } svg.wide { min-width: 700px; }
}
@media screen and (max-width: 560px) {
  .stacked, .stacked caption, .stacked tbody, .stacked tfoot, .stacked tr, .stacked th, .stacked td { display: block; }
  .stacked thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stacked tr { border-bottom: 2px solid #b8c4d0; padding: 4px 0; }
  .stacked th, .stacked td { border: 0; padding: 2px 4px; text-align: start; }
  .stacked td { display: grid; grid-template-columns: 9em 1fr; gap: 8px; } td.end { white-space: normal; }
  .stacked td:empty { display: none; }
  .stacked td::before { content: attr(data-label); color: #43505f; font-weight: 400; }
}
.landscape { page: landscape; }
@page landscape { size: A4 landscape; }
@page { size: A4; margin: 7mm 12mm 11mm; @bottom-right { content: counter(page) " / " counter(pages); color: #5b6776; font-size: 7.6pt; } }
@media print {
  body { background: #fff; font-size: 9.6pt; line-height: 1.42; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .sheet { display: table; width: 100%; table-layout: fixed; }
  .running { display: table-header-group; break-inside: avoid; color: #5b6776; font-size: 7.6pt; line-height: 1.3; }
  .running > div { padding-bottom: 5pt; }
  main { display: table-row-group; max-width: none; margin: 0; padding: 0; box-shadow: none; }
  h1 { font-size: 13pt; padding-bottom: 3px; margin-bottom: 4px; } h2 { font-size: 12.5pt; margin-top: 14pt; } h3 { font-size: 10.5pt; }
  table, dl.pairs, .note, figcaption { font-size: 8.6pt; }
  .columns ul, .columns ol { font-size: 8pt; line-height: 1.3; }
  th, td { padding: 2.6px 6px; line-height: 1.35; }
  dl.pairs { margin: 4px 0; } dl.pairs dt, dl.pairs dd { padding-top: 2px; padding-bottom: 2px; line-height: 1.35; }
  dl.tiles { margin: 6px 0; } dl.tiles > div { padding: 3px 7px 4px; }
  dl.tiles dt, dl.tiles dd.small { font-size: 7.6pt; line-height: 1.25; } dl.tiles dd.value { font-size: 11.5pt; line-height: 1.25; }
  .note { margin: 6px 0; padding-top: 3px; padding-bottom: 4px; line-height: 1.32; } .note ul { margin: 2px 0; }
  figure { margin: 4px 0 6px; } .columns h3 { margin: 6px 0 2px; font-size: 9pt; }
  .columns { margin: 0; } .columns dl.pairs { margin: 3px 0; } .columns ul { margin: 2px 0; }
  .signatures { margin-top: 4px; } .signatures > div, .signed .title { font-size: 8.6pt; } .signatures > div { margin-top: 24px; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  tr, table.short { break-inside: avoid; }
  caption { break-after: avoid; }
  p { margin: 4px 0; orphans: 3; widows: 3; } p.muted { font-size: 8.2pt; margin: 3px 0; }
  hr.page-break { border: 0; margin: 0; break-after: page; }
}
`;
