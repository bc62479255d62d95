/** Every client of the book typed, and one of them explained line by line. */
import { readFileSync } from "node:fs";

import { CLIENT_TYPES, classifyMany, explainClassification, TIERS } from "relationship-banking/customer-classification";
import { ScorecardSchema } from "relationship-banking/customer-classification/schema";
import { en } from "relationship-banking/labels/en";
import { sum } from "relationship-banking/money";
import { label } from "relationship-banking/telling";

import { clientOf, featuresOf, relatedPersons } from "../book.mjs";
import { amount, note, table, title } from "./print.mjs";

/** The client explained line by line: best of the book by points. */
const EXPLAINED = "2715";

export function showClasses({ head, records }) {
  const { currency } = head;
  const card = ScorecardSchema.parse(
    JSON.parse(readFileSync(new URL("../data/berka-card.json", import.meta.url), "utf8")),
  );
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
    const name = label(en, `clientType.${type}`);
    return [tier ? `${name}: ${tier}` : name, String(members.length), amount(sum(currency, balances))];
  });
  const unknown = batch.values.filter((value) => value?.status === "insufficient-data").length;
  rows.push(["insufficient data", String(unknown + head.coverage.clients.withoutTransactions), "no data"]);
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
    `Insufficient data: the published transactions end on ${head.asOf}; these clients opened their accounts later. "Prospective" is inferred from money without business here; that the main bank is another one is not known.`,
  );

  const row = records.findIndex((record) => clientOf(record) === EXPLAINED);
  const { lines, card: stamp } = explainClassification(batch, row);
  console.log(
    `\nClient ${EXPLAINED} explained (card ${stamp.id} ${stamp.version}, content ${stamp.hash.slice(0, 12)})`,
  );
  for (const line of lines) console.log(`${"  ".repeat(line.depth)}${wordsOf(line)}`);
  return { batch, card };
}

const idOf = (key) => (Array.isArray(key) ? key.map(idOf).join(" or ") : key.slice(key.indexOf(".") + 1));

/** One line of an explanation in English; labels of the card's own lines are its ids. */
function wordsOf({ line, labels, values }) {
  const id = (name) => (labels[name] === undefined ? "" : idOf(labels[name]));
  const edges = [
    values.from === undefined ? "" : `from ${values.from}`,
    values.below === undefined ? "" : `below ${values.below}`,
  ];
  switch (line) {
    case "part":
      return `${id("characteristic").padEnd(20)} ${String(values.points).padStart(4)} of ${String(values.maxPoints).padStart(2)} points for ${id("axis").padEnd(13)} ${edges.filter(Boolean).join(", ")}`.trimEnd();
    case "axis":
      return `axis ${id("axis")}: ${values.points} points`;
    case "rule":
      return `rule ${id("rule")} for ${id("grants")}: ${id("outcome")}`;
    case "test": {
      const limit =
        values.atLeast !== undefined
          ? `at least ${values.atLeast}`
          : values.below !== undefined
            ? `below ${values.below}`
            : `is ${values.is}`;
      const subject = id("axis") || id("characteristic") || id("feature") || "all points";
      return `${subject} ${limit}: ${id("outcome")}${values.points === undefined ? "" : ` (${values.points})`}`;
    }
    default:
      return `${line}: ${Object.values(labels).map(idOf).join(" ")} ${Object.values(values).join(" ")}`.trim();
  }
}
