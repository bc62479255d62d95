type Coefficients = readonly number[];

/** Ends of the three ranges of the algorithm, and what it subtracts in them. */
const CENTRAL = 0.425;
const CENTRAL_SQUARED = 0.180625;
const TAIL = 5;
const NEAR_TAIL_OFFSET = 1.6;

/** Coefficients of PPND16, numerator and denominator, from the lowest power up. */
const CENTRAL_RATIO: readonly [Coefficients, Coefficients] = [
  [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
    67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ],
  [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
    28729.085735721942674, 5226.495278852854561,
  ],
];
const NEAR_TAIL_RATIO: readonly [Coefficients, Coefficients] = [
  [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 0.00077454501427834140764,
  ],
  [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
    0.0151986665636164571966, 0.0005475938084995344946, 1.05075007164441684324e-9,
  ],
];
const FAR_TAIL_RATIO: readonly [Coefficients, Coefficients] = [
  [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 0.0007868691311456132591,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
];

function polynomial(coefficients: Coefficients, x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

const ratio = ([above, below]: readonly [Coefficients, Coefficients], x: number): number =>
  polynomial(above, x) / polynomial(below, x);

/**
 * The value below which a standard normal variable is with a probability between 0 and 1, both excluded.
 *
 * @see M. J. Wichura, Algorithm AS 241, PPND16: about 16 digits (Applied Statistics 37, 1988)
 */
export function normalQuantile(probability: number): number {
  const q = probability - 1 / 2;
  if (Math.abs(q) <= CENTRAL) return q * ratio(CENTRAL_RATIO, CENTRAL_SQUARED - q * q);
  const r = Math.sqrt(-Math.log(q < 0 ? probability : 1 - probability));
  const size = r <= TAIL ? ratio(NEAR_TAIL_RATIO, r - NEAR_TAIL_OFFSET) : ratio(FAR_TAIL_RATIO, r - TAIL);
  return q < 0 ? -size : size;
}
