import { fromDayNumber, issueOf, policyAt, type Issue, type LocalDate } from "../../core/index.ts";
import { inTheirWords, readDate } from "../../core/inner.ts";
import type { ResolvedCard } from "../card/resolved.ts";
import type { CardStamp, Scorecard } from "../card/scorecard.ts";
import { resolvedCardAt } from "./card-at.ts";
import { readRegister } from "./read-register.ts";
import type { RegisterIssue } from "./reasons.ts";
import type { CardRegister, RegisteredCard } from "./registered-card.ts";
import { isSamePerson, type CardSignOff } from "./sign-off.ts";

/** The card that was in force on a day. */
export interface CardInForce {
  readonly card: Scorecard;
  readonly stamp: CardStamp;
  /** Null when nobody has signed it. */
  readonly signOff: CardSignOff | null;
  /** What is wrong with this entry of the register; empty when nothing is. */
  readonly issues: readonly RegisterIssue[];
}

/** An entry with its card read. */
interface ReadEntry {
  readonly index: number;
  readonly ready: ResolvedCard;
  readonly signOff: CardSignOff | undefined;
}

function signatureIssues({ index, ready, signOff }: ReadEntry): readonly RegisterIssue[] {
  const { id: card, version, hash } = ready.stamp;
  const { effectiveFrom } = ready.card;
  const path = ["entries", index];
  if (signOff === undefined)
    return [{ code: "customer-classification/card-unsigned", path, details: { card, version } }];
  const at = [...path, "signOff"];
  const { signedOn, measurement } = signOff;
  const issues: RegisterIssue[] = [];
  const signed = signOff.card;
  if (signed.hash !== hash || signed.id !== card || signed.version !== version) {
    issues.push({
      code: "customer-classification/card-changed-after-signature",
      path: [...at, "card"],
      details: { card, version, hash, signedHash: signed.hash },
    });
  }
  if (isSamePerson(signOff.signedBy, signOff.author)) {
    const details = { card, version };
    issues.push({ code: "customer-classification/card-signed-by-author", path: [...at, "signedBy"], details });
  }
  if (signedOn > effectiveFrom) {
    const details = { card, version, signedOn, effectiveFrom };
    issues.push({ code: "customer-classification/card-signed-late", path: [...at, "signedOn"], details });
  }
  if (measurement !== undefined && measurement.on > signedOn) {
    const details = { card, version, measuredOn: measurement.on, signedOn };
    issues.push({ code: "customer-classification/card-measured-late", path: [...at, "measurement", "on"], details });
  }
  if (!signOff.lint.passed) {
    const details = { card, version };
    issues.push({ code: "customer-classification/card-signed-unpassed", path: [...at, "lint", "passed"], details });
  }
  return issues;
}

/** Days on which two versions are in force, or none is, between the first and the last of the register. */
function coverageIssues(entries: readonly ReadEntry[]): readonly RegisterIssue[] {
  const inOrder = [...entries].sort((a, b) => a.ready.effectiveFrom - b.ready.effectiveFrom || a.index - b.index);
  return inOrder.flatMap(({ index, ready }, at): RegisterIssue[] => {
    const earlier = inOrder.slice(0, at);
    const path = ["entries", index];
    const overlaps = earlier.flatMap((other): RegisterIssue[] => {
      const to = Math.min(other.ready.effectiveTo, ready.effectiveTo);
      if (to <= ready.effectiveFrom) return [];
      const until = Number.isFinite(to) ? { to: fromDayNumber(to) } : {};
      const days = { from: ready.card.effectiveFrom, ...until };
      const [before, own] = [other.ready.stamp, ready.stamp];
      if (before.id !== own.id) {
        const cards = [before.id, own.id];
        return [{ code: "customer-classification/cards-of-two-ids", path, details: { cards, ...days } }];
      }
      const details = { versions: [before.version, own.version], ...days };
      return [{ code: "customer-classification/cards-overlap", path, details }];
    });
    const covered = earlier.reduce((latest, other) => Math.max(latest, other.ready.effectiveTo), -Infinity);
    if (at === 0 || covered >= ready.effectiveFrom) return overlaps;
    const details = { from: fromDayNumber(covered), to: ready.card.effectiveFrom };
    return [...overlaps, { code: "customer-classification/cards-gap", path, details }];
  });
}

/** A version that names two contents. */
function versionIssues(entries: readonly ReadEntry[]): readonly RegisterIssue[] {
  return entries.flatMap(({ index, ready }, at): RegisterIssue[] => {
    const { id: card, version } = ready.stamp;
    const isTwice = entries
      .slice(0, at)
      .some((other) => other.ready.stamp.id === card && other.ready.stamp.version === version);
    if (!isTwice) return [];
    const path = ["entries", index, "card", "version"];
    return [{ code: "customer-classification/card-version-twice", path, details: { card, version } }];
  });
}

const issuesAmong = (entries: readonly ReadEntry[]): readonly RegisterIssue[] => [
  ...entries.flatMap(signatureIssues),
  ...versionIssues(entries),
  ...coverageIssues(entries),
];

/**
 * What is wrong in a register of cards (评分卡登记簿检查): cards nobody has signed, cards changed after they were signed (the
 * content hash is another), signatures of the author, after the first day in force or without a passed lint, days on which
 * two versions are in force or none is, and versions that name two contents.
 *
 * The lint is not run again: the record says what it said on the day of the signature, and a later edition of this library
 * may know more.
 *
 * @param register - register, as it came from JSON
 * @returns issues with the path inside the register; a document that cannot be read, or a card in it, is an issue too
 * @throws nothing because of what the register says
 * @example
 * const card = { ...exampleRetailCard, id: "acme.retail-card", status: "house", effectiveFrom: "2026-04-01" } as const;
 * const signed = signOffCard(card, { author: "Retail analytics", signedBy: "E-1017", role: "credit committee", signedOn: "2026-03-20" });
 * const register = { id: "acme.cards", entries: signed.ok ? [{ card, signOff: signed.signOff }] : [] };
 * checkCardRegister(register) // => []
 * checkCardRegister({ id: "acme.cards", entries: [{ card }] }) // => [{ code: "customer-classification/card-unsigned", path: ["entries", 0], details: { card: "acme.retail-card", version: "1" } }]
 * @since 0.1.0
 */
export function checkCardRegister(register: CardRegister): readonly Issue[] {
  let entries: readonly RegisteredCard[];
  try {
    ({ entries } = readRegister(register, []));
  } catch (error) {
    return [issueOf(error)];
  }
  const issues: Issue[] = [];
  const read = entries.flatMap(({ card, signOff }, index): ReadEntry[] => {
    try {
      return [{ index, ready: resolvedCardAt(card, ["entries", index, "card"]), signOff }];
    } catch (error) {
      issues.push(issueOf(error));
      return [];
    }
  });
  return [...issues, ...issuesAmong(read)];
}

/**
 * Which card said what on a day (某日适用的评分卡): the version of a register that was in force, its stamp, its signature, and
 * what is wrong with it.
 *
 * @param register - register, as it came from JSON
 * @param date - civil date
 * @returns the card with its signature; `issues` as {@link checkCardRegister} has them for this entry
 * @throws `core/no-policy-in-force` when no version was in force on the date
 * @throws `core/invalid-policy` when two were, or an envelope is broken; `core/invalid-date`
 * @throws `customer-classification/invalid-register` when the register has a member nobody knows or of another kind
 * @throws `customer-classification/invalid-card`, with the path inside `register`; see {@link prepareScorecard}
 * @example
 * const first = { ...exampleRetailCard, effectiveTo: "2026-04-01" } as const;
 * const second = { ...exampleRetailCard, version: "2", effectiveFrom: "2026-04-01" } as const;
 * const register = { id: "example.cards", entries: [{ card: second }, { card: first }] };
 * cardInForce(register, "2026-03-31").stamp.version // => "1"
 * cardInForce(register, "2026-04-01").stamp.version // => "2"
 * cardInForce(register, "2026-04-01").issues.map(({ code }) => code) // => ["customer-classification/card-unsigned"]
 * @since 0.1.0
 */
export function cardInForce(register: CardRegister, date: LocalDate): CardInForce {
  const { entries } = readRegister(register, ["register"]);
  readDate(date, ["date"]);
  const read = entries.map(({ card, signOff }, index): ReadEntry => {
    const ready = resolvedCardAt(card, ["register", "entries", index, "card"]);
    return { index, ready, signOff };
  });
  // the envelope of each card, with the entry it is of
  const versions = read.map((entry) => ({ ...entry.ready.card, entry }));
  const { entry } = inTheirWords({ list: ["register", "entries"], date: ["date"] }, () => policyAt(versions, date));
  const issues = issuesAmong(read).filter(({ path }) => path[1] === entry.index);
  return { card: entry.ready.card, stamp: entry.ready.stamp, signOff: entry.signOff ?? null, issues };
}
