/** A sample group beside the real book: who owns whom, its value without counting twice, what is left after risk. */
import { readFileSync } from "node:fs";

import { controlGroups, effectiveInterest, relatedClients } from "relationship-banking/client";
import { en } from "relationship-banking/labels/en";
import { money } from "relationship-banking/money";
import {
  exampleMainlandLevies,
  groupValues,
  groupView,
  headOf,
  interestMemo,
  relationshipReturn,
  relationshipValue,
  repriceFor,
  topClients,
  valueBook,
  valueHeads,
  valueImpact,
  valueStatisticsReport,
} from "relationship-banking/relationship-value";
import { label, tell } from "relationship-banking/telling";

import { amount, note, percent, table, title } from "./print.mjs";

const readSample = () => JSON.parse(readFileSync(new URL("../data/sample-group.json", import.meta.url), "utf8"));

/** Rows of the sample as income lines. */
export const sampleLines = ({ lines, period }) =>
  lines.map(([id, client, product, item, value, currency, basis]) => ({
    id,
    client,
    product,
    item,
    period,
    amount: { amount: value, currency },
    basis,
  }));

/** The rows of the client whose return is computed, in the currency of the sample. */
export function sampleRelationship({ risk, currency }) {
  const inMoney = (text) => money(text, currency);
  return {
    positions: risk.positions.map((row) => ({ ...row, averageBalance: inMoney(row.averageBalance) })),
    addOns: risk.addOns.map((row) => ({ ...row, base: inMoney(row.base) })),
    fees: inMoney(risk.fees),
    activities: risk.activities,
    exposures: risk.exposures.map((row) => ({ ...row, exposure: inMoney(row.exposure) })),
  };
}

/** The conventions of the return: none of them has a default. */
export const sampleConventions = ({ risk, currency, period }) => ({
  period,
  currency,
  dayCount: "ACT/365F",
  lossTime: "full",
  levies: exampleMainlandLevies,
  costs: risk.costs.map((row) => ({ ...row, cost: money(row.cost, currency) })),
  capital: { basis: "regulatory", ratio: risk.capitalRatio },
  returnOnCapital: { treatment: "excluded" },
  funding: { treatment: "gross" },
  tax: { treatment: "after-tax", rate: risk.taxRate, losses: "credited" },
  hurdle: risk.hurdle,
});

export function showGroup() {
  const sample = readSample();
  const { names, head, asOf, currency, period, rates } = sample;
  const named = (party) => `${party} ${names[party]}`;

  title("1b  A group, every yuan counted once (集团客户价值)");
  note(sample.notice);

  const interests = effectiveInterest(sample.ownership, asOf);
  const control = controlGroups(sample.ownership, asOf);
  const [group] = control.groups.filter(({ members }) => members.some(({ party }) => party === head));
  table(
    `SAMPLE who owns ${named("G-2")} in the end, with the circle of G-1 and G-2 solved (实际权益)`,
    [
      ["owner", "start"],
      ["direct", "end"],
      ["in all", "end"],
    ],
    interests
      .ownersOf("G-2", { ultimateOnly: true })
      .map(({ owner, direct, interest }) => [named(owner), percent(direct), percent(interest)]),
  );
  note(
    `Controlled by ${group.top.parties.map(named).join(", ")}: ${group.members
      .map(
        ({ party, reason }) =>
          `${party} (${reason.by === "votes" ? `${percent(reason.votes)} of the votes` : reason.by})`,
      )
      .join(
        ", ",
      )}. In no group, because controlled jointly: ${control.jointVentures.map(({ company }) => named(company)).join(", ")}.`,
  );

  const clients = [...new Set(sample.lines.map(([, client]) => client))];
  const related = relatedClients(sample.ownership, head, asOf, { clients });
  const { group: valueGroup, jointVentures } = groupView(related, sample.referred);
  const lines = sampleLines(sample);
  const { statement, issues } = relationshipValue(lines, { client: head, group: valueGroup, period, currency, rates });
  table(
    `SAMPLE value of ${named(head)} with its group (${statement.lines.counted} of ${statement.lines.given} lines, ${issues.length} refused)`,
    [
      ["head and item", "start"],
      ["income", "end"],
    ],
    [
      ...valueHeads.flatMap((valueHead) => [
        [label(en, `valueHead.${valueHead}`), amount(statement.heads[valueHead])],
        ...Object.entries(statement.items)
          .filter(([item, figure]) => figure.amount && headOf(item) === valueHead)
          .map(([item, figure]) => [`  ${label(en, `valueItem.${item}`)}`, amount(figure.amount)]),
      ]),
      ["Total", amount(statement.total)],
    ],
  );
  note("Referred clients reach the referrer as a sum only. The joint venture is in no total; its share is a memo:");
  const joint = relationshipValue(lines, { client: jointVentures[0], period, currency, rates }).statement;
  const owned = Object.fromEntries(related.shares.map(({ client, interest }) => [client, interest]));
  const memo = interestMemo(statement, owned, [joint]);
  table(
    `SAMPLE what ${named(head)} effectively owns of it (memo, added to nothing)`,
    [
      ["company", "start"],
      ["income", "end"],
      ["share", "end"],
      ["owned", "end"],
    ],
    memo.shares.map(({ client, amount: whole, interest, share }) => [
      named(client),
      whole === null ? label(en, "dataStatus.no-data") : amount(whole),
      percent(interest),
      share === null ? label(en, "dataStatus.no-data") : amount(share),
    ]),
  );

  const { book } = valueBook(lines, { period, currency, rates });
  const members = [head, ...valueGroup.subsidiaries, ...valueGroup.affiliates];
  const values = groupValues(book, [{ group: "G", members }]);
  note(
    `Book ${amount(book.figures.total)} = group ${amount(values.groups.figures.total)} + clients in none ${amount(values.ungrouped.figures.total)} - counted again ${amount(values.countedAgain.figures.total)}. Largest client: ${topClients(book, { n: 1 }).map(({ client, share }) => `${named(client)}, ${percent(share)}`)}.`,
  );

  const relationship = sampleRelationship(sample);
  const conventions = sampleConventions(sample);
  const { result } = relationshipReturn(relationship, conventions);
  const less = ({ amount: text, currency: unit }) =>
    amount({ amount: text.startsWith("-") ? text.slice(1) : `-${text}`, currency: unit });
  table(
    `SAMPLE ${named(sample.risk.client)}: what is left after cost, loss, levies and tax`,
    [
      ["component", "start"],
      ["amount", "end"],
    ],
    [
      [label(en, "returnFigure.income"), amount(result.income)],
      [label(en, "returnFigure.serviceCost"), less(result.serviceCost)],
      ...result.levies.map(({ levy, amount: charge }) => [label(en, `levy.${levy}`), less(charge)]),
      [label(en, "returnFigure.expectedLoss"), less(result.expectedLoss)],
      [label(en, "returnFigure.tax"), less(result.tax)],
      [label(en, "returnFigure.riskAdjustedIncome"), amount(result.riskAdjustedIncome)],
      [label(en, "returnFigure.capitalCharge"), less(result.capitalCharge)],
      [label(en, "returnFigure.economicValueAdded"), amount(result.economicValueAdded)],
    ],
  );
  const repriced = repriceFor(relationship, conventions, { position: "G2-LOAN", target: sample.risk.hurdle });
  note(
    `RAROC ${percent(result.raroc)} on regulatory capital of ${amount(result.capital)}, after tax, without a return on capital, gross funding: each a convention that the result names. The levies are example data (${exampleMainlandLevies.id}).`,
  );
  note(
    repriced.ok
      ? `The loan could be priced at ${percent(repriced.rate)} instead of ${percent(repriced.current)} and the whole relationship still meet ${percent(sample.risk.hurdle)}.`
      : tell(repriced, en),
  );

  const effects = sample.plan.map((row) => ({ ...row, amount: money(row.amount, currency) }));
  const impact = valueImpact(statement, effects, { targets: { direct: money(sample.targets.direct, currency) } });
  const { direct } = impact.heads;
  note(
    `Plan of ${named(head)}, direct income: ${amount(direct.ifWeLose)} if we lose <- ${amount(direct.existing)} existing -> ${amount(direct.ifWeWin)} if we win; ${amount(direct.expected)} expected, ${amount(direct.gap.ifWeWin)} short of the target of ${amount(direct.gap.target)} even then.`,
  );

  const { managers } = sample;
  const dossiers = clients.map((client) => {
    const group = client === head ? valueGroup : {};
    const value = relationshipValue(lines, { client, group, period, currency, rates }).statement;
    return { client, manager: managers[client], value };
  });
  const { report } = valueStatisticsReport(dossiers, {
    period,
    currency,
    book: book.figures.total,
    sources: ["SAMPLE 样本 docs/examples/data/sample-group.json"],
  });
  return { report, names };
}
