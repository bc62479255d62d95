import { readInteger } from "../core/index.ts";
import { quotientText } from "../core/inner.ts";
import type { ComplaintRate } from "./types.ts";

function ratePer(per: number, n: number, of: number, counted: string): ComplaintRate {
  readInteger(n, "complaints", 0);
  readInteger(of, counted, 0);
  const rate = of === 0 ? null : quotientText(BigInt(n) * BigInt(per), BigInt(of), 2, "half-even");
  return { n, of, per, rate };
}

/**
 * Complaints per 1,000 outlets (每千营业网点投诉量), one of the ratios the Chinese regulator publishes.
 *
 * @param complaints - number of complaints in a period the caller chose
 * @param outlets - number of outlets
 * @returns both counts and the rate to two decimals, rounded half-even; the rate is null when there are no outlets
 * @throws `core/invalid-integer` for anything but a whole number from 0 up
 * @see library convention: complaints / outlets × 1,000
 * @example
 * complaintsPerThousandOutlets(37, 412) // => { n: 37, of: 412, per: 1000, rate: "89.81" }
 * complaintsPerThousandOutlets(0, 0).rate // => null
 * @since 0.1.0
 */
export function complaintsPerThousandOutlets(complaints: number, outlets: number): ComplaintRate {
  return ratePer(1000, complaints, outlets, "outlets");
}

/**
 * Complaints per 10 million personal clients (每千万个人客户投诉量), one of the ratios the Chinese regulator publishes.
 *
 * @param complaints - number of complaints in a period the caller chose
 * @param clients - number of personal clients
 * @returns both counts and the rate to two decimals, rounded half-even; the rate is null when there are no clients
 * @throws `core/invalid-integer` for anything but a whole number from 0 up
 * @see library convention: complaints / personal clients × 10,000,000
 * @example
 * complaintsPerTenMillionClients(37, 2_450_000) // => { n: 37, of: 2450000, per: 10000000, rate: "151.02" }
 * @since 0.1.0
 */
export function complaintsPerTenMillionClients(complaints: number, clients: number): ComplaintRate {
  return ratePer(10_000_000, complaints, clients, "clients");
}
