import { toDayNumber, type DecimalString, type LocalDate } from "../../core/index.ts";
import { quotientText } from "../../core/inner.ts";
import { clientAt } from "../as-known.ts";
import type { ClientFile } from "../client-file.ts";
import { assignedOn } from "../managers/manager-at.ts";
import { INVALID } from "../read-client.ts";
import { current } from "../recorded.ts";
import { lastsOn } from "../stretch.ts";
import type { ClientId, ClientKind } from "../types.ts";
import type { AttitudeEvidence } from "./attitude-evidence.ts";
import { latestAttitude } from "./attitude.ts";
import {
  readCompletenessPolicy,
  type ClientCompletenessPolicy,
  type CompletenessPart,
  type RequiredItem,
} from "./completeness-policy.ts";
import { latestOf, readKnowledgeOptions, type KnowledgeOptions } from "./known-at.ts";

/** What a required item may be. */
export const COMPLETENESS_STATES = ["present", "stale", "missing"] as const;

/** Whether what is required is there, is there but too old or no longer valid, or is not there. */
export type CompletenessState = (typeof COMPLETENESS_STATES)[number];

/** One required item, and how the file has it. */
export interface CompletenessItem {
  readonly kind: RequiredItem["kind"];
  /** Part of the file, or the bank's id of the feature. */
  readonly id: string;
  readonly weight: number;
  readonly state: CompletenessState;
  /** The day the value is about; null where it is missing or nobody knows. */
  readonly asOf: LocalDate | null;
  /** Its age on the day asked about; null with `asOf`. */
  readonly ageDays: number | null;
  /** Greatest age the policy allows; null where there is none. */
  readonly maxAgeDays: number | null;
}

/** How complete a client file is on a day, with the parts behind the figure. */
export interface ClientCompleteness {
  readonly client: ClientId;
  readonly kind: ClientKind;
  readonly asOf: LocalDate;
  /** Day whose knowledge counted. */
  readonly knownOn: LocalDate;
  readonly policy: { readonly id: string; readonly version: string };
  /** Weights by state; they add up to `total`. */
  readonly weights: Readonly<Record<CompletenessState | "total", number>>;
  /** Weight present to total weight, 4 digits, half-even; null where nothing is required. */
  readonly share: DecimalString | null;
  /** Every required item, in the order of the policy. */
  readonly items: readonly CompletenessItem[];
  /** What to ask next: what is missing or stale, by weight, what is missing first, then in the order of the policy. */
  readonly next: readonly CompletenessItem[];
}

/** Fraction digits of a share. */
const SHARE_DIGITS = 4;

/** What a file has of a part: nothing, or something of a day or of none, which may have run out. */
interface Found {
  readonly asOf: LocalDate | null;
  readonly isExpired?: boolean;
}

/**
 * How complete the file of a client is on a day, and what to ask next.
 *
 * What is required is data: `policy` names it by kind of client, with weights and greatest ages. A stale value does not
 * count as present, and is listed for itself. Only what the bank knew on `knownOn` counts.
 *
 * @param file - client file
 * @param policy - what files have to have, in force on the date
 * @param date - civil date
 * @param options - `knownOn`, to look back with what is known since
 * @returns the share with all the items behind it; nothing is present before the file was opened
 * @throws `client/invalid-completeness-policy`; `core/no-policy-in-force` on a day the policy is not in force;
 * `core/invalid-date`; `client/invalid-input` for a file that is not one
 * @see 如何利用好数据库 (对数据库模板进行适当的删减增加)
 * @example
 * const file = {
 *   kind: "personal", id: "C-1", names: { legal: "…" }, person: { occupation: "teacher" }, accounts: [], managers: [], analyses: [],
 *   contacts: [{ channel: "phone", value: "000-0001" }],
 *   facts: [{ feature: "risk-tolerance", dataType: "profile", group: "purchase", value: "low", source: "questionnaire", asOf: "2024-01-10" }],
 * } as const;
 * const found = clientCompleteness(file, exampleClientCompleteness, "2026-03-01");
 * found.weights // => { present: 4, stale: 3, missing: 22, total: 29 }
 * found.share // => "0.1379"
 * found.next.slice(0, 3).map(({ id, state }) => [id, state]) // => [["identity", "missing"], ["primary-manager", "missing"], ["risk-tolerance", "stale"]]
 * @since 0.1.0
 */
export function clientCompleteness(
  file: ClientFile,
  policy: ClientCompletenessPolicy,
  date: LocalDate,
  options: KnowledgeOptions = {},
): ClientCompleteness {
  const day = toDayNumber(date);
  const { id, version, required } = readCompletenessPolicy(policy, date);
  const { knownOn = date } = readKnowledgeOptions(options, ["options"], INVALID);
  const known = clientAt(file, knownOn);
  const features = new Map(latestOf(known?.facts ?? [], day, knownOn).map((row) => [row.feature, row.fact.asOf]));
  const foundOf = (item: RequiredItem): Found | null => {
    if (known === null) return null;
    if (item.kind === "part") return partOf(known, item.id, day);
    const asOf = features.get(item.id);
    return asOf === undefined ? null : { asOf };
  };
  const items = required[file.kind].map((item) => itemOf(item, foundOf(item), day));
  const weightOf = (state: CompletenessState): number =>
    items.reduce((sum, item) => (item.state === state ? sum + item.weight : sum), 0);
  const weights = { present: weightOf("present"), stale: weightOf("stale"), missing: weightOf("missing") };
  const total = weights.present + weights.stale + weights.missing;
  return {
    client: file.id,
    kind: file.kind,
    asOf: date,
    knownOn,
    policy: { id, version },
    weights: { ...weights, total },
    share: total === 0 ? null : quotientText(weights.present, total, SHARE_DIGITS, "half-even"),
    items,
    next: items
      .filter(({ state }) => state !== "present")
      .sort((a, b) => b.weight - a.weight || Number(a.state === "stale") - Number(b.state === "stale")),
  };
}

function itemOf({ kind, id, weight, maxAgeDays }: RequiredItem, found: Found | null, day: number): CompletenessItem {
  const asOf = found?.asOf ?? null;
  const ageDays = asOf === null ? null : day - toDayNumber(asOf);
  const isOld = maxAgeDays !== undefined && (ageDays === null || ageDays > maxAgeDays);
  const state = found === null ? "missing" : isOld || found.isExpired === true ? "stale" : "present";
  return { kind, id, weight, state, asOf, ageDays, maxAgeDays: maxAgeDays ?? null };
}

const shownOn = (evidence: AttitudeEvidence | null): Found | null => (evidence === null ? null : { asOf: evidence.on });

const there = (value: unknown): Found | null => ((value ?? null) === null ? null : { asOf: null });

/** What a file has of a part on a day. */
function partOf(file: ClientFile, part: CompletenessPart, day: number): Found | null {
  const organisation = file.kind === "corporate" ? file.organisation : null;
  const person = file.kind === "personal" ? file.person : null;
  switch (part) {
    case "identity": {
      const begun = current(file.identities ?? []).filter(({ from }) => lastsOn({ from: from ?? null }, day));
      if (begun.length === 0) return null;
      return { asOf: null, isExpired: !begun.some((identity) => lastsOn(identity, day)) };
    }
    case "contact":
      return there(current(file.contacts)[0]);
    case "decision-maker":
      return there(current(file.people ?? []).find((person) => person.authority === "decides" && lastsOn(person, day)));
    case "primary-manager":
      return there(assignedOn(current(file.managers), "primary", day));
    case "backup-manager":
      return there(assignedOn(current(file.managers), "backup", day));
    case "attitude":
      return shownOn(latestAttitude(file.attitudes ?? [], day));
    case "group":
      return there(file.group);
    case "household":
      return there(current(file.household ?? []).find((membership) => lastsOn(membership, day)));
    case "birth-date":
      return there(person?.birthDate);
    case "occupation":
      return there(person?.occupation);
    case "education":
      return there(person?.education);
    case "interests":
      return there(person?.interests?.[0]);
    case "industry":
      return there(organisation?.industry);
    case "employees":
      return there(organisation?.employees);
    case "annual-turnover":
      return there(organisation?.annualTurnover);
    case "location":
      return there(organisation?.location ?? person?.location);
  }
}
