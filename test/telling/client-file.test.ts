import { expect, test } from "vitest";

import {
  checkClientFile,
  clientCompleteness,
  exampleClientCompleteness,
  type ClientFile,
} from "../../src/client/index.ts";
import { assigned, company, person } from "../client/files.ts";
import { oneOf, thrownBy, told } from "../support/told.ts";

const approval = { by: "E-1", on: "2026-03-05", reason: "rotation" };
const issues = (file: ClientFile) => checkClientFile(file);
const managers = [
  assigned("E-1", "2024-01-01", { to: "2026-03-01" }),
  assigned("E-2", "2026-03-03", { approval, to: "2026-05-01" }),
  assigned("E-3", "2026-05-01"),
];
const led = issues(company({ managers }));
const lived = issues(
  person({
    id: "C-2",
    household: [
      { household: "H-1", from: "2020-01-01" },
      { household: "H-2", from: "2026-03-01" },
    ],
    referredBy: { client: "C-2", on: "2020-01-01" },
    identities: [{ kind: "lei", number: "1" }],
  }),
);
const doubled = issues(
  company({ managers: [assigned("E-1", "2024-01-01"), assigned("E-1", "2026-03-01", { role: "backup" })] }),
);
const raw = {
  feature: "income",
  dataType: "profile",
  group: "basic",
  value: "1",
  source: "s",
  asOf: "2026-02-02",
} as const;
const derivation = { rule: "r", version: "1", from: ["asset-size"] };
const derived = {
  feature: "price-sensitivity",
  dataType: "derived",
  value: "1",
  source: "s",
  asOf: "2026-02-02",
  derivation,
} as const;
const known = issues(company({ facts: [raw, derived, { ...raw, recordedOn: "2026-02-01" }] }));
const circular = issues(
  company({
    facts: [
      { ...derived, derivation: { ...derivation, from: ["income"] } },
      { ...derived, feature: "income", derivation: { ...derivation, from: ["price-sensitivity"] } },
    ],
  }),
);
const mixed = (fact: object) => oneOf(issues(company({ facts: [raw, fact as never] })), "client/raw-and-derived");
const corrected = (...contacts: readonly object[]) =>
  oneOf(
    issues(company({ contacts: contacts.map((own) => ({ channel: "sms", value: "1", ...own })) })),
    "client/invalid-correction",
  );
const policy = (corporate: readonly object[]) =>
  thrownBy(() =>
    clientCompleteness(
      company(),
      { ...exampleClientCompleteness, required: { corporate, personal: [] } } as never,
      "2026-03-01",
    ),
  );
const identity = { kind: "part", id: "identity", weight: 1 };

const reasons = {
  "days without a manager": oneOf(led, "client/managers-gap"),
  "nobody approved": oneOf(led, "client/transfer-not-approved"),
  "approved by the one who leaves": oneOf(led, "client/approved-by-party"),
  "approved too late": oneOf(led, "client/approved-late"),
  "two households": oneOf(lived, "client/households-overlap"),
  "brought by itself": oneOf(lived, "client/referred-by-itself"),
  "an LEI of a person": oneOf(lived, "client/wrong-kind"),
  "recorded before it was": oneOf(known, "client/recorded-too-early"),
  "derived from nothing": oneOf(known, "client/derived-from-unknown"),
  "derived from itself": oneOf(circular, "client/derived-in-circle"),
  "their own backup": oneOf(doubled, "client/own-backup"),
  "asked of the other kind": policy([{ kind: "part", id: "birth-date", weight: 1 }]),
  "derived in a raw group": mixed({ ...derived, group: "basic" }),
  "raw with a rule": mixed({ ...raw, derivation }),
  "raw and derived": mixed({ ...derived, feature: "income" }),
  "corrects nothing": corrected({ corrects: "a" }),
  "corrects twice": corrected({ entry: "a" }, { corrects: "a" }, { corrects: "a" }),
  "corrects what came later": corrected(
    { entry: "a", recordedOn: "2026-02-02" },
    { corrects: "a", recordedOn: "2026-02-01" },
  ),
  "asked for twice": policy([identity, identity]),
  "a policy without weight": policy([{ ...identity, weight: 0 }]),
};

test.each<[keyof typeof reasons, string, string, string]>([
  [
    "days without a manager",
    "自2026年3月1日起至2026年3月3日前，没有客户经理（A角）：managers[1]。",
    "由2026年3月1日起至2026年3月3日前，沒有主要客戶經理：managers[1]。",
    "From 1 March 2026 there is no primary relationship manager until 3 March 2026 (managers[1]).",
  ],
  [
    "nobody approved",
    "客户于2026年5月1日移交给另一名客户经理，没有审批记录：managers[2]。",
    "客戶於2026年5月1日轉交另一名客戶經理，並無批核紀錄：managers[2]。",
    "The client went to another relationship manager on 1 May 2026, and no approval is recorded (managers[2]).",
  ],
  [
    "approved by the one who leaves",
    "2026年3月3日的移交由“E-1”审批，此人是移交双方之一：managers[1].approval.by，须由他人审批。",
    "2026年3月3日的轉交由「E-1」批核，此人是轉交雙方之一：managers[1].approval.by，須由其他人批核。",
    "The transfer of 3 March 2026 was approved by “E-1”, who is one of the two managers it is between (managers[1].approval.by); somebody else has to approve it.",
  ],
  [
    "approved too late",
    "移交于2026年3月3日生效，2026年3月5日才获批准：managers[1].approval.on。",
    "轉交於2026年3月3日生效，2026年3月5日才獲批核：managers[1].approval.on。",
    "The transfer was approved on 5 March 2026, after it took effect on 3 March 2026 (managers[1].approval.on).",
  ],
  [
    "two households",
    "自2026年3月1日起，客户同时属于两个家庭（H-1、H-2）：household[1]。",
    "由2026年3月1日起，客戶同時屬於兩個家庭（H-1、H-2）：household[1]。",
    "From 1 March 2026 the client belongs to two households at the same time: H-1, H-2 (household[1]).",
  ],
  [
    "brought by itself",
    "客户“C-2”不能由其本人推介：referredBy.client。",
    "客戶「C-2」不可由其本人轉介：referredBy.client。",
    "The client “C-2” cannot have referred itself (referredBy.client).",
  ],
  [
    "an LEI of a person",
    "个人客户不应有此项资料：identities[0].kind。",
    "個人客戶不應有此項資料：identities[0].kind。",
    "This entry does not belong in a file of this kind: Personal client (identities[0].kind).",
  ],
  [
    "recorded before it was",
    "所记情况发生于2026年2月2日，登记日期2026年2月1日却在此之前：facts[2].recordedOn，请核对两个日期。",
    "所記情況於2026年2月2日發生，登記日期2026年2月1日卻在此之前：facts[2].recordedOn，請核對兩個日期。",
    "The entry is of 2 February 2026, yet it was recorded earlier, on 1 February 2026 (facts[2].recordedOn); check the two dates.",
  ],
  [
    "derived from nothing",
    "特征“feature.price-sensitivity”2026年2月2日的数据由“feature.asset-size”得出，但档案中届时没有后者的数据：facts[1].derivation.from[0]。",
    "特徵「feature.price-sensitivity」2026年2月2日的數據由「feature.asset-size」得出，但檔案內屆時沒有後者的數據：facts[1].derivation.from[0]。",
    "The value of “feature.price-sensitivity” on 2 February 2026 was derived from “feature.asset-size”, of which the file has no value by then (facts[1].derivation.from[0]).",
  ],
  [
    "derived from itself",
    "特征“feature.price-sensitivity”2026年2月2日的数据由“feature.income”得出，而后者又由前者得出：facts[0].derivation.from[0]，构成循环。",
    "特徵「feature.price-sensitivity」2026年2月2日的數據由「feature.income」得出，而後者又由前者得出：facts[0].derivation.from[0]，構成循環。",
    "The value of “feature.price-sensitivity” on 2 February 2026 was derived from “feature.income”, which itself goes back to “feature.price-sensitivity” (facts[0].derivation.from[0]).",
  ],
  [
    "their own backup",
    "自2026年3月1日起，“E-1”同时担任该客户的A角和B角客户经理：managers[1]。",
    "由2026年3月1日起，「E-1」同時擔任該客戶的主要及後備客戶經理：managers[1]。",
    "From 1 March 2026 “E-1” is both primary and backup relationship manager of the client (managers[1]).",
  ],
  [
    "asked of the other kind",
    "客户档案完整性规则有误（policy.required.corporate[0].id）：此类客户没有该项资料（“birth-date”）。",
    "客戶檔案完整性規則有誤（policy.required.corporate[0].id）：此類客戶並無該項資料（「birth-date」）。",
    "The policy on what a client file must contain is not valid at policy.required.corporate[0].id: clients of this kind do not have it (“birth-date”).",
  ],
  [
    "derived in a raw group",
    "特征“feature.price-sensitivity”的原始数据与衍生数据混在一起（facts[1].group）：衍生数据不得归入原始特征组。",
    "特徵「feature.price-sensitivity」的原始數據與衍生數據混在一起（facts[1].group）：衍生數據不得歸入原始特徵組別。",
    "Observed and derived values of “feature.price-sensitivity” are mixed (facts[1].group): a derived value cannot be in a group of features.",
  ],
  [
    "raw with a rule",
    "特征“feature.income”的原始数据与衍生数据混在一起（facts[1].derivation）：原始数据不得带有衍生规则。",
    "特徵「feature.income」的原始數據與衍生數據混在一起（facts[1].derivation）：原始數據不得附有衍生規則。",
    "Observed and derived values of “feature.income” are mixed (facts[1].derivation): a value that was observed cannot have a derivation.",
  ],
  [
    "raw and derived",
    "特征“feature.income”的原始数据与衍生数据混在一起（facts[1].feature）：档案中该特征另有原始数据。",
    "特徵「feature.income」的原始數據與衍生數據混在一起（facts[1].feature）：檔案內該特徵另有原始數據。",
    "Observed and derived values of “feature.income” are mixed (facts[1].feature): the file also has observed values of it.",
  ],
  [
    "corrects nothing",
    "无法更正记录“a”（contacts[0].corrects）：此前没有该条记录。",
    "無法更正紀錄「a」（contacts[0].corrects）：之前並無該項紀錄。",
    "The entry cannot correct “a” (contacts[0].corrects): there is no such entry before it.",
  ],
  [
    "corrects twice",
    "无法更正记录“a”（contacts[2].corrects）：该条记录已更正过。",
    "無法更正紀錄「a」（contacts[2].corrects）：該項紀錄已更正過。",
    "The entry cannot correct “a” (contacts[2].corrects): the entry was corrected already.",
  ],
  [
    "corrects what came later",
    "无法更正记录“a”（contacts[1].corrects）：该条记录的登记日期晚于更正日期。",
    "無法更正紀錄「a」（contacts[1].corrects）：該項紀錄的登記日期遲於更正日期。",
    "The entry cannot correct “a” (contacts[1].corrects): the entry was recorded later than its correction.",
  ],
  [
    "asked for twice",
    "客户档案完整性规则有误（policy.required.corporate[1]）：同一项目重复要求（“identity”）。",
    "客戶檔案完整性規則有誤（policy.required.corporate[1]）：同一項目重複要求（「identity」）。",
    "The policy on what a client file must contain is not valid at policy.required.corporate[1]: the item is asked for twice (“identity”).",
  ],
  [
    "a policy without weight",
    '客户档案完整性规则有误（policy.required.corporate[0].weight），收到的是"0"，应不小于 1，应不大于 1,000。',
    '客戶檔案完整性規則有誤（policy.required.corporate[0].weight），收到的是"0"，不應小於 1，不應大於 1,000。',
    'The policy on what a client file must contain is not valid at policy.required.corporate[0].weight: "0" was given; minimum 1; maximum 1,000.',
  ],
])("%s, in three languages", (name, ...sentences) => {
  expect(told(reasons[name])).toStrictEqual(sentences);
});

test.each(Object.entries(reasons))("nothing of the code or the template shows: %s", (_, reason) => {
  told(reason);
});
