import type { Path, Policy } from "../../core/index.ts";
import {
  asGiven,
  listOf,
  oneOf,
  optional,
  policyMembers,
  readFlag,
  readObject,
  readText,
  recordOf,
  refuse,
  refuseKind,
  shapeOf,
  wholeNumber,
  type Members,
} from "../../core/inner.ts";
import { isCurrency } from "../../money/index.ts";
import { AXES, type Axis } from "../classes.ts";
import type { Condition } from "../card/condition.ts";
import { FEATURE_GROUPS, type FeatureBase } from "../card/feature-definition.ts";
import { GROUND_DECLARATIONS } from "../card/grounds.ts";
import type { Level, TypeRule } from "../card/scorecard.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";

/** What may be done with the extension of this library in a document. */
export const EXTENSION_USES = ["read", "ignore"] as const;

/** What a bank knows of a feature and a document does not say. */
export type PmmlFeature = Partial<Pick<FeatureBase, "group" | "sensitive" | "window" | "protectedGround">>;

/** The fields of a document that are amounts. */
export interface PmmlCurrency {
  /** Active ISO 4217 code. */
  readonly code: string;
  /** Names of fields, which become features of kind money: a record then has a `Money` there. */
  readonly fields: readonly string[];
}

/** What a document does not say, and how it is read. */
export interface FromPmmlOptions {
  /** Members of the card's envelope; by default the id is the name of the model, version 1, a house policy since 2000-01-01. */
  readonly policy?: Partial<Policy>;
  /** One axis for every characteristic, or an axis by name of the characteristic; default strength, with a note. */
  readonly axes?: Axis | Readonly<Record<string, Axis>>;
  /** By name of the field; default group account, not sensitive, with a note. */
  readonly features?: Readonly<Record<string, PmmlFeature>>;
  /** Default none: everybody is ordinary. */
  readonly rules?: readonly TypeRule[];
  /** Needed where a rule makes existing high-quality customers; without such a rule the core test is never asked. */
  readonly core?: readonly Condition[];
  /** Points of levels are those of the card, that is, multiplied by its scale. */
  readonly levels?: readonly Level[];
  readonly currency?: PmmlCurrency;
  /** `"ignore"`: what `toPmml` put beside the scorecard is not read; default `"read"`. */
  readonly extension?: (typeof EXTENSION_USES)[number];
  /** Most characters of the text, 1 to 100,000,000; default 5,000,000. */
  readonly maxLength?: number;
  /** Most elements inside one another, 10 to 500; default 100. */
  readonly maxDepth?: number;
}

/** Longest text that is read unless the caller says otherwise. */
export const DEFAULT_MAX_LENGTH = 5_000_000;
/** Deepest nesting that is read unless the caller says otherwise. */
export const DEFAULT_MAX_DEPTH = 100;

const MOST_CHARACTERS = 100_000_000;
const LEAST_DEPTH = 10;
const MOST_DEPTH = 500;

const CODE = "customer-classification/invalid-pmml-options" satisfies CustomerClassificationErrorCode;

const axis = oneOf(AXES);
const axes = recordOf(axis);

const policy: Members<Partial<Policy>> = {
  id: optional(policyMembers.id),
  version: optional(policyMembers.version),
  status: optional(policyMembers.status),
  effectiveFrom: optional(policyMembers.effectiveFrom),
  effectiveTo: policyMembers.effectiveTo,
  sources: optional(policyMembers.sources),
};

/** A currency in use. */
function readCode(code: string, path: Path): string {
  return isCurrency(code) ? code : refuseKind(CODE, path, "not an active ISO 4217 code in capitals", code);
}

const readShape = shapeOf<FromPmmlOptions>({
  policy: optional(shapeOf<Partial<Policy>>(policy)),
  axes: optional((value, path, code) =>
    typeof value === "string" ? axis(value, path, code) : axes(value, path, code),
  ),
  features: optional(
    recordOf(
      shapeOf<PmmlFeature>({
        group: optional(oneOf(FEATURE_GROUPS)),
        sensitive: optional(readFlag),
        window: optional(readText),
        protectedGround: optional(oneOf(GROUND_DECLARATIONS)),
      }),
    ),
  ),
  // rules, core and levels are read whole with the card
  rules: optional(listOf<TypeRule>(readObject)),
  core: optional(listOf<Condition>(asGiven)),
  levels: optional(listOf<Level>(asGiven)),
  currency: optional(shapeOf<PmmlCurrency>({ code: readCode, fields: listOf(readText) })),
  extension: optional(oneOf(EXTENSION_USES)),
  maxLength: optional(wholeNumber(1, MOST_CHARACTERS)),
  maxDepth: optional(wholeNumber(LEAST_DEPTH, MOST_DEPTH)),
});

/** Reads the options of a call. */
export function readOptions(options: FromPmmlOptions): FromPmmlOptions {
  return readShape(options, ["options"], CODE);
}

/** Refuses what is said of something that the document does not have. */
export function requireNamed(names: readonly string[], known: readonly string[], at: Path): void {
  for (const [index, name] of names.entries()) {
    if (known.includes(name)) continue;
    refuse(CODE, at.at(-1) === "fields" ? [...at, index] : [...at, name], "not in the document", { known });
  }
}

/** What a document with the whole card in it says itself. */
const SAID_BY_THE_CARD = ["policy", "axes", "features", "rules", "core", "levels", "currency"] as const;

/** Refuses options for what the extension of the document has. */
export function requireNoOverrides(options: FromPmmlOptions): void {
  for (const name of SAID_BY_THE_CARD) {
    if (options[name] !== undefined) refuse(CODE, ["options", name], "the document has the card whole", {});
  }
}
