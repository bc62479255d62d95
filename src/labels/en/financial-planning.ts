import type { FinancialPlanningWords } from "../words.ts";

export /**
        *
        */
const financialPlanning = {
  "planningTemplate.retirement": "Retirement plan",
  "planningTemplate.education": "Education plan",
  "planningTemplate.investment": "Investment plan",
  "planningTemplate.protection": "Protection plan",
  "planningTemplate.tax": "Tax plan",
  "planningTemplate.home": "Home-purchase plan",
  "planningTemplate.daily-finance": "Household finance plan",
  "planningTemplate.support": "Support of dependants plan",
  "checkLevel.info": "Note",
  "checkLevel.warning": "Warning",
  "retirementFormula.years-to-retirement": "Years to retirement",
  "retirementFormula.years-in-retirement": "Years in retirement",
  "retirementFormula.spending-at-retirement": "Spending of the first year of retirement",
  "retirementFormula.real-return": "Real return",
  "retirementFormula.corpus": "Capital needed at retirement",
  "retirementFormula.pension-value": "Pensions as capital",
  "retirementFormula.monthly-return": "Return a month",
  "retirementFormula.pots-at-retirement": "Present savings at retirement",
  "retirementFormula.savings-at-retirement": "Monthly saving at retirement",
  "retirementFormula.gap": "Gap",
  "retirementFormula.additional-monthly-saving": "Additional saving a month",
} as const satisfies FinancialPlanningWords;
