/**
 * Levels of real accounts through fifteen months, with and without grace; one account told month by month; and how the
 * scores of one day rank the clients who were given a gold card later.
 */
import {
  advanceStandings,
  auc,
  EARNED_ABSENT,
  exampleTierStanding,
  migrationMatrix,
  NO_STANDING,
  scoreRecord,
  simulate,
  standingHistory,
} from "relationship-banking/customer-classification";
import { derivePolicy } from "relationship-banking/core";
import { en } from "relationship-banking/labels/en";
import { tell } from "relationship-banking/telling";
import { money } from "relationship-banking/money";

import { featuresOf, loadMonths } from "../book.mjs";
import { note, percent, table, title } from "./print.mjs";

/** The account told month by month. */
const TOLD = 2242;
/** The months between which the migration is shown. */
const [FROM, TO] = ["1993-09", "1994-03"];

/** Levels by the average balance of a month; the cuts are this example's own. */
const CUTS = { basic: "0", bronze: "10000", silver: "25000", gold: "40000", platinum: "60000" };
const LEVELS = Object.keys(CUTS);
const words = { ...en, ...Object.fromEntries(LEVELS.map((id) => [`level.${id}`, id])) };

/** A card of one line: a point for each cut that the balance reaches. */
const balanceCard = {
  id: "example.berka-balance",
  version: "1",
  status: "example",
  effectiveFrom: "1993-01-01",
  sources: ["cuts of this example, for average balances of a month"],
  currency: "CZK",
  features: { balance: { kind: "money", group: "account", sensitive: false, window: "daily average of the month" } },
  characteristics: [
    {
      id: "balance",
      feature: "balance",
      axis: "contribution",
      scale: "bands",
      appliesTo: "everyone",
      monotone: "up",
      bands: LEVELS.map((id, at) => ({
        ...(LEVELS[at + 1] && { below: CUTS[LEVELS[at + 1]] }),
        points: at,
        label: id,
      })),
      inputs: { missing: "reject", invalid: "reject" },
    },
  ],
  rules: [{ id: "high", type: "existing-high-quality", when: [{ test: "total", atLeast: 3 }] }],
  core: [{ test: "total", atLeast: 4 }],
  levels: LEVELS.slice(1).map((id, at) => ({ id, atLeast: at + 1 })),
};

/** The level of an average balance. */
const levelOf = (average) => LEVELS.findLast((id) => Number(average) >= Number(CUTS[id])) ?? LEVELS[0];

/** Levels looked at every month end, lost at the given review in a row that finds them not earned. */
const policyOf = (afterReviews) =>
  derivePolicy(
    exampleTierStanding,
    {
      ladder: LEVELS.map((id) => ({ id })),
      fall: { afterReviews, steps: "to-held", ...(afterReviews > 1 && { noticeReviews: 1 }) },
      floors: [],
    },
    { id: `example.berka-${afterReviews}`, version: "1", source: "this example" },
  );

const lastDay = (month) =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);

export function showStanding({ head, records }, card) {
  const { months, rows } = loadMonths();
  title("2a  The level a client is served at (动态评价)");
  note(
    `Average balances of ${rows.length} accounts in ${months.length} months, from ${months[0]} to ${months.at(-1)}; an account enters in the month it was opened. Levels of the balance with cuts of this example at ${Object.values(CUTS).slice(1).join(", ")} CZK; the first month of an account is mostly its opening deposit. The accounts are young and grow, so that levels rise more than they would in a settled book, and fall less.`,
  );
  const population = months.map((month, at) => {
    const there = rows.filter(({ averages }) => averages[at] !== null);
    return {
      asOf: lastDay(month),
      ids: there.map(({ account }) => String(account)),
      records: there.map(({ averages }) => ({ balance: money(averages[at], head.currency) })),
    };
  });
  const [none, three, six] = [1, 3, 6].map((reviews) => policyOf(reviews));
  const compare = (challenger) =>
    simulate({
      champion: balanceCard,
      challenger: balanceCard,
      population,
      classBy: "level",
      standingPolicy: { champion: none, challenger },
    });
  const [short, long] = [compare(three), compare(six)];
  const line = (name, { overTime: { changes, reversals, above } }) => [
    name,
    percent(changes.rate),
    `${reversals.n} of ${reversals.of}`,
    percent(above.rate),
  ];
  table(
    `The same earned levels under three policies (${short.champion.overTime.observed} account-months)`,
    [
      ["policy", "start"],
      ["changes per account and month", "end"],
      ["changes taken back within 3 months", "end"],
      ["months served above the earned level", "end"],
    ],
    [line("no grace", short.champion), line("three reviews", short.challenger), line("six reviews", long.challenger)],
  );
  showMigration(rows, months, three);
  tellStanding(rows, months, three);
  showRanking({ head, records }, rows, card);
}

/** From which level to which the accounts of September 1993 had gone by March 1994, served with three reviews of grace. */
function showMigration(rows, months, policy) {
  const earnedIn = (at) =>
    rows.map(({ averages }) => (averages[at] === null ? EARNED_ABSENT : LEVELS.indexOf(levelOf(averages[at]))));
  const reviews = months.map((month, at) => ({ on: lastDay(month), earned: earnedIn(at) }));
  const { served, levels } = advanceStandings(policy, { reviews });
  const bookOf = (month) =>
    rows.flatMap(({ account }, row) => {
      const place = served[months.indexOf(month)][row];
      return place === NO_STANDING ? [] : [{ client: String(account), class: levels[place] }];
    });
  const migration = migrationMatrix(bookOf(FROM), bookOf(TO), { ladder: LEVELS });
  table(
    `From the level served at the end of ${FROM} (rows) to that of ${TO} (columns), three reviews`,
    [["", "start"], ...LEVELS.map((id) => [id, "end"]), ["rose", "end"], ["fell", "end"]],
    migration.rows.map(({ class: name, upgrade, downgrade }, row) => [
      name,
      ...migration.counts[row].map(String),
      percent(upgrade.rate),
      percent(downgrade.rate),
    ]),
  );
  note(
    `${migration.total.before} accounts were there before and ${migration.total.after} after: ${migration.total.joined} joined and ${migration.total.left} left.`,
  );
}

/** One account, month by month, in words. */
function tellStanding(rows, months, policy) {
  const { account, averages } = rows.find((row) => row.account === TOLD);
  console.log(`\nAccount ${account} month by month, three reviews`);
  let kind = "start";
  const observations = months.flatMap((month, at) => {
    if (averages[at] === null) return [];
    const observation = { kind, on: lastDay(month), earned: levelOf(averages[at]) };
    kind = "review";
    return [observation];
  });
  for (const { lines } of standingHistory(policy, observations)) {
    const [what, ...why] = lines.map((line) => tell(line, words));
    note(`${what} ${why.join(" ")}`, "  ");
  }
}

/** How well the scores of the closing date rank those whose card of later years was a gold one. */
function showRanking({ head, records }, rows, card) {
  const laterCard = new Map(rows.map(({ account, laterCard: type }) => [account, type]));
  const carded = records.filter(({ account }) => laterCard.get(account) !== null);
  const scored = carded.flatMap((record) => {
    const result = scoreRecord(card, featuresOf(record), { asOf: head.asOf });
    return result.status === "scored" ? [{ score: result.score, gold: laterCard.get(record.account) === "gold" }] : [];
  });
  const {
    auc: area,
    interval,
    positives,
    n,
    lines,
  } = auc({ scores: scored.map(({ score }) => score), outcomes: scored.map(({ gold }) => gold) }, { confidence: 0.95 });
  console.log("\nDid the scores of that day rank those who were given a gold card later?");
  note(
    `Cards issued after ${head.asOf} to owners with a score of that day: ${n}, of which ${positives} gold. Area under the curve ${area.toFixed(3)}, 95% interval ${interval.lower.toFixed(3)} to ${interval.upper.toFixed(3)}${interval.lower <= 0.5 ? ": no better than chance can be ruled out. The card was not made to tell that, and the cards were issued up to years later" : ""}.`,
  );
  for (const line of lines) note(tell(line, words));
}
