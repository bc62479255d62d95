/**
 * Codes of the issues and errors of this room.
 *
 * `client/invalid-input`: a part of a client file, or of what is asked about one, is missing, misspelt, of the wrong kind
 * or not one of the words allowed; the path names it.
 */
export type ClientErrorCode =
  | "client/invalid-input"
  | "client/duplicate-id"
  | "client/empty-id"
  | "client/managers-overlap"
  | "client/reversed-dates"
  | "client/share-out-of-range"
  | "client/group-cycle"
  | "client/unknown-client";
