import { expect, test } from "vitest";

import { checkClientFile, clientName, managerAt, type ClientFile } from "../../src/client/index.ts";
import { oneOf, thrownBy, told } from "../support/told.ts";

const file = {
  kind: "corporate",
  id: "C-1",
  names: { legal: "样本制造有限公司" },
  accounts: [
    { id: "A-1", currency: "CNY", product: "P", openedOn: "2026-02-02", closedOn: "2026-02-02" },
    { id: "A-1", currency: "CNY", product: "P" },
    { id: "", currency: "CNY", product: "P" },
  ],
  contacts: [],
  managers: [
    { employee: "E-1", name: "A", role: "primary", unit: "1", from: "2024-01-01" },
    { employee: "E-2", name: "B", role: "primary", unit: "1", from: "2026-03-01" },
  ],
  group: { group: "G-1", role: "subsidiary", votingShare: "1.01" },
  analyses: [],
  organisation: { industry: "x" },
} as const satisfies ClientFile;
const issues = checkClientFile(file);
const reasons = {
  "an account number used twice": oneOf(issues, "client/duplicate-id"),
  "an account without a number": oneOf(issues, "client/empty-id"),
  "two primary managers": oneOf(issues, "client/managers-overlap"),
  "an account that is closed on its first day": oneOf(issues, "client/reversed-dates"),
  "a voting share of 101%": oneOf(issues, "client/share-out-of-range"),
  "a misspelt language": thrownBy(() => clientName(file.names, "eng" as never)),
  "a misspelt member": thrownBy(() => clientName({ legals: "x" } as never, "en")),
  "no file at all": thrownBy(() => managerAt(null as never, "primary", "2026-03-01")),
  "half a person": oneOf(
    checkClientFile({ ...file, organisation: { industry: "x", employees: 0.5 } }),
    "client/invalid-input",
  ),
};

test.each<[keyof typeof reasons, string, string, string]>([
  [
    "an account number used twice",
    "账户编号重复：accounts[1].id。",
    "賬戶編號重複：accounts[1].id。",
    "Two accounts have the same number (accounts[1].id).",
  ],
  [
    "an account without a number",
    "编号为空：accounts[2].id，请填写。",
    "未有填寫編號：accounts[2].id，請填寫。",
    "An ID is empty (accounts[2].id); fill it in.",
  ],
  [
    "two primary managers",
    "自2026年3月1日起，同时有两名客户经理（A角）：managers[1]，请核对起止日期。",
    "由2026年3月1日起，同時有兩名主要客戶經理：managers[1]，請核對起止日期。",
    "From 1 March 2026 there are two primary relationship managers at the same time (managers[1]); check the dates.",
  ],
  [
    "an account that is closed on its first day",
    "结束日期2026年2月2日不晚于开始日期2026年2月2日：accounts[0].closedOn。",
    "結束日期2026年2月2日並非在開始日期2026年2月2日之後：accounts[0].closedOn。",
    "The end date, 2 February 2026, is not after the start date, 2 February 2026 (accounts[0].closedOn).",
  ],
  [
    "a voting share of 101%",
    "表决权比例为 101%，不在 0% 至 100% 之间：group.votingShare。",
    "投票權比例為 101%，並非介乎 0% 至 100%：group.votingShare。",
    "The share of voting rights is 101%, which is not between 0% and 100% (group.votingShare).",
  ],
  [
    "a misspelt language",
    "客户档案资料有误：language，收到的是3个字符的文本，只能是 zh-Hans、zh-Hant-HK、en，是否应为 en。",
    "客戶檔案資料有誤：language，收到的是3個字元的文字，只可以是 zh-Hans、zh-Hant-HK、en，是否應為 en。",
    "The client file is not valid at language: a text of length 3 was given; allowed: zh-Hans, zh-Hant-HK, en; perhaps en was meant.",
  ],
  [
    "a misspelt member",
    "客户档案资料有误：names.legals，是否应为 legal。",
    "客戶檔案資料有誤：names.legals，是否應為 legal。",
    "The client file is not valid at names.legals; perhaps legal was meant.",
  ],
  [
    "half a person",
    '客户档案资料有误：organisation.employees，收到的是"0.5"，应不小于 0，应不大于 9,007,199,254,740,991。',
    '客戶檔案資料有誤：organisation.employees，收到的是"0.5"，不應小於 0，不應大於 9,007,199,254,740,991。',
    'The client file is not valid at organisation.employees: "0.5" was given; minimum 0; maximum 9,007,199,254,740,991.',
  ],
])("%s, in three languages", (name, ...sentences) => {
  expect(told(reasons[name])).toStrictEqual(sentences);
});

test.each(Object.entries(reasons))("nothing of the code or the template shows: %s", (_, reason) => {
  told(reason);
});
