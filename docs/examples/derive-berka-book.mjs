#!/usr/bin/env node
/**
 * Derives `data/berka-book.json`, the book of accounts used by the demo, and `data/berka-months.json`, their average
 * balances month by month and the cards issued later, from the published PKDD'99 financial data.
 *
 *     node docs/examples/derive-berka-book.mjs <folder with account.asc, client.asc, ...> [--check]
 *     BERKA_DIR=<folder> node docs/examples/derive-berka-book.mjs
 *
 * Writes the tables, or with `--check` compares the committed tables with a fresh derivation and fails on any
 * difference. Only figures derived per account leave this script; no published row is copied. The meaning of every
 * column, and what the data cannot tell, is in `berka-book.md`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv, env, exit, stderr } from "node:process";

const FROM = "1993-04-01";
const TO = "1994-04-01"; // not part of the window
const AS_OF = "1994-03-31";
const PREVIOUS_MONTH_END = "1994-02-28";
const MONTHS = [...Array(15).keys()].map(
  (n) => `${1993 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`,
);
const BOOK = new URL("data/berka-book.json", import.meta.url);
const MONTHLY = new URL("data/berka-months.json", import.meta.url);

/** Amounts are published to one haléř; sums are exact integers of haléře. */
const haler = (text) => {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (match === null) throw new Error(`not an amount: ${text}`);
  const value = Number(match[2]) * 100 + Number((match[3] ?? "").padEnd(2, "0"));
  return match[1] === "-" ? -value : value;
};
const decimal = (value) => {
  if (!Number.isSafeInteger(value)) throw new Error(`sum out of exact range: ${value}`);
  const digits = String(Math.abs(value)).padStart(3, "0");
  return `${value < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
/** The published amounts and balances are rounded to 0.10 CZK, the running balance behind them is not. */
const ROUNDING = 10;

const isoDate = (yymmdd) => {
  const match = /^(\d\d)(\d\d)(\d\d)/.exec(yymmdd);
  if (match === null) throw new Error(`not a date: ${yymmdd}`);
  return `19${match[1]}-${match[2]}-${match[3]}`;
};
const dayNumber = (iso) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

function readTable(folder, file, width) {
  const lines = readFileSync(join(folder, file), "latin1").split(/\r?\n/);
  const last = lines.pop(); // the text after the last line end: empty, or a row the published part cuts through
  const rows = lines.slice(1).map((line) => line.split(";").map((cell) => cell.replace(/^"|"$/g, "").trim()));
  for (const row of rows) if (row.length !== width) throw new Error(`${file}: row of ${row.length} cells`);
  return { rows, cut: last };
}

/** Women carry the month of birth plus 50. Only the sex and the age in full years at the closing date are kept. */
function decodeBirthNumber(text) {
  const month = Number(text.slice(2, 4));
  const woman = month > 50;
  const born = `19${text.slice(0, 2)}-${String(woman ? month - 50 : month).padStart(2, "0")}-${text.slice(4, 6)}`;
  if (Number.isNaN(dayNumber(born))) throw new Error(`not a birth number: ${text}`);
  const years = Number(AS_OF.slice(0, 4)) - Number(born.slice(0, 4));
  return { sex: woman ? "f" : "m", age: AS_OF.slice(5) >= born.slice(5) ? years : years - 1 };
}

/** Every row belongs to exactly one of these, so that opening + credits - debits = closing. */
function flowOf(type, operation, symbol) {
  if (type === "PRIJEM") {
    if (symbol === "UROK") return "interest";
    if (symbol === "DUCHOD") return "pension";
    if (operation === "VKLAD") return "cashIn";
    if (operation === "PREVOD Z UCTU") return "transferIn";
  } else if (type === "VYDAJ" || type === "VYBER") {
    if (symbol === "SLUZBY") return "fees";
    if (symbol === "SANKC. UROK") return "penalty";
    if (symbol === "SIPO") return "household";
    if (symbol === "POJISTNE") return "insurance";
    if (symbol === "UVER") return "instalments";
    if (operation === "VYBER") return "cashOut";
    if (operation === "VYBER KARTOU") return "cardOut";
    if (operation === "PREVOD NA UCET") return "transferOut";
  }
  throw new Error(`unknown kind of transaction: ${type} / ${operation} / ${symbol}`);
}
const CREDITS = ["cashIn", "transferIn", "pension", "interest"];
const DEBITS = ["cashOut", "cardOut", "transferOut", "household", "insurance", "instalments", "fees", "penalty"];

/**
 * Puts the rows of one day into the order in which the balance ran (neither the file nor trans_id has it) and returns
 * the balance after the last. `gap` is what a row missing from the day must have moved, 0 when the day is whole.
 */
function closeDay(opening, rows) {
  for (let allowed = 0; allowed <= 1; allowed += 1) {
    const ends = new Map();
    const walk = (balance, left, gaps, gap) => {
      if (left.length === 0) {
        ends.set(balance, gap);
        return;
      }
      for (const row of left) {
        const step = row.balance - row.amount - balance;
        const whole = Math.abs(step) <= ROUNDING;
        if (!whole && gaps === allowed) continue;
        walk(
          row.balance,
          left.filter((other) => other !== row),
          whole ? gaps : gaps + 1,
          whole ? gap : step,
        );
      }
    };
    walk(opening, rows, 0, 0);
    if (ends.size === 1) {
      const [[closing, gap]] = ends;
      return { closing, gap };
    }
    if (ends.size > 1) throw new Error(`the balance of account ${rows[0].account}, ${rows[0].date} is ambiguous`);
  }
  throw new Error(`the balance of account ${rows[0].account}, ${rows[0].date} does not run`);
}

/** End-of-day balances as steps: [{ date, balance }], the last of them valid on and after the last day of the file. */
function runBalances(transactions) {
  const steps = [];
  let balance = 0;
  let lastDayGap = 0;
  for (const [date, rows] of groupRows(transactions, (row) => row.date)) {
    const { closing, gap } = closeDay(balance, rows);
    if (gap !== 0 && date !== AS_OF) throw new Error(`account ${rows[0].account} misses a row on ${date}`);
    lastDayGap += gap;
    balance = closing;
    steps.push({ date, balance });
  }
  return { steps, lastDayGap };
}

function balanceDays(steps) {
  let credit = 0;
  let overdrawn = 0;
  let overdrawnDays = 0;
  let opening = 0;
  steps.forEach(({ date, balance }, index) => {
    if (date < FROM) opening = balance;
    const start = Math.max(dayNumber(date), dayNumber(FROM));
    const end = Math.min(dayNumber(steps[index + 1]?.date ?? TO), dayNumber(TO));
    const days = Math.max(0, end - start);
    if (balance >= 0) credit += balance * days;
    else {
      overdrawn -= balance * days;
      overdrawnDays += days;
    }
  });
  return { credit, overdrawn, overdrawnDays, opening, closing: steps.at(-1).balance };
}

/** numerator / denominator (positive) to the nearest integer, a half to the even one. */
function divideHalfEven(numerator, denominator) {
  const size = Math.abs(numerator);
  if (!Number.isSafeInteger(size * 2)) throw new Error(`sum out of exact range: ${numerator}`);
  const rest = size % denominator;
  const floor = (size - rest) / denominator;
  const up = rest * 2 > denominator || (rest * 2 === denominator && floor % 2 === 1);
  return (numerator < 0 ? -1 : 1) * (floor + (up ? 1 : 0));
}

/** Average end-of-day balance of each month over the days on which the account was open; null before it was opened. */
function monthAverages(steps, opened) {
  return MONTHS.map((month, index) => {
    const from = Math.max(dayNumber(`${month}-01`), dayNumber(opened));
    const to = dayNumber(index + 1 < MONTHS.length ? `${MONTHS[index + 1]}-01` : TO);
    if (from >= to) return null;
    const sum = steps.reduce((total, { date, balance }, step) => {
      const start = Math.max(dayNumber(date), from);
      const end = Math.min(dayNumber(steps[step + 1]?.date ?? TO), to);
      return total + balance * Math.max(0, end - start);
    }, 0);
    return decimal(divideHalfEven(sum, to - from));
  });
}

const count = (rows, test) => rows.reduce((n, row) => (test(row) ? n + 1 : n), 0);
const groupRows = (rows, key) => {
  const groups = new Map();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
};

function derive(folder) {
  const read = (file, width) => readTable(folder, file, width).rows;
  const districts = read("district.asc", 16);
  const clients = new Map(read("client.asc", 3).map((row) => [row[0], row]));
  const accounts = read("account.asc", 4);
  const dispositions = read("disp.asc", 4);
  const { rows: transactionRows, cut } = readTable(folder, "trans.asc", 10);
  const transactions = transactionRows.map(([, account, date, type, operation, amount, balance, symbol]) => {
    const flow = flowOf(type, operation, symbol);
    const size = haler(amount);
    return {
      account,
      date: isoDate(date),
      flow,
      amount: CREDITS.includes(flow) ? size : -size,
      balance: haler(balance),
    };
  });
  if (transactions.some((row, i) => i > 0 && row.date < transactions[i - 1].date)) throw new Error("not by date");
  if (transactions.at(-1).date !== AS_OF) throw new Error(`expected the part of the file that ends on ${AS_OF}`);

  const transactionsOf = groupRows(transactions, (row) => row.account);
  const dispositionsOf = groupRows(dispositions, (row) => row[2]);
  const ordersOf = groupRows(read("order.asc", 6), (row) => row[1]);
  const loanOf = new Map(read("loan.asc", 7).map((row) => [row[1], row]));
  const cardOf = new Map(read("card.asc", 4).map((row) => [row[1], row]));

  const book = accounts.filter((row) => transactionsOf.has(row[0])).sort((a, b) => Number(a[0]) - Number(b[0]));
  const months = new Map();
  const records = book.map(([id, district, frequency, opened]) => {
    const owners = dispositionsOf.get(id).filter((row) => row[3] === "OWNER");
    const users = dispositionsOf.get(id).filter((row) => row[3] === "DISPONENT");
    if (owners.length !== 1 || users.length > 1) throw new Error(`account ${id} has unexpected dispositions`);
    const owner = clients.get(owners[0][1]);
    const person = decodeBirthNumber(owner[1]);

    const all = transactionsOf.get(id);
    const inWindow = all.filter((row) => row.date >= FROM && row.date < TO);
    const { steps, lastDayGap } = runBalances(all);
    const held = balanceDays(steps);
    const total = (flow) => {
      const sum = inWindow.reduce((n, row) => (row.flow === flow ? n + row.amount : n), 0);
      return decimal(Math.abs(sum));
    };
    const monthsWith = (flow) =>
      new Set(inWindow.filter((row) => row.flow === flow).map((row) => row.date.slice(0, 7))).size;
    const fewer = (flow) =>
      count(all, (row) => row.flow === flow && row.date === AS_OF) <
      count(all, (row) => row.flow === flow && row.date === PREVIOUS_MONTH_END);

    const loan = loanOf.get(id);
    const granted = loan !== undefined && isoDate(loan[2]) < TO;
    const card = cardOf.get(owners[0][0]);
    const carded = card !== undefined && isoDate(card[3]) < TO;
    const later = card !== undefined && !carded ? { laterCard: card[2], laterCardIssued: isoDate(card[3]) } : {};
    months.set(id, {
      laterCard: null,
      laterCardIssued: null,
      ...later,
      averages: monthAverages(steps, isoDate(opened)),
    });
    const orders = groupRows(ordersOf.get(id) ?? [], (row) => row[5]);
    const openedOn = isoDate(opened);
    return {
      account: Number(id),
      district: Number(district),
      opened: openedOn,
      statements: { "POPLATEK MESICNE": "monthly", "POPLATEK TYDNE": "weekly", "POPLATEK PO OBRATU": "each" }[
        frequency
      ],
      owner: Number(owner[0]),
      ownerSex: person.sex,
      ownerAge: person.age,
      ownerDistrict: Number(owner[2]),
      user: users.length === 0 ? null : Number(users[0][1]),
      memberDays: dayNumber(TO) - Math.max(dayNumber(openedOn), dayNumber(FROM)),
      openingBalance: decimal(held.opening),
      closingBalance: decimal(held.closing),
      creditBalanceDays: decimal(held.credit),
      overdrawnBalanceDays: decimal(held.overdrawn),
      overdrawnDays: held.overdrawnDays,
      transactions: inWindow.length,
      ...Object.fromEntries([...CREDITS, ...DEBITS].map((flow) => [flow, total(flow)])),
      pensionMonths: monthsWith("pension"),
      transferInMonths: monthsWith("transferIn"),
      householdMonths: monthsWith("household"),
      loanGranted: granted ? isoDate(loan[2]) : null,
      loanAmount: granted ? decimal(haler(loan[3])) : null,
      loanMonths: granted ? Number(loan[4]) : null,
      loanPayment: granted ? decimal(haler(loan[5])) : null,
      loanOutcome: granted ? loan[6] : null,
      cardType: carded ? card[2] : null,
      cardIssued: carded ? isoDate(card[3]) : null,
      orders: [...orders]
        .map(([symbol, rows]) => [symbol || "-", rows.length, decimal(rows.reduce((n, row) => n + haler(row[4]), 0))])
        .sort((a, b) => (a[0] < b[0] ? -1 : 1)),
      notInFile: [...(fewer("interest") ? ["interest"] : []), ...(fewer("fees") ? ["fee"] : [])],
      lastDayGap: lastDayGap === 0 ? null : decimal(lastDayGap),
    };
  });

  const ids = new Set(book.map((row) => row[0]));
  const inBook = dispositions.filter((row) => ids.has(row[2]));
  const outside = accounts.filter((row) => !ids.has(row[0])).map((row) => isoDate(row[3]));
  const attribution =
    "Derived from the PKDD'99 Discovery Challenge financial data, prepared by Petr Berka and Marta Sochorova (1999). " +
    "No licence was published with the data; this table holds derived figures only and is not part of the package.";
  const monthly = {
    title:
      "Average balances month by month of the accounts of berka-book.json, and the card issued after its closing date",
    attribution,
    dictionary: "berka-book.md",
    currency: "CZK",
    asOf: AS_OF,
    months: MONTHS,
    columns: ["account", "laterCard", "laterCardIssued", "averages"],
    rows: [...months].map(([account, { laterCard, laterCardIssued, averages }]) => [
      Number(account),
      laterCard,
      laterCardIssued,
      averages,
    ]),
  };
  const yearly = {
    title: "Figures per account of a real bank, 1993-04-01 to 1994-03-31, derived from published research data",
    attribution,
    dictionary: "berka-book.md",
    currency: "CZK",
    asOf: AS_OF,
    window: { from: FROM, to: TO },
    coverage: {
      accounts: { inBook: book.length, published: accounts.length },
      clients: {
        inBook: new Set(inBook.map((row) => row[1])).size,
        owners: count(inBook, (row) => row[3] === "OWNER"),
        authorisedUsers: count(inBook, (row) => row[3] === "DISPONENT"),
        published: clients.size,
        withoutTransactions: clients.size - new Set(inBook.map((row) => row[1])).size,
      },
      transactions: {
        inFile: transactions.length,
        inWindow: count(transactions, (row) => row.date >= FROM && row.date < TO),
        from: transactions[0].date,
        to: transactions.at(-1).date,
        cutInsideRow: cut !== "",
      },
      accountsOutsideOpened: {
        from: outside.reduce((a, b) => (a < b ? a : b)),
        to: outside.reduce((a, b) => (a > b ? a : b)),
      },
    },
    districts: Object.fromEntries(districts.map((row) => [row[0], [row[1], row[2]]])),
    columns: Object.keys(records[0]),
    rows: records.map((record) => Object.values(record)),
  };
  return [
    { output: BOOK, text: print(yearly) },
    { output: MONTHLY, text: print(monthly) },
  ];
}

/** One account a line: small, and a changed figure is one changed line. */
function print({ columns, rows, ...head }) {
  const lines = Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  return [
    "{",
    ...lines,
    `"columns": ${JSON.stringify(columns)},`,
    '"rows": [',
    rows.map((row) => JSON.stringify(row)).join(",\n"),
    "]",
    "}",
    "",
  ].join("\n");
}

const folder = argv.slice(2).find((argument) => !argument.startsWith("--")) ?? env.BERKA_DIR;
if (folder === undefined) {
  stderr.write("usage: node docs/examples/derive-berka-book.mjs <folder of the published files> [--check]\n");
  exit(2);
}
let differ = 0;
for (const { output, text } of derive(folder)) {
  const name = output.pathname.split("/").at(-1);
  if (argv.includes("--check")) {
    const same = readFileSync(output, "utf8") === text;
    stderr.write(`${name}: ${same ? "what the published files give" : "the committed table differs"}\n`);
    if (!same) differ += 1;
  } else {
    writeFileSync(output, text);
    stderr.write(`${text.length} bytes -> data/${name}\n`);
  }
}
exit(differ === 0 ? 0 : 1);
