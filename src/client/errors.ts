/** Codes of the issues and errors of this room. */
export type ClientErrorCode =
  | "client/duplicate-id"
  | "client/empty-id"
  | "client/managers-overlap"
  | "client/reversed-dates"
  | "client/share-out-of-range"
  | "client/group-cycle"
  | "client/unknown-client";
