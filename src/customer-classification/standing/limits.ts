/** Most reviews in a row and levels that a policy may have. */
export const [MAX_REVIEWS, MAX_LEVELS] = [120, 100];

/** Most months a floor may last, days an override may last, and approvals one may need. */
export const [MAX_MONTHS, MAX_DAYS, MAX_APPROVALS] = [1200, 3660, 10];
