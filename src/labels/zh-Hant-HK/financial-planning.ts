import type { FinancialPlanningWords } from "../words.ts";
import { given, wrong } from "./phrases.ts";

/** Financial plans: labels and sentences. */
export const financialPlanning = {
  "planningTemplate.retirement": "退休計劃",
  "planningTemplate.education": "教育計劃",
  "planningTemplate.investment": "投資計劃",
  "planningTemplate.protection": "保障計劃",
  "planningTemplate.tax": "稅務計劃",
  "planningTemplate.home": "置業計劃",
  "planningTemplate.daily-finance": "家庭收支計劃",
  "planningTemplate.support": "供養父母及子女計劃",
  "checkLevel.info": "提示",
  "checkLevel.warning": "警示",
  "retirementFormula.years-to-retirement": "距退休年數",
  "retirementFormula.years-in-retirement": "退休後年數",
  "retirementFormula.spending-at-retirement": "退休首年開支",
  "retirementFormula.real-return": "實際回報率",
  "retirementFormula.corpus": "退休時所需資金",
  "retirementFormula.pension-value": "退休金現值",
  "retirementFormula.need": "扣除退休金後所需資金",
  "retirementFormula.monthly-return": "每月回報率",
  "retirementFormula.pots-at-retirement": "現有儲蓄於退休時的終值",
  "retirementFormula.savings-at-retirement": "每月儲蓄於退休時的終值",
  "retirementFormula.gap": "資金缺口",
  "retirementFormula.additional-monthly-saving": "每月需增加的儲蓄",
  "retirementFigure.need": "扣除退休金後所需資金",
  "retirementFigure.have": "退休時已有資金",
  "retirementAssumption.inflation": "通脹率",
  "retirementAssumption.returnBeforeRetirement": "退休前回報率",
  "retirementAssumption.returnAfterRetirement": "退休後回報率",
  "retirementAssumption.lifeExpectancy": "預期壽命",
  "retiree.man": "男性僱員",
  "retiree.woman-55": "女性僱員（原法定退休年齡 55 歲）",
  "retiree.woman-50": "女性僱員（原法定退休年齡 50 歲）",
  "retirementAgeKind.statutory": "法定退休年齡（內地）",
  "retirementAgeKind.chosen": "自選退休年齡",
  "returnRisk.loss-possible": "可能損失本金",
  "returnRisk.not-promised": "該回報率並非承諾或保證",
  shortfall: "按目前計劃，{retirementAge:number} 歲退休時的退休儲備不足。",
  "retires-now": "計劃以現時退休（{retirementAge:number} 歲）計算，退休前不再累積儲蓄。",
  "real-return-not-positive": "退休後的實際回報率為 {realReturn:share}，回報不高於通脹。",
  "runs-out-before-life-expectancy":
    "資金到 {depletionAge:number} 歲時已不足以支付當年開支，早於預期壽命 {lifeExpectancy:number} 歲。",
  "pension-starts-after-retirement":
    "退休金由 {firstPensionAge:number} 歲起才開始領取，遲於退休年齡 {retirementAge:number} 歲，其間須動用儲蓄。",
  "no-pension": "計劃內沒有退休金收入。",
  "not-a-statutory-age":
    "{person:label.retiree}在內地的法定退休年齡介乎 {lowest:number} 歲至 {highest:number} 歲，計劃採用的 {retirementAge:number} 歲不在其中。",
  "assumed-return-above-grade":
    "{assumption:label.retirementAssumption}的假設為 {value:share}，高於客戶風險承受能力級別 {grade} 容許的上限 {highestReturn:share}。",
  "another-statutory-age":
    "按出生年月計算，{person:label.retiree}在內地的法定退休年齡為 {years:number} 歲[ {months:number} 個月]，按整歲計為 {years:number} 歲，計劃採用的是 {retirementAge:number} 歲。",
  "changed-return-above-grade":
    "敏感度分析將{assumption:label.retirementAssumption}調整（{change:share}）為 {value:share}，高於客戶風險承受能力級別 {grade} 容許的上限 {highestReturn:share}。",
  "returns-not-assessed":
    "所假設的回報率（退休前 {returnBeforeRetirement:share}、退休後 {returnAfterRetirement:share}）未經客戶風險承受能力評估核對。",
  "assumption-dated-later":
    "假設「{assumption:label.retirementAssumption}」的日期{date:date}遲於計劃日期{asOf:date}，請核對。",
  "assumptions-not-forecast": "計算結果取決於所列假設，並非對未來的預測；實際回報、物價及開支可能與假設不同。",
  "no-promise-of-return": "所列回報率均為計算假設，並不構成對回報的任何承諾或保證。",
  "no-product-advice": "本計劃並非產品推介，亦非投資建議；購買任何產品前須另行進行風險評估及合適性評估。",
  "tax-not-computed": "並無計算稅項及費用：回報率假設為已扣除稅項及費用，開支及退休金按所提供的數額計算。",
  "may-live-longer": "資金以用至 {lifeExpectancy:number} 歲計算，實際壽命可能更長。",
  "pension-not-confirmed": "退休金按所提供的數額計算，未經發放機構確認，實際金額以發放機構釐定者為準。",
  "statutory-retirement-age":
    "退休年齡 {retirementAge:number} 歲為{person:label.retiree}在內地的法定退休年齡（依據：{source}）。",
  "statutory-age-not-confirmed":
    "退休年齡 {retirementAge:number} 歲按所提供的資料為{person:label.retiree}在內地的法定退休年齡（依據：{source}），未經出生年月核實，須另行確認。",
  "chosen-retirement-age": "退休年齡 {retirementAge:number} 歲由客戶選定（依據：{source}），可能與法定退休年齡不同。",
  "retirement-age-not-explained":
    "退休年齡 {retirementAge:number} 歲為輸入的數字，並無說明依據，須另行確認是否適用於該客戶。",
  "risk-grade-not-given": "沒有提供客戶的風險評估，不會以提高回報率作為填補缺口的方法。",
  "risk-assessment-not-valid":
    "客戶的風險評估由{assessedOn:date}至{validUntil:date}有效，於{asOf:date}無效，不會以提高回報率作為填補缺口的方法。",
  "return-limits-not-given": "沒有提供本行按風險承受能力級別訂立的回報率上限，不會以提高回報率作為填補缺口的方法。",
  "return-limits-not-in-force":
    "本行的回報率上限（{policy}，第 {version} 版）於{asOf:date}並未生效，不會以提高回報率作為填補缺口的方法。",
  "grade-without-return-limit":
    "本行的回報率上限（{policy}，第 {version} 版）沒有風險承受能力級別 {grade}，不會以提高回報率作為填補缺口的方法。",
  "no-return-closes-gap": "任何回報率都不能填補缺口。",
  "return-above-grade-limit":
    "填補缺口所需的每年回報率為 {needed:share}，高於客戶風險承受能力級別 {grade} 容許的上限 {highestReturn:share}，不會以提高回報率作為填補缺口的方法。",
  "years-to-retirement": "退休年齡 {retirementAge:number} 歲減去現時年齡 {age:number} 歲，距離退休 {value:number} 年。",
  "years-in-retirement":
    "預期壽命 {lifeExpectancy:number} 歲減去退休年齡 {retirementAge:number} 歲，退休後 {value:number} 年。",
  "spending-at-retirement":
    "每年開支按今日價格為 {spendingToday:amount}，按通脹率 {inflation:share} 計算 {years:number} 年，退休首年開支為 {value:amount}。",
  "real-return":
    "退休後回報率 {returnAfterRetirement:share}，扣除通脹率 {inflation:share}，實際回報率為 {value:share}。",
  corpus:
    "首年開支 {spending:amount}，每年年初支付，共 {years:number} 年，按實際回報率 {realReturn:share} 計算，退休時所需資金為 {value:amount}。",
  "pension-value":
    "退休後 {years:number} 年內的退休金（{pensions:number} 項），按回報率 {returnAfterRetirement:share} 折算，退休時的現值為 {value:amount}。",
  need: "至 {untilAge:number} 歲為止所需資金最多：開支折現 {corpus:amount}，減去屆時已領取的退休金折現 {pensionValue:amount}，退休時所需資金為 {value:amount}（不低於零）。",
  "monthly-return": "退休前每年回報率 {returnBeforeRetirement:share}，折合每月回報率為 {value:share}。",
  "pots-at-retirement":
    "現有儲蓄 {pots:amount}，按每年回報率 {returnBeforeRetirement:share} 增長 {years:number} 年，退休時的終值為 {value:amount}。",
  "savings-at-retirement":
    "每月月底儲蓄 {monthlySaving:amount}，共 {months:number} 個月，按每月回報率 {monthlyReturn:share} 計算，退休時的終值為 {value:amount}。",
  gap: "所需資金 {need:amount} 減去退休時的儲蓄 {have:amount}，資金缺口為 {value:amount}（負數為盈餘）。",
  "additional-monthly-saving":
    "資金缺口 {gap:amount}，分 {months:number} 個月、按每月回報率 {monthlyReturn:share} 計算，每月需增加儲蓄 {value:amount}（負數表示可減少的金額）。",
  "save-more": "每月多儲蓄{additionalMonthly:money}，合共每月{totalMonthly:money}。",
  "retire-later": "延遲{years:number}年退休，於{retirementAge:number}歲退休。",
  "spend-less": "每年少支出{reduction:money}，按今日價格計每年支出{annualToday:money}。",
  "higher-return":
    "退休前每年回報率達到{returnBeforeRetirement:share}（客戶風險承受能力級別 {grade} 容許的上限為 {highestReturn:share}）；須注意：{risks:label.returnRisk}。",
  "financial-planning/invalid-input": `退休計劃的資料有誤[：{path}][，出生日期與年齡只可以填寫一項{both}][，出生日期與年齡須填寫其中一項{neither}][，風險承受能力評估的有效期屆滿日{validUntil:date}早於評估日{assessedOn:date}][，假設「{assumption:label.retirementAssumption}」須註明數值、來源及日期][，所提供的是整套假設，應填寫其中的 assumptions 一項{set}]${given}`,
  "financial-planning/invalid-age": `年齡須為整數，並在容許的範圍之內[（調整後的預期壽命為 {value:number} 歲，須大於退休年齡 {retirementAge:number} 歲）]${wrong}`,
  "financial-planning/ages-out-of-order":
    "年齡的先後次序有誤[：出生日期遲於計劃日期{asOf:date}][：現時 {age:number} 歲、退休年齡 {retirementAge:number} 歲、預期壽命 {lifeExpectancy:number} 歲，現時年齡不得大於退休年齡，退休年齡須小於預期壽命][：退休金由 {fromAge:number} 歲領取至 {untilAge:number} 歲，停止領取的年齡須大於開始領取的年齡][（{path}）]。",
  "financial-planning/rate-out-of-range":
    "比率須介乎 {min:number} 與 {max:number}，5% 應寫作 0.05[：{path}]，收到的是{received:received}。",
  "financial-planning/amount-out-of-range":
    "[金額不得為負數，收到的是{received:received}][計算結果超過上限 {limit:number}，主要來自數值 {largest}][：{path}]。",
  "financial-planning/currency-mismatch": "計劃的貨幣為 {expected}，該金額的貨幣為 {received}[：{path}]，請統一貨幣。",
} as const satisfies FinancialPlanningWords;
