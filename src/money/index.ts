/**
 * Exact money: decimal strings on the wire, checked on entry, never a lost or invented cent.
 *
 * @packageDocumentation
 */
export type { ExchangeRate, Money, RoundingMode } from "./types.ts";
