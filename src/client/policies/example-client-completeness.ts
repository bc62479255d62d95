import type { ClientCompletenessPolicy } from "../knowledge/completeness-policy.ts";

const OWN = "relationship-banking: for illustration";

/**
 * What a client file might have to have: an example of form, to be replaced by the bank's own.
 *
 * The sources name the features and the defect: files that hold only name, telephone and line of business. Which of them
 * a bank has to ask for, how much each counts and how old it may be are not in them; those numbers are this library's
 * own. Sex and family status of the source's list are left out on purpose, because a bank that asks for them needs a
 * purpose for them.
 */
export const exampleClientCompleteness = {
  id: "example.client-completeness",
  version: "1",
  status: "example",
  effectiveFrom: "2000-01-01",
  sources: [
    "客户群体特征分析、分类: 基本、购买行为、账户、服务需求四组特征",
    "四类数据: 公司概况、行为、态度、衍生",
    "如何利用好数据库: 信息收集的内容过于简洁,只有客户姓名、电话、经营内容",
    `${OWN}: which items are asked for, weights, greatest ages`,
  ],
  required: {
    corporate: [
      { kind: "part", id: "identity", weight: 3 },
      { kind: "part", id: "contact", weight: 2 },
      { kind: "part", id: "decision-maker", weight: 3 },
      { kind: "part", id: "primary-manager", weight: 3 },
      { kind: "part", id: "backup-manager", weight: 1 },
      { kind: "part", id: "industry", weight: 2 },
      { kind: "part", id: "employees", weight: 1 },
      { kind: "part", id: "annual-turnover", weight: 2 },
      { kind: "part", id: "location", weight: 1 },
      { kind: "part", id: "attitude", weight: 2, maxAgeDays: 180 },
      { kind: "feature", id: "purchasing-process", weight: 2, maxAgeDays: 365 },
      { kind: "feature", id: "satisfaction", weight: 2, maxAgeDays: 365 },
      { kind: "feature", id: "product-preference", weight: 1, maxAgeDays: 365 },
    ],
    personal: [
      { kind: "part", id: "identity", weight: 3 },
      { kind: "part", id: "contact", weight: 2 },
      { kind: "part", id: "primary-manager", weight: 3 },
      { kind: "part", id: "backup-manager", weight: 1 },
      { kind: "part", id: "birth-date", weight: 2 },
      { kind: "part", id: "occupation", weight: 2 },
      { kind: "part", id: "interests", weight: 1 },
      { kind: "part", id: "location", weight: 1 },
      { kind: "part", id: "attitude", weight: 2, maxAgeDays: 180 },
      { kind: "feature", id: "income", weight: 2, maxAgeDays: 730 },
      { kind: "feature", id: "risk-tolerance", weight: 3, maxAgeDays: 365 },
      { kind: "feature", id: "price-sensitivity", weight: 1, maxAgeDays: 730 },
      { kind: "feature", id: "product-preference", weight: 1, maxAgeDays: 365 },
      { kind: "feature", id: "asset-size", weight: 2, maxAgeDays: 90 },
      { kind: "feature", id: "most-valued-service", weight: 2, maxAgeDays: 365 },
      { kind: "feature", id: "least-valued-service", weight: 1, maxAgeDays: 365 },
    ],
  },
  readings: ["the groups of features and types of data are the sources'; everything else is an assumption"],
} as const satisfies ClientCompletenessPolicy;
