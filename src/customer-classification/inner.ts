/** The second door of this room, for the rooms above that take a result that was kept. Not an entry point of the package. */
export { readResult } from "./read-result.ts";
export { standingMembers } from "./standing/read-standing.ts";
