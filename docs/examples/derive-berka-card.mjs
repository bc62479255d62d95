#!/usr/bin/env node
/**
 * Derives `data/berka-card.json`, the classification card of the demo, from the quantiles of the book itself, and writes
 * beside it `data/berka-card-labels.json`: the labels of the card's own ids by language, as a bank gives them for its card.
 *
 *     npm run build && node docs/examples/derive-berka-card.mjs [--check]
 *
 * The card is an example: its shape is that of the four types' definitions, its thresholds say only where an account
 * stands among the accounts of this book. With `--check` the committed files are compared with a fresh derivation.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { argv, exit, stderr } from "node:process";

import { featuresOf, loadBook, quantile, TRANSFER_CURVE } from "./book.mjs";

const OUTPUT = new URL("data/berka-card.json", import.meta.url);
const LABELS = new URL("data/berka-card-labels.json", import.meta.url);
const SHARES = [
  { share: 0.5, points: 10, label: "upper-half" },
  { share: 0.8, points: 20, label: "upper-fifth" },
  { share: 0.95, points: 30, label: "upper-twentieth" },
];

const { head, records } = loadBook();
const features = records.map((record) => featuresOf(record));

/** Bands at the book's median, 80% and 95% quantile, rounded to the nearest `step` CZK. */
function bandsOf(feature, step) {
  const sorted = features.map((row) => Number(row[feature].amount)).sort((a, b) => a - b);
  const edges = SHARES.map(({ share }) => String(Math.round(quantile(sorted, share) / step) * step));
  return [
    { below: edges[0], points: 0, label: "lower-half" },
    ...SHARES.map(({ points, label }, index) => ({
      ...(index + 1 < edges.length ? { below: edges[index + 1] } : {}),
      points,
      label,
    })),
  ];
}
const required = { missing: "reject", invalid: "reject" };
const banded = (id, feature, axis, step) => ({
  id,
  feature,
  axis,
  scale: "bands",
  monotone: "up",
  appliesTo: "customers",
  inputs: required,
  bands: bandsOf(feature, step),
});
const flag = (id, feature) => ({
  id,
  feature,
  axis: "closeness",
  scale: "flag",
  whenTrue: 10,
  whenFalse: 0,
  monotone: "up",
  appliesTo: "customers",
  inputs: required,
});
const year = "year to 1994-03-31";
const money = (window) => ({ kind: "money", group: "account", sensitive: false, window });
const yesNo = (group, window) => ({ kind: "flag", group, sensitive: false, window });
const axis = (name, range) => ({ test: "axis", axis: name, ...range });

const card = {
  id: "example.berka-1994",
  version: "1",
  status: "example",
  effectiveFrom: head.asOf,
  sources: [
    `quantiles (50%, 80%, 95%, nearest rank, rounded) of the ${records.length} accounts of docs/examples/data/berka-book.json`,
    "no points for a loan: debt earns no client quality",
    "no blocks: no column of the book says who has died, is staff, overdue, or on a list; a bank's card has them",
    `assumption: transfer price ${TRANSFER_CURVE.points[0].rate} a year inside the income figure`,
  ],
  currency: head.currency,
  features: {
    averageBalance: money(`daily average while open, ${year}`),
    monthlyCredits: money(`monthly average while open, ${year}`),
    income: money(`${year}, not extrapolated`),
    // payments marked SIPO, the purpose of rent, utilities and the like: what is paid, nothing about the family
    paysHousehold: { ...yesNo("account", year), protectedGround: "none" },
    paysInsurance: yesNo("account", year),
    // tells of age, or of an invalidity: a bank has to decide whether it may count
    receivesPension: { ...yesNo("account", year), sensitive: true },
    receivesTransfers: yesNo("account", `three months or more, ${year}`),
    hasCard: yesNo("purchase", "issued up to 1994-03-31"),
    // nobody asked the clients of the book, and no column tells it: missing in every record
    mainBankElsewhere: yesNo("need", "as stated by the client"),
  },
  elsewhereFlag: "mainBankElsewhere",
  characteristics: [
    banded("average-balance", "averageBalance", "strength", 100),
    flag("household-payments", "paysHousehold"),
    flag("insurance-payments", "paysInsurance"),
    flag("pension-received", "receivesPension"),
    flag("transfers-received", "receivesTransfers"),
    flag("card", "hasCard"),
    banded("income", "income", "contribution", 10),
    banded("monthly-credits", "monthlyCredits", "potential", 100),
  ],
  rules: [
    {
      id: "strong-close-and-contributing",
      type: "existing-high-quality",
      when: [
        axis("strength", { atLeast: 20 }),
        axis("closeness", { atLeast: 10 }),
        axis("contribution", { atLeast: 20 }),
      ],
    },
    {
      id: "close-with-potential",
      type: "existing-potential",
      when: [
        axis("closeness", { atLeast: 20 }),
        {
          test: "any",
          of: [
            axis("strength", { atLeast: 10 }),
            axis("contribution", { atLeast: 10 }),
            axis("potential", { atLeast: 20 }),
          ],
        },
      ],
    },
    {
      id: "strong-with-main-bank-elsewhere",
      type: "prospective-high-quality",
      when: [
        axis("closeness", { below: 20 }),
        { test: "any", of: [axis("strength", { atLeast: 20 }), axis("potential", { atLeast: 20 })] },
        { test: "flag", feature: "mainBankElsewhere", is: true, unusable: "reject" },
      ],
    },
  ],
  // one band above each cut of the general tier
  core: [axis("strength", { atLeast: 30 }), axis("closeness", { atLeast: 20 }), axis("contribution", { atLeast: 30 })],
};

/** Labels by key: simplified Chinese, traditional Chinese as in Hong Kong, English. */
const LABELS_BY_KEY = {
  "feature.averageBalance": ["全年日均余额", "全年平均每日結餘", "Average daily balance"],
  "feature.monthlyCredits": ["月均入账金额", "每月平均入賬金額", "Monthly credits"],
  "feature.income": ["本行收益", "本行收益", "Income to the bank"],
  "feature.paysHousehold": ["缴付家居费用", "繳付家居費用", "Pays household bills"],
  "feature.paysInsurance": ["缴付保险费", "繳付保險費", "Pays insurance"],
  "feature.receivesPension": ["养老金入账", "退休金入賬", "Receives a pension"],
  "feature.receivesTransfers": ["定期转入款项", "定期轉入款項", "Receives regular transfers"],
  "feature.hasCard": ["有银行卡", "有銀行卡", "Has a card"],
  "characteristic.average-balance": ["日均余额", "平均每日結餘", "Average balance"],
  "characteristic.household-payments": ["家居缴费", "家居繳費", "Household payments"],
  "characteristic.insurance-payments": ["保险缴费", "保險繳費", "Insurance payments"],
  "characteristic.pension-received": ["养老金入账", "退休金入賬", "Pension received"],
  "characteristic.transfers-received": ["定期转入", "定期轉入", "Transfers received"],
  "characteristic.card": ["银行卡", "銀行卡", "Card"],
  "characteristic.income": ["本行收益", "本行收益", "Income to the bank"],
  "characteristic.monthly-credits": ["月均入账", "每月平均入賬", "Monthly credits"],
  "band.lower-half": ["较低的一半账户", "較低的一半戶口", "Lower half of the accounts"],
  "band.upper-half": ["较高的一半账户", "較高的一半戶口", "Upper half of the accounts"],
  "band.upper-fifth": ["最高的五分之一账户", "最高的五分之一戶口", "Top fifth of the accounts"],
  "band.upper-twentieth": ["最高的二十分之一账户", "最高的二十分之一戶口", "Top twentieth of the accounts"],
  "typeRule.strong-close-and-contributing": [
    "实力强、关系密切、贡献高",
    "實力強、關係密切、貢獻高",
    "Strong, close and contributing",
  ],
  "typeRule.close-with-potential": ["关系密切且有潜质", "關係密切並具潛力", "Close, with potential"],
  "feature.mainBankElsewhere": ["主要业务在他行", "主要業務在他行", "Main bank elsewhere"],
  "typeRule.strong-with-main-bank-elsewhere": [
    "有实力而主要业务在他行",
    "有實力而主要業務在他行",
    "Strong, with the main bank elsewhere",
  ],
};

/** The keys that an explanation by the card may ask for. */
const keysOf = ({ features, characteristics, rules }) => [
  ...Object.keys(features).map((id) => `feature.${id}`),
  ...characteristics.map(({ id }) => `characteristic.${id}`),
  ...new Set(characteristics.flatMap(({ bands = [] }) => bands.map(({ label }) => `band.${label}`))),
  ...rules.map(({ id }) => `typeRule.${id}`),
];

const keys = keysOf(card);
const left = Object.keys(LABELS_BY_KEY).filter((key) => !keys.includes(key));
if (left.length > 0) throw new Error(`labels of nothing on the card: ${left.join(", ")}`);
const labels = Object.fromEntries(
  ["zh-Hans", "zh-Hant-HK", "en"].map((tag, index) => [
    tag,
    Object.fromEntries(keys.map((key) => [key, LABELS_BY_KEY[key][index]])),
  ]),
);

const files = [
  [OUTPUT, "data/berka-card.json", `${JSON.stringify(card, null, 2)}\n`],
  [LABELS, "data/berka-card-labels.json", `${JSON.stringify(labels, null, 2)}\n`],
];
if (argv.includes("--check")) {
  const differing = files.filter(([url, , text]) => readFileSync(url, "utf8") !== text);
  for (const [, name] of differing) stderr.write(`the committed ${name} differs\n`);
  if (differing.length === 0) stderr.write("the committed card and its labels are what the book gives\n");
  exit(differing.length === 0 ? 0 : 1);
}
for (const [url, name, text] of files) {
  writeFileSync(url, text);
  stderr.write(`${text.length} bytes -> ${name}\n`);
}
