/** The second door of this room, for the rooms above that write dates. Not an entry point of the package. */
export { readDates } from "./read-dates.ts";
