import type { FinancialPlanningWords } from "../words.ts";

export /**
        *
        */
const financialPlanning = {
  "planningTemplate.retirement": "养老(退休)计划",
  "planningTemplate.education": "教育计划",
  "planningTemplate.investment": "投资计划",
  "planningTemplate.protection": "保障计划",
  "planningTemplate.tax": "税务计划",
  "planningTemplate.home": "安家置业计划",
  "planningTemplate.daily-finance": "家庭日常财务计划",
  "planningTemplate.support": "赡养抚养计划",
  "checkLevel.info": "提示",
  "checkLevel.warning": "警示",
  "retirementFormula.years-to-retirement": "距退休年数",
  "retirementFormula.years-in-retirement": "退休后年数",
  "retirementFormula.spending-at-retirement": "退休首年支出",
  "retirementFormula.real-return": "实际收益率",
  "retirementFormula.corpus": "退休时所需资金",
  "retirementFormula.pension-value": "养老金折算资金",
  "retirementFormula.monthly-return": "月收益率",
  "retirementFormula.pots-at-retirement": "现有积蓄至退休时",
  "retirementFormula.savings-at-retirement": "每月储蓄至退休时",
  "retirementFormula.gap": "资金缺口",
  "retirementFormula.additional-monthly-saving": "每月需增加的储蓄",
} as const satisfies FinancialPlanningWords;
