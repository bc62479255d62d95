import type { LocalDate, Path } from "../../core/index.ts";
import { byTag, listOf, nullable, oneOf, readDate, readText, refuse, rowOf, type Members } from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import { readMoney } from "../../money/inner.ts";
import type { ClientErrorCode } from "../errors.ts";
import { RECORDED } from "../recorded.ts";
import type { EmployeeId, Recorded } from "../types.ts";
import type { RawAndDerived } from "./reasons.ts";

/** The groups of features a bank knows its clients by. */
export const CLIENT_FEATURE_GROUPS = ["basic", "purchase", "account", "need"] as const;

/** A group of features: basic, purchase behaviour, account, service need (基本、购买行为、账户、服务需求特征). */
export type ClientFeatureGroup = (typeof CLIENT_FEATURE_GROUPS)[number];

/** Types of data that were given or observed. */
export const RAW_DATA_TYPES = ["profile", "behavioural", "attitudinal"] as const;

/** Type of what was given or observed: profile, behaviour, attitude (公司概况、行为、态度). */
export type RawDataType = (typeof RAW_DATA_TYPES)[number];

/** The four types of data (四类数据). */
export const CLIENT_DATA_TYPES = [...RAW_DATA_TYPES, "derived"] as const;

/** A type of data: what was given or observed, or derived from it (衍生). */
export type ClientDataType = (typeof CLIENT_DATA_TYPES)[number];

/** What a feature may be: a text (a number as a decimal string), an answer, an amount. */
export type FactValue = string | boolean | Money;

interface FactBase extends Recorded {
  /** The bank's own id of the feature; either raw or derived, in the whole file. */
  readonly feature: string;
  readonly value: FactValue;
  /** Where it comes from: the client, a visit, a register, a system of the bank. */
  readonly source: string;
  /** The day it describes. */
  readonly asOf: LocalDate;
  /** Who recorded it. */
  readonly by?: EmployeeId;
}

/** A value that was given or observed. */
export interface RawFact extends FactBase {
  readonly dataType: RawDataType;
  readonly group: ClientFeatureGroup;
}

/** How a value was derived. */
export interface Derivation {
  /** Rule or model, and its version. */
  readonly rule: string;
  readonly version: string;
  /** Features it was derived from, raw or derived; at least one. */
  readonly from: readonly string[];
}

/** A value that was computed or judged from others (衍生数据): never in a group of raw features. */
export interface DerivedFact extends FactBase {
  readonly dataType: "derived";
  readonly derivation: Derivation;
}

/** One value of one feature of a client, on a day. */
export type ClientFact = RawFact | DerivedFact;

function readValue(value: FactValue, path: Path, code: string): FactValue {
  if (typeof value === "object") return readMoney(value, path, code);
  return typeof value === "boolean" ? value : readText(value, path, code);
}

/** Members of every value of a feature. */
export const FACT: Members<FactBase> = {
  ...RECORDED,
  feature: readText,
  value: readValue,
  source: readText,
  asOf: readDate,
  by: nullable(readText),
};

/** Members of a value that was given or observed. */
export const RAW_FACT: Members<RawFact> = {
  ...FACT,
  dataType: oneOf(RAW_DATA_TYPES),
  group: oneOf(CLIENT_FEATURE_GROUPS),
};

/** Members of a derived value. */
export const DERIVED_FACT: Members<DerivedFact> = {
  ...FACT,
  dataType: oneOf(["derived"]),
  derivation: rowOf<Derivation>({ rule: readText, version: readText, from: listOf(readText, 1) }),
};

/** How a value mixes what is raw with what is derived; null when it does not. */
export function mixedIn(fact: Partial<RawFact> | Partial<DerivedFact>): RawAndDerived | null {
  const { dataType, group, derivation } = fact as Partial<Omit<RawFact, "dataType">> & Partial<DerivedFact>;
  if (dataType === "derived") return (group ?? null) === null ? null : "derived-in-raw-group";
  return (derivation ?? null) === null ? null : "raw-with-derivation";
}

const readRaw = rowOf(RAW_FACT);
const readArm = byTag<ClientFact, "dataType">("dataType", {
  profile: readRaw,
  behavioural: readRaw,
  attitudinal: readRaw,
  derived: rowOf(DERIVED_FACT),
});

/** A value of a feature, which is raw or derived and not both. */
export function readFact(value: ClientFact, path: Path, code: string): ClientFact {
  const fact = readArm(value, path, code);
  const reason = mixedIn(fact);
  if (reason === null) return fact;
  const mixed: ClientErrorCode = "client/raw-and-derived";
  const member = reason === "derived-in-raw-group" ? "group" : "derivation";
  return refuse(mixed, [...path, member], "raw and derived mixed", { feature: fact.feature, reason });
}
