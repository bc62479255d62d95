/** Repayment schedules of 360 rows. */
export const title = "Repayment schedule of 360 rows";
export const note =
  "One operation is one whole schedule of a level-payment loan over 30 years; principals differ from pass to pass. `columns` wants amounts to read by row, `rows` wants objects with dates and decimal strings in the wire form. Peers have no schedules: theirs is the per-row loop over `ipmt` and `ppmt`, as their documentation shows it, rounded to cents; their wrong answers are rows whose cents differ from exact interest rounded half-up with a last row that repays the rest.";
export const cases = ["columns", "rows"];

const PERIODS = 360;
const START = "2026-01-20";
const PRINCIPALS = Array.from({ length: 16 }, (_, i) => 1_249_000 + i * 1000);

/** Exact rows in cents, by bigint; 5.88 % a year is 49 ÷ 10,000 a month. */
function exactRows(principal) {
  const [n, d] = [49n, 10000n];
  const round = (a, b) => (2n * a + b) / (2n * b);
  const start = BigInt(principal) * 100n;
  const growth = (d + n) ** BigInt(PERIODS);
  const payment = round(start * n * growth, d * (growth - d ** BigInt(PERIODS)));
  const rows = [];
  let balance = start;
  for (let k = 1; k <= PERIODS; k++) {
    const interest = round(balance * n, d);
    const repaid = k === PERIODS ? balance : payment - interest;
    balance -= repaid;
    rows.push(`${interest}|${repaid}|${balance}`);
  }
  return rows;
}

export function reference() {
  return exactRows(PRINCIPALS[0]);
}

const cents = (value) => Math.round(value * 100);
const dates = Array.from({ length: PERIODS }, (_, i) => new Date(Date.UTC(2026, 1 + i, 20)).toISOString().slice(0, 10));

function ours(label, { amortize }) {
  const terms = PRINCIPALS.map((principal) => ({
    method: "level-payment",
    principal: { amount: `${principal}.00`, currency: "CNY" },
    rate: "0.0588",
    periods: PERIODS,
    start: START,
    interest: "monthly",
    rounding: "half-up",
  }));
  const minor = (money) => money.amount.replace(".", "").replace(/^0+(?=\d)/, "");
  let turn = 0;
  return {
    operations: 1,
    answers() {
      const schedule = amortize(terms[0]);
      if (label === "rows") {
        return schedule.rows().map((row) => `${minor(row.interest)}|${minor(row.principal)}|${minor(row.balance)}`);
      }
      return Array.from(schedule.balance, (left, i) => `${schedule.interest[i]}|${schedule.principal[i]}|${left}`);
    },
    pass() {
      const schedule = amortize(terms[turn++ & 15]);
      return label === "rows" ? schedule.rows().length : schedule.interest[200];
    },
  };
}

/** The loop of a peer that has only per-row functions. */
function loop(label, { pmt, ipmt, ppmt }) {
  const rate = 0.0588 / 12;
  const columns = (principal) => {
    const interest = new Float64Array(PERIODS);
    const repaid = new Float64Array(PERIODS);
    const balance = new Float64Array(PERIODS);
    let left = principal;
    for (let k = 1; k <= PERIODS; k++) {
      interest[k - 1] = cents(-ipmt(rate, k, PERIODS, principal));
      const part = -ppmt(rate, k, PERIODS, principal);
      repaid[k - 1] = cents(part);
      left -= part;
      balance[k - 1] = cents(left);
    }
    return { interest, repaid, balance };
  };
  const rows = (principal) => {
    const payment = (-pmt(rate, PERIODS, principal)).toFixed(2);
    const list = [];
    let left = principal;
    for (let k = 1; k <= PERIODS; k++) {
      const repaid = -ppmt(rate, k, PERIODS, principal);
      left -= repaid;
      list.push({
        date: dates[k - 1],
        payment,
        interest: (-ipmt(rate, k, PERIODS, principal)).toFixed(2),
        principal: repaid.toFixed(2),
        balance: left.toFixed(2),
      });
    }
    return list;
  };
  const minor = (text) => String(Math.round(Number(text) * 100));
  let turn = 0;
  return {
    operations: 1,
    answers() {
      if (label === "rows") {
        return rows(PRINCIPALS[0]).map((row) => `${minor(row.interest)}|${minor(row.principal)}|${minor(row.balance)}`);
      }
      const { interest, repaid, balance } = columns(PRINCIPALS[0]);
      return Array.from(balance, (left, i) => `${interest[i]}|${repaid[i]}|${left}`);
    },
    pass() {
      const principal = PRINCIPALS[turn++ & 15];
      return label === "rows" ? rows(principal).length : columns(principal).interest[200];
    },
  };
}

export const implementations = {
  "relationship-banking": {
    prepare: async (label) => ours(label, await import("../../../dist/loans/index.js")),
  },
  financial: {
    prepare: async (label) => loop(label, await import("financial")),
  },
  "@formulajs/formulajs": {
    prepare: async (label) => {
      const { PMT, IPMT, PPMT } = await import("@formulajs/formulajs");
      return loop(label, { pmt: PMT, ipmt: IPMT, ppmt: PPMT });
    },
  },
};
