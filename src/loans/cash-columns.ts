/** Amounts and dates of a schedule, one entry a row. */
export interface CashColumns {
  readonly dates: Int32Array;
  readonly payment: Float64Array;
  readonly principal: Float64Array;
  readonly interest: Float64Array;
  readonly fee: Float64Array;
  readonly balance: Float64Array;
}

/** What the engine fills. */
export interface FilledColumns extends CashColumns {
  readonly count: number;
  readonly kinds: Uint8Array;
}

/** Number of each row's instalment, or of the last instalment before it. */
export function instalmentNumbers(kinds: Uint8Array): Int32Array {
  let number = 0;
  return Int32Array.from(kinds, (kind) => (kind === 0 ? ++number : number));
}
