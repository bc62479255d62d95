/** Money from wire form to wire form: decimal string and currency in, decimal string out. */
export const title = "Money, wire form to wire form";
export const note =
  'Amounts are `{ amount: "1234.56", currency: "CNY" }` before and after; each library reads the string, computes, and writes a string with two digits. dinero.js 2 has no reader for decimal strings, so its rows use the shortest one that is right for these inputs. Rounding is half-even. `allocate` splits by 60 : 25 : 15; the reference is the largest-remainder rule (each share the floor or the ceiling of its exact quota), which dinero.js does not follow.';
export const cases = ["add", "multiply by 0.0325", "allocate 60:25:15"];

const COUNT = 512;
/** Amounts from 0.01 to about 900,000, spread by a fixed multiplicative step. */
const cents = Array.from({ length: COUNT }, (_, i) => ((i * 7_368_787) % 90_000_000) + 1);
const text = (minor) => {
  const digits = String(Math.abs(minor)).padStart(3, "0");
  return `${minor < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const wire = cents.map((minor) => ({ amount: text(minor), currency: "CNY" }));
const pairAt = (i) => wire[(i * 31 + 7) % COUNT];

/** Exact, on bigint, written apart from every implementation. */
export function reference(label) {
  return cents.map((minor, i) => {
    if (label === "add") return text(minor + cents[(i * 31 + 7) % COUNT]);
    if (label.startsWith("multiply")) {
      const product = BigInt(minor) * 325n;
      const quotient = product / 10000n;
      const twice = (product % 10000n) * 2n;
      const up = twice > 10000n || (twice === 10000n && quotient % 2n === 1n);
      return text(Number(quotient + (up ? 1n : 0n)));
    }
    const weights = [60, 25, 15];
    const shares = weights.map((weight) => Math.floor((minor * weight) / 100));
    const order = weights.map((weight, index) => ({ index, rest: (minor * weight) % 100 }));
    order.sort((a, b) => b.rest - a.rest || a.index - b.index);
    let left = minor - shares.reduce((sum, share) => sum + share, 0);
    for (const { index } of order) if (left-- > 0) shares[index]++;
    return shares.map(text).join(" ");
  });
}

const over = (call) => ({
  answers: () => wire.map((value, i) => call(value, i)),
  operations: COUNT,
  pass: () => {
    let hash = 0;
    for (let i = 0; i < COUNT; i++) hash ^= call(wire[i], i).charCodeAt(0);
    return hash;
  },
});

/** Half-even to two digits, then text, for the decimal libraries. */
function decimalLibrary(Decimal, toText, split) {
  return (label) => {
    if (label === "add") return over((value, i) => toText(new Decimal(value.amount).plus(pairAt(i).amount)));
    if (label.startsWith("multiply")) return over((value) => toText(new Decimal(value.amount).times("0.0325")));
    return split ? over(split) : null;
  };
}

export const implementations = {
  "relationship-banking": {
    prepare: async (label) => {
      const { add, allocate, multiply } = await import("../../../dist/money/index.js");
      if (label === "add") return over((value, i) => add(value, pairAt(i)).amount);
      if (label.startsWith("multiply")) return over((value) => multiply(value, "0.0325", "half-even").amount);
      const weights = [60, 25, 15];
      return over((value) => {
        const [a, b, c] = allocate(value, weights);
        return `${a.amount} ${b.amount} ${c.amount}`;
      });
    },
  },
  "dinero.js 2": {
    prepare: async (label) => {
      const { add, allocate, dinero, halfEven, multiply, toDecimal, transformScale } = await import("dinero.js");
      const CNY = { code: "CNY", base: 10, exponent: 2 };
      const read = (value) => dinero({ amount: Number(value.amount.replace(".", "")), currency: CNY });
      if (label === "add") return over((value, i) => toDecimal(add(read(value), read(pairAt(i)))));
      if (label.startsWith("multiply")) {
        return over((value) =>
          toDecimal(transformScale(multiply(read(value), { amount: 325, scale: 4 }), 2, halfEven)),
        );
      }
      return over((value) =>
        allocate(read(value), [60, 25, 15])
          .map((share) => toDecimal(share))
          .join(" "),
      );
    },
  },
  "decimal.js": {
    prepare: async (label) => {
      const { Decimal: Host } = await import("decimal.js");
      const Decimal = Host.clone({ precision: 40, rounding: Host.ROUND_HALF_EVEN });
      return decimalLibrary(Decimal, (value) => value.toFixed(2))(label);
    },
  },
  "big.js": {
    prepare: async (label) => {
      const { default: Big } = await import("big.js");
      Big.RM = Big.roundHalfEven;
      return decimalLibrary(Big, (value) => value.toFixed(2))(label);
    },
  },
};
