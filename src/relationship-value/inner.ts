/** The second door of this room, for the rooms above that read what its reports were made from, or have read their spends already. Not an entry point of the package. */
export { readNeed } from "./reports/dossier.ts";
export { readFact } from "./reports/facts.ts";
export { walletShareOf } from "./wallet-share.ts";
export { grouped } from "./reports/grouping.ts";
export { hasFigure } from "./reports/report-figure.ts";
