#!/usr/bin/env node
/**
 * Derives `data/berka-card.json`, the classification card of the demo, from the quantiles of the book itself.
 *
 *     node docs/examples/derive-berka-card.mjs [--check]
 *
 * The card is an example: its shape is that of the four types' definitions, its thresholds say only where an account
 * stands among the accounts of this book. With `--check` the committed card is compared with a fresh derivation.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { argv, exit, stderr } from "node:process";

import { featuresOf, loadBook, quantile, TRANSFER_PRICE } from "./book.mjs";

const OUTPUT = new URL("data/berka-card.json", import.meta.url);
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
    `assumption: transfer price ${TRANSFER_PRICE.rate} a year inside the income figure`,
  ],
  currency: head.currency,
  features: {
    averageBalance: money(`daily average while open, ${year}`),
    monthlyCredits: money(`monthly average while open, ${year}`),
    income: money(`${year}, not extrapolated`),
    paysHousehold: yesNo("account", year),
    paysInsurance: yesNo("account", year),
    receivesPension: yesNo("account", year),
    receivesTransfers: yesNo("account", `three months or more, ${year}`),
    hasLoan: yesNo("purchase", "granted up to 1994-03-31"),
    hasCard: yesNo("purchase", "issued up to 1994-03-31"),
  },
  characteristics: [
    banded("average-balance", "averageBalance", "strength", 100),
    flag("household-payments", "paysHousehold"),
    flag("insurance-payments", "paysInsurance"),
    flag("pension-received", "receivesPension"),
    flag("transfers-received", "receivesTransfers"),
    flag("loan", "hasLoan"),
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
        axis("closeness", { atLeast: 20 }),
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
      id: "strong-with-little-business",
      type: "prospective-high-quality",
      when: [
        axis("closeness", { below: 20 }),
        { test: "any", of: [axis("strength", { atLeast: 20 }), axis("potential", { atLeast: 20 })] },
      ],
    },
  ],
  core: [{ test: "total", atLeast: 100 }],
};

const text = `${JSON.stringify(card, null, 2)}\n`;
if (argv.includes("--check")) {
  const same = readFileSync(OUTPUT, "utf8") === text;
  stderr.write(same ? "the committed card is what the book gives\n" : "the committed card differs\n");
  exit(same ? 0 : 1);
}
writeFileSync(OUTPUT, text);
stderr.write(`${text.length} bytes -> data/berka-card.json\n`);
