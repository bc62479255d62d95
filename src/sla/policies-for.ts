import { dayAt, zoneTable } from "../calendar/inner.ts";
import { fromDayNumber, toInstantParts, type CoreErrorCode, type Instant, type LocalDate } from "../core/index.ts";
import {
  inTheirWords,
  optional,
  orNull,
  readDate,
  readList,
  readMoment,
  readOneOf,
  refuse,
  rowOf,
  shapeOf,
  type Optional,
  type Reader,
} from "../core/inner.ts";
import { readEvents } from "./engine/event-reading.ts";
import type { SlaErrorCode } from "./errors.ts";
import type { SlaEvent } from "./events.ts";
import { lineOfDay } from "./in-force.ts";
import type { SlaPolicy } from "./policy-types.ts";
import { compiledPolicy } from "./prepare.ts";
import {
  SLA_FACT_WORDS,
  SLA_FACTS,
  SLA_NARROWER,
  type SlaFact,
  type SlaReceipt,
  type SlaScope,
  type SlaScopeLine,
} from "./scope.ts";

/**
 * A case, as far as its receipt goes: a row with its day of receipt, or its moment, or its events, of which the first
 * `received` counts. A complaint and a case of a desk are such rows; a null of a database is nothing. Of several, the first
 * named here is taken.
 */
export interface SlaReceivedCase {
  /** Day of receipt, local to the place of the case. */
  readonly on?: LocalDate | null | undefined;
  /** Moment of receipt; its day is that of each policy's own zone. */
  readonly receivedAt?: Instant | null | undefined;
  /** What happened, as `evaluateSla` takes it. */
  readonly events?: readonly SlaEvent[] | null | undefined;
}

/**
 * What is known of a case. Each is a word of the shipped policies or one that a given policy names; what is not known is
 * left out; an undefined member, or a null of a database, is left out too.
 */
export interface SlaCaseFacts {
  /** What it is about: one of {@link SLA_MATTERS}. Default `complaint`. */
  readonly matter?: string | null | undefined;
  /** Whose rules apply: one of {@link SLA_PLACES}. */
  readonly place?: string | null | undefined;
  /** Who brought it: one of {@link SLA_ORIGINS}. */
  readonly origin?: string | null | undefined;
  /** What kind of institution answers: one of {@link SLA_INSTITUTIONS}. Default `bank`. */
  readonly institution?: string | null | undefined;
  /** The product it is about: one of {@link SLA_PRODUCTS}. */
  readonly product?: string | null | undefined;
}

/** Whether a policy is for a case. */
export const SLA_APPLICATIONS = ["applies", "does-not-apply", "unknown"] as const;
/** Whether a policy is for a case; `unknown` when a fact that decides is not known. */
export type SlaApplication = (typeof SLA_APPLICATIONS)[number];

/** Whether one policy is for a case, and why. */
export interface SlaPolicyApplication {
  /** As it was given. */
  readonly policy: SlaPolicy;
  readonly answer: SlaApplication;
  /** What the `received` event of the case has to be under this policy. */
  readonly receipt: SlaReceipt;
  /**
   * Why: everything that holds for one that applies, everything against one that does not, everything that is missing
   * for one of which it cannot be said; then from what its clocks run, unless it does not apply or that is the case's own
   * receipt.
   */
  readonly reasons: readonly SlaScopeLine[];
}

/** A member that may be absent, or null as an empty column of a table is. */
const orNothing = <T>(read: Reader<T>): Optional<T | null> => optional(orNull(read));

const caseShape = rowOf<SlaReceivedCase>({
  on: orNothing(readDate),
  receivedAt: orNothing(readMoment),
  events: orNothing((events: readonly SlaEvent[]) => events),
});

/** The facts of a case: words the shipped policies or a given one use. */
function readFacts(facts: SlaCaseFacts, policies: readonly SlaPolicy[]): SlaCaseFacts {
  const word = (fact: SlaFact): Optional<string | null> => {
    const given = policies.flatMap(({ appliesTo = {} }) => wordsOf(appliesTo, fact));
    const known: readonly string[] = [...new Set([...SLA_FACT_WORDS[fact], ...given])];
    const read: Reader<string> = (value, path, code) => readOneOf(value, known, path, code);
    return orNothing(read);
  };
  const shape = shapeOf<SlaCaseFacts>({
    matter: word("matter"),
    place: word("place"),
    origin: word("origin"),
    institution: word("institution"),
    product: word("product"),
  });
  return shape(facts, ["facts"], "sla/invalid-facts" satisfies SlaErrorCode);
}

/** What a scope says of one fact: the words it asks for. */
function askedOf(scope: SlaScope, fact: SlaFact): readonly string[] | undefined {
  switch (fact) {
    case "matter":
      return scope.matters;
    case "place":
      return scope.places;
    case "origin":
      return scope.origins;
    case "institution":
      return scope.institutions;
    case "product":
      return scope.products;
  }
}

const exceptedOf = (scope: SlaScope, fact: SlaFact): readonly string[] =>
  fact === "product" ? (scope.exceptProducts ?? []) : [];

const wordsOf = (scope: SlaScope, fact: SlaFact): readonly string[] => [
  ...(askedOf(scope, fact) ?? []),
  ...exceptedOf(scope, fact),
];

/** Whether a list has a word, or the wider word it is a kind of. */
function has(list: readonly string[], word: string): boolean {
  return list.includes(word) || list.some((wide) => SLA_NARROWER.get(wide)?.includes(word) === true);
}

/** Whether a list has a word that is a kind of what is known, so that it cannot be said. */
const hasNarrower = (list: readonly string[], word: string): boolean =>
  SLA_NARROWER.get(word)?.some((narrow) => list.includes(narrow)) === true;

/** What one fact says for or against a policy; null when the policy does not ask. */
function lineOf(scope: SlaScope, fact: SlaFact, value: string | null): SlaScopeLine | null {
  const asked = askedOf(scope, fact);
  const excepted = exceptedOf(scope, fact);
  if (asked === undefined && excepted.length === 0) return null;
  const words = asked ?? excepted;
  if (value === null) return { code: "rule-asks", fact, value, words };
  if (has(excepted, value)) return { code: "rule-excepts", fact, value };
  if (asked !== undefined && has(asked, value)) return { code: "rule-covers", fact, value };
  if (hasNarrower(words, value)) return { code: "rule-asks", fact, value, words };
  return asked === undefined
    ? { code: "rule-covers", fact, value }
    : { code: "rule-does-not-cover", fact, value, covers: asked };
}

const isThere = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

function answerOf({ code }: SlaScopeLine): SlaApplication {
  switch (code) {
    case "rule-in-force":
    case "rule-for-anything":
    case "rule-covers":
    case "rule-runs-from":
      return "applies";
    case "rule-not-yet-in-force":
    case "rule-no-longer-in-force":
    case "rule-does-not-cover":
    case "rule-excepts":
      return "does-not-apply";
    case "rule-before-oldest-read":
    case "rule-day-unknown":
    case "rule-asks":
      return "unknown";
  }
}

/** When a case was received: a day, a moment in seconds, or not known. */
type Received = { readonly on: LocalDate } | { readonly seconds: number } | null;

function receivedOf(given: SlaReceivedCase): Received {
  const { on, receivedAt, events } = caseShape(given, ["received"], "sla/invalid-case" satisfies SlaErrorCode);
  if (isThere(on)) return { on };
  if (isThere(receivedAt)) return { seconds: toInstantParts(receivedAt).seconds };
  if (!isThere(events)) return null;
  const read = inTheirWords({ events: ["received", "events"] }, () => readEvents(events));
  const first = read.find(({ event }) => event.type === "received");
  return first === undefined ? null : { seconds: first.seconds };
}

function dayIn(received: Received, { zone }: SlaPolicy): LocalDate | null {
  if (received === null) return null;
  return "on" in received ? received.on : fromDayNumber(dayAt(zoneTable(zone), received.seconds), "received");
}

function applicationOf(policy: SlaPolicy, on: LocalDate | null, facts: SlaCaseFacts): SlaPolicyApplication {
  const { appliesTo } = policy;
  const lines: SlaScopeLine[] = [on === null ? { code: "rule-day-unknown" } : lineOfDay(policy, on)];
  if (appliesTo === undefined) lines.push({ code: "rule-for-anything" });
  else {
    for (const fact of SLA_FACTS) {
      const line = lineOf(appliesTo, fact, facts[fact] ?? null);
      if (line !== null) lines.push(line);
    }
  }
  const answers = lines.map(answerOf);
  const answer = (["does-not-apply", "unknown"] as const).find((one) => answers.includes(one)) ?? "applies";
  const receipt = appliesTo?.receipt ?? "case";
  const reasons = lines.filter((_, index) => answers[index] === answer);
  if (answer !== "does-not-apply" && receipt !== "case") reasons.push({ code: "rule-runs-from", receipt });
  return { policy, answer, receipt, reasons };
}

/**
 * Which of the given policies a case is under, with the reasons (适用哪些时限规则): one call for a branch.
 *
 * Every policy gets an answer. It applies when it is in force on the day of receipt and covers what is known of the case;
 * it does not when one of these is against it; and it cannot be said when a fact that the policy asks for is not known,
 * or not exactly enough, or when the day is before the oldest text of a rule that was read (`since: "seen"`): unknown is not no. A policy without `appliesTo` is for whatever the caller gives it to. Of the
 * versions of one policy, the one in force answers.
 *
 * Clocks run from the receipt. Where that is not the receipt of the case (a complaint that an authority forwarded, a
 * review, a notice of error), `receipt` and the last reason say so: the `received` event is then that one. A wider word
 * covers its kinds (`regulator` a `central-bank`, `payment-service` an `electronic-transfer`, `loan` an
 * `open-end-credit`), and a case known by the wider word only is not known exactly enough for a rule about one kind.
 *
 * @param received - the case: its day, its moment or its events; a complaint or a case of a desk as it is
 * @param facts - what is known of it
 * @param policies - versions of any number of policies, such as `regulationPolicies`
 * @returns one entry per policy, in their order
 * @throws `sla/invalid-facts` for a member or a word that neither the shipped policies nor the given ones use
 * @throws `sla/invalid-case` for what is not a case; `sla/invalid-event`, `core/invalid-instant` or `core/invalid-date` for
 * its events, its moment or its day
 * @throws `sla/invalid-policy` and the other codes of {@link prepareSlaPolicy}; `core/invalid-policy` when two versions
 * of one id are in force on the day
 * @example
 * const facts = { place: "cn", origin: "client", product: "loan" };
 * const answers = policiesFor({ on: "2026-02-13" }, facts, [...regulationPolicies, ...complaintPolicies]);
 * answers.filter(({ answer }) => answer === "applies").map(({ policy }) => policy.id) // => ["cn.nfra.complaint", "source.complaint"]
 * policiesFor({ on: "2026-02-13" }, { product: "loan" }, [hkmaComplaintPolicy])[0]?.reasons // => [{ code: "rule-asks", fact: "place", value: null, words: ["hk"] }]
 * policiesFor({ on: "2026-02-13" }, { place: "chn" }, regulationPolicies) // throws sla/invalid-facts
 * @since 0.1.0
 */
export function policiesFor(
  received: SlaReceivedCase,
  facts: SlaCaseFacts,
  policies: readonly SlaPolicy[],
): readonly SlaPolicyApplication[] {
  const when = receivedOf(received);
  const list = readList(policies, ["policies"], "sla/invalid-policy" satisfies SlaErrorCode);
  const read = list.map((policy, index) => compiledPolicy(policy, ["policies", index]).policy);
  const given = readFacts(facts, read);
  const known: SlaCaseFacts = {
    ...given,
    matter: given.matter ?? "complaint",
    institution: given.institution ?? "bank",
  };
  const inForce = new Map<string, string>();
  return read.map((policy, index) => {
    const on = dayIn(when, policy);
    const { id, version } = policy;
    if (on !== null && lineOfDay(policy, on).code === "rule-in-force") {
      const other = inForce.get(id);
      if (other !== undefined) {
        refuse(
          "core/invalid-policy" satisfies CoreErrorCode,
          ["policies", index],
          "two versions are in force on the date",
          { date: on, versions: [other, version] },
        );
      }
      inForce.set(id, version);
    }
    return { ...applicationOf(policy, on, known), policy: list[index] ?? policy };
  });
}
