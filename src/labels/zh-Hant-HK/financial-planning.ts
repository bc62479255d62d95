import type { FinancialPlanningWords } from "../words.ts";

export /**
        *
        */
const financialPlanning = {
  "planningTemplate.retirement": "養老(退休)計劃",
  "planningTemplate.education": "教育計劃",
  "planningTemplate.investment": "投資計劃",
  "planningTemplate.protection": "保障計劃",
  "planningTemplate.tax": "稅務計劃",
  "planningTemplate.home": "安家置業計劃",
  "planningTemplate.daily-finance": "家庭日常財務計劃",
  "planningTemplate.support": "供養父母及子女計劃",
  "checkLevel.info": "提示",
  "checkLevel.warning": "警示",
  "retirementFormula.years-to-retirement": "距退休年數",
  "retirementFormula.years-in-retirement": "退休後年數",
  "retirementFormula.spending-at-retirement": "退休首年開支",
  "retirementFormula.real-return": "實際回報率",
  "retirementFormula.corpus": "退休時所需資金",
  "retirementFormula.pension-value": "退休金折算資金",
  "retirementFormula.monthly-return": "每月回報率",
  "retirementFormula.pots-at-retirement": "現有積蓄至退休時",
  "retirementFormula.savings-at-retirement": "每月儲蓄至退休時",
  "retirementFormula.gap": "資金缺口",
  "retirementFormula.additional-monthly-saving": "每月需增加的儲蓄",
} as const satisfies FinancialPlanningWords;
