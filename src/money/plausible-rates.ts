/*
 * Limits beyond which a rate is taken for a slip and refused, most often a percentage where a share is meant: "4.2" for
 * "0.042" is a hundred times too much, and nothing further on would notice. They are wider than what contracts have, so
 * that no true rate meets them, and no limit of law: what a bank may charge is policy data. What is within them may
 * still be wrong: a flat rate meant per year and charged every month is one.
 */

/** The highest rate per year, of either sign: the whole of the balance. */
export const HIGHEST_YEARLY_RATE = 1;

/** The widest spread on a reference rate, of either sign: ten percentage points, several times what contracts have. */
export const WIDEST_SPREAD = 0.1;

/**
 * The highest flat rate of the principal for a month: a tenth of it is more than twice what any loan may cost in a year
 * where there is a limit, such as 48 % in Hong Kong (Money Lenders Ordinance, s. 24).
 */
export const HIGHEST_FLAT_RATE_OF_MONTH = 0.1;

/** The most that somebody plans to spend per year in retirement, as a share of their yearly income today. */
export const HIGHEST_REPLACEMENT_RATIO = 5;
