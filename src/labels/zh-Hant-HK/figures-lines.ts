import type { FiguresLinesWords } from "../words.ts";

/** Bridges, curves, streams and projections: labels. */
export const figuresLines = {
  "lineFigure.value-bridge": "關係價值變動",
  "lineFigure.value-bridge-text":
    "由上期關係價值開始，逐項列出增減，至本期關係價值。減少項目以交叉線填充，金額帶負號。",
  "lineFigure.total": "期間價值",
  "lineFigure.increase": "增加",
  "lineFigure.decrease": "減少",
  "lineFigure.whale-curve": "客戶價值鯨魚曲線",
  "lineFigure.whale-curve-text": "客戶價值由高至低逐戶累計。峰值之後的客戶令累計價值下跌。",
  "lineFigure.clients": "客戶數目（按價值由高至低）",
  "lineFigure.cumulative-value": "累計價值",
  "lineFigure.peak": "峰值",
  "lineFigure.migration": "客戶分類遷移",
  "lineFigure.migration-text": "各條帶的闊度顯示由前一日所屬類別轉入後一日所屬類別的客戶數目。",
  "lineFigure.client-count": "客戶數目",
  "lineFigure.joined": "新增客戶",
  "lineFigure.left": "流失客戶",
  "lineFigure.refused": "記錄無法讀取",
  "lineFigure.moved-up": "上升",
  "lineFigure.stayed": "不變",
  "lineFigure.moved-down": "下降",
  "lineFigure.moved-otherwise": "其他變動",
  "lineFigure.joined-or-left": "新增或流失",
  "lineFigure.range": "低值至高值",
  "lineFigure.compact-first": "{figure}萬",
  "lineFigure.compact-second": "{figure}億",
  "lineFigure.compact-third": "{figure}萬億",
} as const satisfies FiguresLinesWords;
