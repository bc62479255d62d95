import { Decimal as HostDecimal } from "decimal.js";

/**
 * The library's own decimal.js constructor, for non-linear sums only; a host's `Decimal.set` changes nothing here, and
 * its instances never appear in a public type.
 */
export const Decimal = HostDecimal.clone({
  precision: 60,
  rounding: HostDecimal.ROUND_HALF_EVEN,
  toExpNeg: -60,
  toExpPos: 60,
});

/** An instance of the private {@link Decimal}. */
export type Decimal = InstanceType<typeof Decimal>;
