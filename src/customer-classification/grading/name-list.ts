import type { Policy } from "../../core/index.ts";

/**
 * A list of clients by name (名单制), such as the strategic clients of the head office: a document with a version, days in
 * force and a source, as any rule. A list is read once and remembered by identity: change it by making a new version.
 */
export interface NameList extends Policy {
  /** Ids of the clients, as their records write them: compared character by character. None twice. */
  readonly clients: readonly string[];
}

/** Why a list cannot say who is on it. */
export const NAME_LIST_STATES = ["absent", "not-in-force"] as const;

/** Why a list cannot say who is on it: it was not given, or no version of it that was given is in force. */
export type NameListState = (typeof NAME_LIST_STATES)[number];
