import { policyAt, type LocalDate, type Path, type Policy } from "../../core/index.ts";
import {
  byTag,
  listOf,
  oneOf,
  optional,
  policyMembers,
  readDaysInForce,
  readText,
  refuse,
  shapeOf,
  wholeNumber,
  type Members,
} from "../../core/inner.ts";
import type { ClientErrorCode } from "../errors.ts";
import type { ClientKind } from "../types.ts";

/** Parts of a client file, beside its features, that a policy may ask for. */
export const COMPLETENESS_PARTS = [
  "identity",
  "contact",
  "decision-maker",
  "primary-manager",
  "backup-manager",
  "attitude",
  "group",
  "household",
  "birth-date",
  "occupation",
  "education",
  "interests",
  "industry",
  "employees",
  "annual-turnover",
  "location",
] as const;

/** A part of a client file that a policy may ask for. */
export type CompletenessPart = (typeof COMPLETENESS_PARTS)[number];

/** The kind of client that alone has a part; null for a part of either. */
const KIND_OF_PART: Readonly<Record<CompletenessPart, ClientKind | null>> = {
  identity: null,
  contact: null,
  "decision-maker": null,
  "primary-manager": null,
  "backup-manager": null,
  attitude: null,
  group: null,
  household: "personal",
  "birth-date": "personal",
  occupation: "personal",
  education: "personal",
  interests: "personal",
  industry: "corporate",
  employees: "corporate",
  "annual-turnover": "corporate",
  location: null,
};

/** The parts that clients of a kind have. */
export const partsOfKind = (kind: ClientKind): readonly CompletenessPart[] =>
  COMPLETENESS_PARTS.filter((part) => (KIND_OF_PART[part] ?? kind) === kind);

interface RequiredBase {
  /** How much it counts, a whole number from 1 to 1000. */
  readonly weight: number;
  /**
   * Greatest age in days, inclusive; an older value is stale, and so is one whose day nobody knows. Omitted for what does
   * not grow old.
   */
  readonly maxAgeDays?: number;
}

/** A part of the file that has to be there. */
export interface RequiredPart extends RequiredBase {
  readonly kind: "part";
  readonly id: CompletenessPart;
}

/** A feature of which the file has to have a value. */
export interface RequiredFeature extends RequiredBase {
  readonly kind: "feature";
  /** The bank's own id of the feature. */
  readonly id: string;
}

/** What a file has to have. */
export type RequiredItem = RequiredPart | RequiredFeature;

/**
 * What the file of a client of each kind has to have, and how much each of it counts. Ask for what the bank needs for a
 * purpose and may keep, and for nothing else.
 */
export interface ClientCompletenessPolicy extends Policy {
  /** By kind of client; only what clients of the kind have. */
  readonly required: Readonly<Record<ClientKind, readonly RequiredItem[]>>;
  /** What of it was read, what assumed, and how sure it is. */
  readonly readings?: readonly string[];
}

/** Greatest weight of one item. */
export const MAX_WEIGHT = 1000;

/** Greatest age a policy may name: a hundred years. */
export const MAX_AGE_DAYS = 36_525;

const CODE = "client/invalid-completeness-policy" satisfies ClientErrorCode;

const BASE: Members<RequiredBase> = {
  weight: wholeNumber(1, MAX_WEIGHT),
  maxAgeDays: optional(wholeNumber(0, MAX_AGE_DAYS)),
};

const readItems = listOf(
  byTag<RequiredItem, "kind">("kind", {
    part: shapeOf<RequiredPart>({ ...BASE, kind: oneOf(["part"]), id: oneOf(COMPLETENESS_PARTS) }),
    feature: shapeOf<RequiredFeature>({ ...BASE, kind: oneOf(["feature"]), id: readText }),
  }),
);

const readShape = shapeOf<ClientCompletenessPolicy>({
  ...policyMembers,
  required: shapeOf<ClientCompletenessPolicy["required"]>({ corporate: readItems, personal: readItems }),
  readings: optional(listOf(readText)),
});

/** A completeness policy that is in force on a day, read whole. */
export function readCompletenessPolicy(policy: ClientCompletenessPolicy, date: LocalDate): ClientCompletenessPolicy {
  const path: Path = ["policy"];
  const { required } = readShape(policy, path, CODE);
  for (const [kind, items] of Object.entries(required)) {
    const seen = new Set<string>();
    for (const [index, item] of items.entries()) {
      const key = `${item.kind} ${item.id}`;
      if (seen.has(key)) {
        refuse(CODE, [...path, "required", kind, index], "asked for twice", { reason: "item-twice", name: item.id });
      }
      seen.add(key);
      if (item.kind === "part" && !partsOfKind(kind as ClientKind).includes(item.id)) {
        const at = [...path, "required", kind, index, "id"];
        refuse(CODE, at, `not of a ${kind} client`, { reason: "other-kind", name: item.id });
      }
    }
  }
  readDaysInForce(policy, path);
  return policyAt([policy], date);
}
