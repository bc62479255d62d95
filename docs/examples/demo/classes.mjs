/** Every client of the book typed, and one of them explained line by line. */
import { readFileSync } from "node:fs";

import { CLIENT_TYPES, classifyMany, explainClassification, TIERS } from "relationship-banking/customer-classification";
import { ScorecardSchema } from "relationship-banking/customer-classification/schema";
import { en } from "relationship-banking/labels/en";
import { sum } from "relationship-banking/money";
import { label, tell } from "relationship-banking/telling";

import { clientOf, featuresOf, relatedPersons } from "../book.mjs";
import { amount, note, table, title } from "./print.mjs";

/** The client explained line by line: best of the book by points. */
const EXPLAINED = "2715";

const readJson = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));

export function showClasses({ head, records }) {
  const { currency } = head;
  const card = ScorecardSchema.parse(readJson("../data/berka-card.json"));
  const batch = classifyMany(
    card,
    records.map((record) => featuresOf(record)),
    { asOf: head.asOf },
  );

  title("2  Classes of the clients (客户分类)");
  note(
    `Card ${card.id}, version ${card.version}: an example whose edges are quantiles of this very book, as data in docs/examples/data/berka-card.json.`,
  );
  const groups = CLIENT_TYPES.flatMap((type) =>
    type === "existing-high-quality" ? TIERS.map((tier) => ({ type, tier })) : [{ type, tier: undefined }],
  );
  const rows = groups.map(({ type, tier }) => {
    const members = records.filter((_, row) => {
      const value = batch.values[row];
      return value?.status === "classified" && value.type === type && value.tier === tier;
    });
    const balances = members.map((record) => ({ amount: record.closingBalance, currency }));
    return [
      label(en, tier ? `tier.${tier}` : `clientType.${type}`),
      String(members.length),
      amount(sum(currency, balances)),
    ];
  });
  const undecided = records.filter((_, row) => batch.values[row]?.status === "insufficient-data");
  const notEnough = label(en, "classificationStatus.insufficient-data");
  rows.push([
    `${notEnough}: main bank not known`,
    String(undecided.length),
    amount(
      sum(
        currency,
        undecided.map((record) => ({ amount: record.closingBalance, currency })),
      ),
    ),
  ]);
  rows.push([
    `${notEnough}: no account yet`,
    String(head.coverage.clients.withoutTransactions),
    label(en, "dataStatus.no-data"),
  ]);
  rows.push(["authorised users, shown with their owner", String(records.flatMap(relatedPersons).length), "–"]);
  table(
    `Clients by type on ${head.asOf} (${head.coverage.clients.published} published clients)`,
    [
      ["type", "start"],
      ["clients", "end"],
      ["closing balances", "end"],
    ],
    rows,
  );
  note(
    `No account yet: the published transactions end on ${head.asOf}; these clients opened their accounts later. Money without much business here would make a prospect if the main bank were another one; no column says so, and nobody is made one by guess.`,
  );

  const row = records.findIndex((record) => clientOf(record) === EXPLAINED);
  const { lines, card: stamp } = explainClassification(batch, row);
  console.log(
    `\nClient ${EXPLAINED} explained (card ${stamp.id} ${stamp.version}, content ${stamp.hash.slice(0, 12)})`,
  );
  // the ids of a card are its owner's: so are their labels
  const words = { ...en, ...readJson("../data/berka-card-labels.json").en };
  for (const line of lines) note(tell(line, words), "  ".repeat(line.depth));
  return { batch, card };
}
