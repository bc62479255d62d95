/** Present values, payments and rates on plain numbers, beside the packages people install for them. */
import { Decimal as HostDecimal } from "decimal.js";

export const title = "Time value of money";
export const note =
  "Numbers in, number out. Speed is measured over ordinary inputs only, because a failure is not an answer; the answers judged are these and the hard ones (rates near 0 and near -1, long terms, flows without a rate). An answer is right when it agrees to six significant digits with a value computed by Newton's method at 60 digits, or refuses where no rate exists. `raw` starts from ISO date strings for this library and from ready `Date` objects for the others, so that it counts our parsing and not theirs; `prepared` starts from `prepareCashFlows`, which the others do not have.";
export const cases = [
  "pv",
  "pmt",
  "rate, 360 payments",
  "irr, 12 flows",
  "irr, 360 flows",
  "xirr, 120 flows, raw",
  "xirr, 120 flows, prepared",
];

const Decimal = HostDecimal.clone({ precision: 60 });
const DAY = 86_400_000;

/** The same numbers in every process. */
function stream(seed) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
const cents = (x) => Math.round(x * 100) / 100;

/** Flows that end with inflows and have a rate near the one drawn. */
function flowsNear(next, count, years) {
  const rate = (next() - 0.2) * 0.2;
  const flows = Array.from({ length: count - 1 }, () => cents(next() * 1000 + 1));
  const worth = flows.reduce((sum, flow, i) => sum + flow * (1 + rate) ** -(((i + 1) * years) / (count - 1)), 0);
  return [-cents(worth), ...flows];
}

const closedForms = (() => {
  const next = stream(1);
  return Array.from({ length: 256 }, () => ({
    rate: (0.02 + next() * 0.1) / 12,
    nper: 12 * Math.ceil(next() * 30),
    amount: cents(1000 + next() * 1e6),
    other: next() < 0.5 ? 0 : cents(next() * 1e5),
    when: next() < 0.5 ? 0 : 1,
  }));
})();
const hardClosedForms = [
  { rate: 1e-12, nper: 360, amount: 100, other: 0, when: 0 },
  { rate: -1e-12, nper: 360, amount: 100, other: 50, when: 1 },
  { rate: 3e-9, nper: 10000, amount: 100, other: 0, when: 0 },
  { rate: 0.5, nper: 2000, amount: 100, other: 0, when: 0 },
  { rate: 40, nper: 500, amount: 100, other: 100, when: 1 },
  { rate: -0.999, nper: 12, amount: 100, other: 1, when: 0 },
  { rate: 0, nper: 60, amount: 100, other: 0, when: 0 },
];

const loans = (() => {
  const next = stream(2);
  return Array.from({ length: 64 }, () => {
    const rate = (0.02 + next() * 0.1) / 12;
    const pv = cents(1e5 + next() * 1e6);
    return { nper: 360, pmt: -cents((pv * rate) / (1 - (1 + rate) ** -360)), pv, fv: 0 };
  });
})();
const hardLoans = [
  { nper: 36, pmt: -300, pv: 9.8, fv: 0 },
  { nper: 480, pmt: -1000, pv: 480000 * (1 - 2.405e-7), fv: 0 },
  { nper: 10, pmt: 100, pv: 1000, fv: 0 },
  { nper: 60, pmt: -100, pv: 9000, fv: 0 },
  { nper: 120, pmt: -1, pv: 119.5, fv: 0 },
];

const periodic = (count) => {
  const next = stream(count);
  return Array.from({ length: 32 }, () => flowsNear(next, count, count / 12));
};
/** Two changes of sign, and a negative discriminant. */
const WITHOUT_RATE = [-1000, 3000, -2500];
const hardPeriodic = [
  WITHOUT_RATE,
  [1, 2, 3],
  [-1000, 5, 10, 5],
  [-1e12, 0.01, 0.02, 1.5e12],
  [-1000, ...new Array(479).fill(2.1)],
  [-100, ...new Array(359).fill(90)],
];

const dated = (() => {
  const next = stream(3);
  return Array.from({ length: 32 }, () => {
    const flows = flowsNear(next, 120, 10);
    const start = 18000 + Math.floor(next() * 365);
    return { flows, days: flows.map((_, i) => start + Math.round(i * 30.67)) };
  });
})();
const hardDated = [
  { flows: [-1000, 5], days: [18000, 18365] },
  { flows: [-1000, 1100], days: [18000, 18010] },
  { flows: [-1000, 20, 30], days: [18000, 18030, 20000] },
  { flows: [-1000, 400, 400], days: [18000, 18003, 18010] },
  { flows: [100, 200], days: [18000, 18365] },
];

/** A root at 60 digits: Newton on the value from a start nearby, in ln(1 + rate). */
function rootOf(flows, times, basis, start) {
  const amounts = flows.map((flow) => new Decimal(flow));
  let x = new Decimal(start).plus(1).ln();
  for (let i = 0; i < 60; i++) {
    const unit = x.neg().div(basis).exp();
    let weight = new Decimal(1);
    let value = new Decimal(0);
    let slope = new Decimal(0);
    for (let k = 0; k < amounts.length; k++) {
      if (k > 0) weight = weight.times(unit.pow(times[k] - times[k - 1]));
      const term = amounts[k].times(weight);
      value = value.plus(term);
      slope = slope.minus(term.times(times[k] - times[0]).div(basis));
    }
    const step = value.div(slope);
    x = x.minus(step);
    if (step.abs().lt(1e-30)) return x.exp().minus(1);
  }
  throw new Error("the reference did not converge");
}

/** ln of inflows over outflows is nearly straight: a start from which the reference converges. */
function startOf(flows, times, basis) {
  let [received, paid, receivedTime, paidTime] = [0, 0, 0, 0];
  flows.forEach((flow, i) => {
    if (flow > 0) ((received += flow), (receivedTime += flow * times[i]));
    else ((paid -= flow), (paidTime -= flow * times[i]));
  });
  return Math.expm1((Math.log(received / paid) / (receivedTime / received - paidTime / paid)) * basis);
}

const rateless = (flows) => flows === WITHOUT_RATE || !flows.some((f) => f > 0) || !flows.some((f) => f < 0);
function regularRoot(flows) {
  const times = flows.map((_, i) => i);
  return rateless(flows) ? null : rootOf(flows, times, 1, startOf(flows, times, 1));
}

function annuity({ rate, nper }) {
  const v = new Decimal(rate).plus(1).pow(-nper);
  return { v, level: rate === 0 ? new Decimal(nper) : v.neg().plus(1).div(rate) };
}
const due = ({ rate, when }) => new Decimal(rate).times(when).plus(1);

/** Ordinary inputs, hard ones, and what is right. */
const sets = {
  pv: {
    ordinary: closedForms,
    hard: hardClosedForms,
    exact: (one) => annuity(one).level.times(due(one)).times(one.amount).plus(annuity(one).v.times(one.other)).neg(),
  },
  pmt: {
    ordinary: closedForms,
    hard: hardClosedForms,
    exact: (one) =>
      annuity(one)
        .v.times(one.other)
        .plus(one.amount)
        .div(annuity(one).level.times(due(one)))
        .neg(),
  },
  "rate, 360 payments": {
    ordinary: loans,
    hard: hardLoans,
    exact: ({ nper, pmt, pv, fv }) => regularRoot([pv, ...new Array(nper - 1).fill(pmt), pmt + fv]),
  },
  "irr, 12 flows": { ordinary: periodic(12), hard: hardPeriodic, exact: regularRoot },
  "irr, 360 flows": { ordinary: periodic(360), hard: hardPeriodic, exact: regularRoot },
};
for (const label of cases.slice(5)) {
  sets[label] = {
    ordinary: dated,
    hard: hardDated,
    exact: ({ flows, days }) => (rateless(flows) ? null : rootOf(flows, days, 365, startOf(flows, days, 365))),
  };
}

const exactOf = new Map();
function exactAnswers(label) {
  const { ordinary, hard, exact } = sets[label];
  if (!exactOf.has(label))
    exactOf.set(
      label,
      [...ordinary, ...hard].map((one) => exact(one)),
    );
  return exactOf.get(label);
}

export function reference(label) {
  return exactAnswers(label).map(() => "right");
}

function judge(answer, exact) {
  const value = typeof answer === "number" && Number.isFinite(answer) ? answer : null;
  if (exact === null || value === null) return exact === null && value === null ? "right" : String(value);
  return exact.minus(value).abs().lte(exact.abs().times(1e-6)) ? "right" : String(value);
}

/** One implementation of one case: `prepare` makes its own form of an input, `call` answers. */
function over(label, call, prepare = (one) => one) {
  const { ordinary, hard } = sets[label];
  const ready = ordinary.map(prepare);
  const attempt = (one) => {
    try {
      return call(prepare(one));
    } catch {
      return null;
    }
  };
  return {
    answers: () => exactAnswers(label).map((exact, i) => judge(attempt([...ordinary, ...hard][i]), exact)),
    operations: ready.length,
    pass: () => {
      let sum = 0;
      for (let i = 0; i < ready.length; i++) sum += call(ready[i]);
      return sum;
    },
  };
}

const dateOf = (day) => new Date(day * DAY);
const isoOf = (day) => dateOf(day).toISOString().slice(0, 10);

export const implementations = {
  "relationship-banking": {
    prepare: async (label) => {
      const { irr, pmt, prepareCashFlows, pv, rate, xirr } = await import("../../../dist/time-value/index.js");
      const found = (outcome) => (outcome.ok ? outcome.rate : NaN);
      if (label === "pv") return over(label, (c) => pv(c.rate, c.nper, c.amount, c.other, c.when));
      if (label === "pmt") return over(label, (c) => pmt(c.rate, c.nper, c.amount, c.other, c.when));
      if (label.startsWith("rate")) return over(label, (c) => found(rate(c.nper, c.pmt, c.pv, c.fv)));
      if (label.startsWith("irr")) return over(label, (flows) => found(irr(flows)));
      const ready = ({ flows, days }) => ({ flows, dates: days.map(isoOf) });
      if (label.endsWith("raw")) return over(label, ({ flows, dates }) => found(xirr(flows, dates)), ready);
      return over(
        label,
        (handle) => found(xirr(handle)),
        (one) => prepareCashFlows(one.flows, ready(one).dates),
      );
    },
  },
  "financial 0.2": {
    prepare: async (label) => {
      // the build without its development checks
      process.env.NODE_ENV = "production";
      const { irr, PaymentDueTime, pmt, pv, rate } = await import("financial");
      const timing = [PaymentDueTime.End, PaymentDueTime.Begin];
      if (label === "pv") return over(label, (c) => pv(c.rate, c.nper, c.amount, c.other, timing[c.when]));
      if (label === "pmt") return over(label, (c) => pmt(c.rate, c.nper, c.amount, c.other, timing[c.when]));
      if (label.startsWith("rate")) return over(label, (c) => rate(c.nper, c.pmt, c.pv, c.fv));
      return label.startsWith("irr") ? over(label, (flows) => irr(flows)) : null;
    },
  },
  "formulajs 4": {
    prepare: async (label) => {
      const { IRR, PMT, PV, RATE, XIRR } = await import("@formulajs/formulajs");
      if (label === "pv") return over(label, (c) => PV(c.rate, c.nper, c.amount, c.other, c.when));
      if (label === "pmt") return over(label, (c) => PMT(c.rate, c.nper, c.amount, c.other, c.when));
      if (label.startsWith("rate")) return over(label, (c) => RATE(c.nper, c.pmt, c.pv, c.fv));
      if (label.startsWith("irr")) return over(label, (flows) => IRR(flows));
      return over(
        label,
        ({ flows, dates }) => XIRR(flows, dates),
        ({ flows, days }) => ({ flows, dates: days.map(dateOf) }),
      );
    },
  },
  "node-irr 2": {
    prepare: async (label) => {
      const { irr, xirr } = await import("node-irr");
      if (label.startsWith("irr")) return over(label, (flows) => irr(flows));
      if (!label.startsWith("xirr")) return null;
      // it returns a rate per day
      return over(
        label,
        (rows) => Math.expm1(365 * Math.log1p(xirr(rows).rate)),
        ({ flows, days }) => flows.map((amount, i) => ({ amount, date: dateOf(days[i]) })),
      );
    },
  },
  "xirr 1": {
    prepare: async (label) => {
      if (!label.startsWith("xirr")) return null;
      const { default: xirr } = await import("xirr");
      return over(
        label,
        (rows) => xirr(rows),
        ({ flows, days }) => flows.map((amount, i) => ({ amount, when: dateOf(days[i]) })),
      );
    },
  },
};
