import { Decimal as HostDecimal } from "decimal.js";

/*
 * A door of its own: a bundler puts what inner.ts names into one chunk, and a chunk that imports decimal.js loads it for
 * every room.
 */

/**
 * The library's own decimal.js constructor: powers and quotients to 60 digits, the same on every engine, for sums that
 * are rounded once at their end. A host's `Decimal.set` changes nothing here, and its instances never appear in a
 * public type. The call has no effect of its own, and 6 is half-even.
 */
export const Decimal = /* @__PURE__ */ HostDecimal.clone({ precision: 60, rounding: 6, toExpNeg: -60, toExpPos: 60 });

/** An instance of the private {@link Decimal}. */
export type Decimal = InstanceType<typeof Decimal>;
