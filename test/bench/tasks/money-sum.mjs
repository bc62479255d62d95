/** The sum of 100,000 amounts. */
export const title = "Sum of 100,000 amounts";
export const note =
  "One operation is one whole sum. `wire` starts from 100,000 objects `{ amount, currency }`; `ready` starts from what each library keeps in memory: its own objects, for this library a column of minor units.";
export const cases = ["wire", "ready"];

const COUNT = 100_000;
const cents = Array.from({ length: COUNT }, (_, i) => ((i * 7_368_787) % 90_000_000) + 1);
const text = (minor) => `${String(minor).padStart(3, "0").slice(0, -2)}.${String(minor).padStart(3, "0").slice(-2)}`;
const wire = cents.map((minor) => ({ amount: text(minor), currency: "CNY" }));

export function reference() {
  return [text(cents.reduce((sum, minor) => sum + minor, 0))];
}

const once = (call) => ({
  answers: () => [call()],
  operations: 1,
  pass: () => call().charCodeAt(0),
});

export const implementations = {
  "relationship-banking": {
    prepare: async (label) => {
      const money = await import("../../../dist/money/index.js");
      if (label === "wire") return once(() => money.sum("CNY", wire).amount);
      const column = money.moneyColumn("CNY", wire);
      return once(() => money.sumColumn(column).total.amount);
    },
  },
  "dinero.js 2": {
    prepare: async (label) => {
      const { add, dinero, toDecimal } = await import("dinero.js");
      const CNY = { code: "CNY", base: 10, exponent: 2 };
      const read = (value) => dinero({ amount: Number(value.amount.replace(".", "")), currency: CNY });
      const zero = dinero({ amount: 0, currency: CNY });
      if (label === "wire") return once(() => toDecimal(wire.reduce((sum, value) => add(sum, read(value)), zero)));
      const ready = wire.map(read);
      return once(() => toDecimal(ready.reduce((sum, value) => add(sum, value), zero)));
    },
  },
  "decimal.js": {
    prepare: async (label) => {
      const { Decimal } = await import("decimal.js");
      const ready = wire.map((value) => new Decimal(value.amount));
      if (label === "wire") {
        return once(() => wire.reduce((sum, value) => sum.plus(value.amount), new Decimal(0)).toFixed(2));
      }
      return once(() => ready.reduce((sum, value) => sum.plus(value), new Decimal(0)).toFixed(2));
    },
  },
  "big.js": {
    prepare: async (label) => {
      const { default: Big } = await import("big.js");
      const ready = wire.map((value) => new Big(value.amount));
      if (label === "wire")
        return once(() => wire.reduce((sum, value) => sum.plus(value.amount), new Big(0)).toFixed(2));
      return once(() => ready.reduce((sum, value) => sum.plus(value), new Big(0)).toFixed(2));
    },
  },
};
