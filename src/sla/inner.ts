/** The second door of this room, for the rooms above that take a report that was kept. Not an entry point of the package. */
export { readReport as readDeskReport } from "./desk/read-report.ts";
