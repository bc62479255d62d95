/** What the book is worth: three heads, eleven items, and the ten best clients. */
import { en } from "relationship-banking/labels/en";
import { money, sum } from "relationship-banking/money";
import {
  topClients,
  transferRate,
  valueBook,
  valueHeads,
  valueItems,
  headOf,
} from "relationship-banking/relationship-value";
import { label } from "relationship-banking/telling";

import { incomeGaps, incomeLines, TRANSFER_CURVE } from "../book.mjs";
import { amount, note, percent, table, title } from "./print.mjs";

export function showValue({ head, records }) {
  const lines = incomeLines(records);
  const { book, issues } = valueBook(lines, { period: head.window, currency: head.currency });
  const { figures } = book;
  const cut = records.filter((record) => record.lastDayGap !== null);
  const loans = records.filter((record) => incomeGaps(record).noData.length > 0);

  title("1  Relationship value of the book (客户关系价值)");
  note(
    `${head.coverage.accounts.inBook} accounts of a real bank as of ${head.asOf}, income of ${head.window.from} to ${head.asOf}. ${head.attribution}`,
  );
  const rows = [];
  for (const valueHead of valueHeads) {
    const detail = figures.headDetails[valueHead];
    const known = detail.status === "stated" || detail.status === "partly-stated";
    rows.push([
      label(en, `valueHead.${valueHead}`),
      known ? amount(figures.heads[valueHead]) : label(en, "dataStatus.no-data"),
      known && detail.byBasis.estimated ? amount(detail.byBasis.estimated) : "",
    ]);
    for (const item of valueItems.filter((id) => headOf(id) === valueHead)) {
      const figure = figures.items[item];
      rows.push([
        `  ${label(en, `valueItem.${item}`)}`,
        figure.amount ? amount(figure.amount) : label(en, "dataStatus.no-data"),
        figure.byBasis.estimated ? amount(figure.byBasis.estimated) : "",
      ]);
    }
  }
  rows.push(["Total of what is known", amount(figures.total), amount(figures.totalDetail.byBasis.estimated)]);
  table(
    `Value by head and item (${book.lines.counted} lines of ${book.clientCount} clients, ${issues.length} refused)`,
    [
      ["head and item", "start"],
      ["income", "end"],
      ["of it estimated", "end"],
    ],
    rows,
  );
  note(
    `Estimated with a transfer price of ${percent(transferRate(TRANSFER_CURVE, "current-account"))} a year for every balance (the curve ${TRANSFER_CURVE.id}, flat): an assumption of this example, not a rate of 1993. "No data" is not 0: the ${loans.length} loans show no interest, and nothing tells of groups or of other income.`,
  );
  note(
    `The published file breaks off within the last day. For ${cut.length} of the ${records.length} accounts the running balance proves a credit of that day that it no longer shows, ${amount(
      sum(
        head.currency,
        cut.map((record) => money(record.lastDayGap, head.currency)),
      ),
    )} in all, counted as interest paid; other rows of that day may be missing without a trace.`,
  );

  const top = topClients(book, { n: 10 });
  table(
    "The ten best clients",
    [
      ["rank", "end"],
      ["client", "end"],
      ["income", "end"],
      ["share", "end"],
      ["together", "end"],
      ["", "start"],
    ],
    top.map((client) => [
      String(client.rank),
      client.client,
      amount(client.amount),
      percent(client.share),
      percent(client.cumulativeShare),
      client.estimated ? "partly estimated" : "",
    ]),
  );
  note(
    "Client 551 is among them only because the published data credits it no interest at all; read ranks with the notes of docs/examples/berka-book.md.",
  );
  return { book, lines };
}
