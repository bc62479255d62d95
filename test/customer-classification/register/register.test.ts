import { describe, expect, test } from "vitest";
import * as z from "zod";

import { derivePolicy } from "../../../src/core/index.ts";
import {
  cardInForce,
  checkCardRegister,
  classify,
  diffCards,
  exampleRetailCard,
  exampleStarRateCard,
  lintScorecard,
  prepareScorecard,
  signOffCard,
  type CardRegister,
  type CardSigning,
  type CardSignOff,
  type Scorecard,
} from "../../../src/customer-classification/index.ts";
import { CardRegisterSchema, CardSigningSchema } from "../../../src/customer-classification/schema.ts";
import { refusalOf } from "../../support/refusal.ts";
import { asOf, cardOf, lines, sound } from "../cards.ts";

const version = (
  number: string,
  effectiveFrom: string,
  effectiveTo?: string,
  changes: Partial<Scorecard> = {},
): Scorecard =>
  derivePolicy<Scorecard>(
    exampleRetailCard,
    { effectiveFrom, ...(effectiveTo === undefined ? {} : { effectiveTo }), ...changes },
    { id: "acme.retail-card", version: number, source: `credit committee ${number}` },
  );

const signing: CardSigning = {
  author: "Retail analytics",
  signedBy: "E-1017",
  role: "credit committee",
  signedOn: "2025-12-15",
};

function signed(card: Scorecard, changes: Partial<CardSigning> = {}): CardSignOff {
  const outcome = signOffCard(card, { ...signing, ...changes });
  return outcome.ok ? outcome.signOff : expect.unreachable(outcome.reason);
}

const first = version("1", "2026-01-01", "2026-04-01");
const second = version("2", "2026-04-01", undefined, {
  core: [...exampleRetailCard.core, { test: "total", atLeast: 100 }],
});
const register: CardRegister = {
  id: "acme.cards",
  entries: [
    { card: second, signOff: signed(second, { signedOn: "2026-03-20" }) },
    { card: first, signOff: signed(first) },
  ],
};

/** A card with one note of the lint, and its acceptance. */
const noted = cardOf([lines.money, lines.flag], { effectiveFrom: "2026-01-01" });
const findings = lintScorecard(noted).findings;
const acceptAll = findings.map(({ rule, path }) => ({ rule, path, reason: "seen" }));

describe("a card is signed off", () => {
  test("with its stamp, who, as what, when, and what the lint said", () => {
    const measurement = {
      what: "defaults of 2025",
      figures: { auc: "0.71", n: "1200" },
      on: "2025-12-01",
      sample: "all",
    };
    expect(signOffCard(first, { ...signing, measurement })).toStrictEqual({
      ok: true,
      signOff: {
        card: prepareScorecard(first).stamp,
        ...signing,
        measurement,
        lint: { passed: true, accepted: [] },
      },
    });
    expect(signOffCard(prepareScorecard(first), signing)).toStrictEqual(signOffCard(first, signing));
  });
  test("never by its author", () => {
    expect(signOffCard(first, { ...signing, signedBy: signing.author })).toStrictEqual({
      ok: false,
      reason: "signed-by-author",
      details: { signedOn: signing.signedOn },
    });
  });
  test("nor by its author in another spelling", () => {
    const under = (author: string, signedBy: string) => signOffCard(first, { ...signing, author, signedBy });
    expect(under("E-1017", " e-1017 ")).toMatchObject({ ok: false, reason: "signed-by-author" });
    expect(under("Müller", "MÜLLER\t")).toMatchObject({ ok: false, reason: "signed-by-author" });
    expect(under("E-1017", "E-1018").ok).toBe(true);
  });
  test("on the first day it is in force at the latest", () => {
    expect(signOffCard(first, { ...signing, signedOn: "2026-01-01" }).ok).toBe(true);
    expect(signOffCard(first, { ...signing, signedOn: "2026-01-02" })).toStrictEqual({
      ok: false,
      reason: "signed-after-in-force",
      details: { signedOn: "2026-01-02", effectiveFrom: "2026-01-01" },
    });
  });
  test("on a measurement that was made by then", () => {
    const measured = (on: string): unknown =>
      signOffCard(first, { ...signing, measurement: { what: "w", figures: {}, on, sample: "s" } });
    expect(measured("2025-12-15")).toMatchObject({ ok: true });
    expect(measured("2025-12-16")).toStrictEqual({
      ok: false,
      reason: "measured-after-signature",
      details: { measuredOn: "2025-12-16", signedOn: "2025-12-15" },
    });
  });
  test("never with an error of the lint, accepted or not", () => {
    const plain = cardOf([{ ...lines.flag, feature: "married" }], { effectiveFrom: "2026-01-01" });
    const card: Scorecard = { ...plain, features: { married: { kind: "flag", group: "basic", sensitive: true } } };
    const accepted = lintScorecard(card).findings.map(({ rule, path }) => ({ rule, path, reason: "seen" }));
    expect(accepted.map(({ rule }) => rule)).toContain("undeclared-ground");
    expect(signOffCard(card, { ...signing, accepted })).toMatchObject({
      ok: false,
      reason: "card-has-lint-errors",
      details: { rules: ["undeclared-ground"], findings: [{ severity: "error", details: { feature: "married" } }] },
    });
  });
  test("each of several findings of one rule and place wants a reason of its own", () => {
    const card: Scorecard = { ...exampleStarRateCard, effectiveFrom: signing.signedOn };
    const findings = lintScorecard(card).findings.filter(({ rule }) => rule === "type-without-rule");
    expect(findings.map(({ path }) => path)).toStrictEqual([["rules"], ["rules"]]);
    const all = lintScorecard(card).findings.map(({ rule, path }) => ({ rule, path, reason: "seen" }));
    const of = (accepted: typeof all) => signOffCard(card, { ...signing, accepted });
    expect(of(all)).toMatchObject({ ok: true });
    expect(of(all.slice(1))).toMatchObject({ reason: "findings-not-accepted", details: { findings: [findings[1]] } });
    expect(of([...all, ...all.slice(0, 1)])).toMatchObject({
      reason: "accepted-without-finding",
      details: { places: [all.length] },
    });
  });
  test("when every other finding is accepted with a reason, and no other is", () => {
    expect(findings.length).toBeGreaterThan(1);
    expect(signOffCard(noted, signing)).toStrictEqual({
      ok: false,
      reason: "findings-not-accepted",
      details: { rules: [...new Set(findings.map(({ rule }) => rule))], findings },
    });
    const [one, ...others] = acceptAll;
    expect(signOffCard(noted, { ...signing, accepted: others })).toMatchObject({
      reason: "findings-not-accepted",
      details: { rules: [one?.rule], findings: [findings[0]] },
    });
    expect(signOffCard(noted, { ...signing, accepted: acceptAll })).toMatchObject({
      ok: true,
      signOff: { lint: { passed: true, accepted: acceptAll } },
    });
    const stray = { rule: "sensitive-feature", path: ["core", 0], reason: "of another version" } as const;
    expect(signOffCard(noted, { ...signing, accepted: [...acceptAll, stray] })).toStrictEqual({
      ok: false,
      reason: "accepted-without-finding",
      details: { rules: ["sensitive-feature"], places: [acceptAll.length] },
    });
  });
  test.each<[object, readonly (string | number)[]]>([
    [{ role: " " }, ["signing", "role"]],
    [{ signed_by: "x" }, ["signing", "signed_by"]],
    [{ accepted: [{ rule: "sensitve-feature", path: [], reason: "r" }] }, ["signing", "accepted", 0, "rule"]],
    [{ accepted: [{ rule: "sensitive-feature", path: [-1], reason: "r" }] }, ["signing", "accepted", 0, "path", 0]],
    [{ accepted: [{ rule: "sensitive-feature", path: [], reason: "" }] }, ["signing", "accepted", 0, "reason"]],
    [
      { measurement: { what: "w", figures: { auc: 0.7 }, on: asOf, sample: "s" } },
      ["signing", "measurement", "figures", "auc"],
    ],
  ])("what is said is read whole: %j", (changes, path) => {
    expect(refusalOf(() => signOffCard(first, { ...signing, ...changes }))).toMatchObject({
      code: "customer-classification/invalid-sign-off",
      path,
    });
  });
  test("a card that is none is refused at its place", () => {
    expect(refusalOf(() => signOffCard({ ...first, currency: "cny" }, signing))).toMatchObject({
      code: "customer-classification/invalid-card",
      path: ["card", "currency"],
    });
  });
});

describe("a register says which card was in force on any day, and who signed it", () => {
  test.each([
    ["2026-01-01", "1"],
    ["2026-03-31", "1"],
    ["2026-04-01", "2"],
    ["2099-12-31", "2"],
  ])("on %s version %s", (date, expected) => {
    const found = cardInForce(register, date);
    expect(found.stamp).toStrictEqual(prepareScorecard(expected === "1" ? first : second).stamp);
    expect(found.signOff?.card).toStrictEqual(found.stamp);
    expect(found.issues).toStrictEqual([]);
    expect(found.card).toStrictEqual(expected === "1" ? first : second);
  });
  test("and the card can be used as it comes, and explains what was classified with it", () => {
    const { card, stamp } = cardInForce(JSON.parse(JSON.stringify(register)) as CardRegister, asOf);
    const result = classify(card, sound, { asOf });
    expect(result.card).toStrictEqual(stamp);
    expect(diffCards(card, first)).toStrictEqual([]);
    expect(diffCards(first, second).map(({ line }) => line)).toContain("card-test-added");
  });
  test("on a day before all of them there is none, and no day is not one", () => {
    expect(refusalOf(() => cardInForce(register, "2025-12-31"))).toMatchObject({
      code: "core/no-policy-in-force",
      path: ["date"],
    });
    expect(refusalOf(() => cardInForce(register, "2026-02-30"))).toMatchObject({
      code: "core/invalid-date",
      path: ["date"],
    });
  });
  test("on a day with two the answer would depend on the order, so that there is none", () => {
    const both = { id: "r", entries: [{ card: first }, { card: version("3", "2026-03-01") }] };
    expect(cardInForce(both, "2026-02-28").stamp.version).toBe("1");
    expect(refusalOf(() => cardInForce(both, "2026-03-01"))).toMatchObject({
      code: "core/invalid-policy",
      path: ["register", "entries", 1],
      details: { versions: ["1", "3"] },
    });
  });
  test("a card that nobody signed, or that was changed since, is given with what is wrong with it", () => {
    const changed = { ...second, core: exampleRetailCard.core } as Scorecard;
    const [newer, older] = register.entries;
    const loose: CardRegister = { id: "r", entries: [{ ...newer, card: changed }, { card: older?.card ?? first }] };
    expect(cardInForce(loose, "2026-01-01")).toMatchObject({
      signOff: null,
      issues: [{ code: "customer-classification/card-unsigned", path: ["entries", 1] }],
    });
    expect(cardInForce(loose, "2026-04-01").issues).toStrictEqual([
      {
        code: "customer-classification/card-changed-after-signature",
        path: ["entries", 0, "signOff", "card"],
        details: {
          card: "acme.retail-card",
          version: "2",
          hash: prepareScorecard(changed).stamp.hash,
          signedHash: prepareScorecard(second).stamp.hash,
        },
      },
    ]);
  });
});

describe("what is wrong in a register", () => {
  const of = (...entries: CardRegister["entries"]): unknown =>
    checkCardRegister({ id: "r", entries }).map(({ code, path, details }) => [code.slice(24), path, details]);
  const ofVersion = { card: "acme.retail-card", version: "1" };
  const sealed = signed(first);
  test("nothing in a sound one, nor in an empty one", () => {
    expect(checkCardRegister(register)).toStrictEqual([]);
    expect(of()).toStrictEqual([]);
  });
  test.each<[string, CardSignOff | undefined, unknown]>([
    ["unsigned", undefined, [["card-unsigned", ["entries", 0], ofVersion]]],
    [
      "signed by its author",
      { ...sealed, signedBy: sealed.author },
      [["card-signed-by-author", ["entries", 0, "signOff", "signedBy"], ofVersion]],
    ],
    [
      "signed by its author in another spelling",
      { ...sealed, signedBy: ` ${sealed.author.toUpperCase()}` },
      [["card-signed-by-author", ["entries", 0, "signOff", "signedBy"], ofVersion]],
    ],
    [
      "signed after it came into force",
      { ...sealed, signedOn: "2026-01-02" },
      [
        [
          "card-signed-late",
          ["entries", 0, "signOff", "signedOn"],
          { ...ofVersion, signedOn: "2026-01-02", effectiveFrom: "2026-01-01" },
        ],
      ],
    ],
    [
      "measured after the signature",
      { ...sealed, measurement: { what: "w", figures: {}, on: "2025-12-16", sample: "s" } },
      [
        [
          "card-measured-late",
          ["entries", 0, "signOff", "measurement", "on"],
          { ...ofVersion, measuredOn: "2025-12-16", signedOn: "2025-12-15" },
        ],
      ],
    ],
    [
      "signed with faults",
      { ...sealed, lint: { passed: false, accepted: [] } },
      [["card-signed-unpassed", ["entries", 0, "signOff", "lint", "passed"], ofVersion]],
    ],
  ])("%s", (_, signOff, expected) => {
    expect(of({ card: first, ...(signOff === undefined ? {} : { signOff }) })).toStrictEqual(expected);
  });
  test("a card with the signature of another version", () => {
    const { hash } = prepareScorecard(first).stamp;
    expect(of({ card: first, signOff: signed(second) })).toMatchObject([
      ["card-changed-after-signature", ["entries", 0, "signOff", "card"], { hash, version: "1" }],
    ]);
  });
  test("days with two versions, days with none, and a version twice", () => {
    const sign = (card: Scorecard): CardRegister["entries"][number] => ({ card, signOff: signed(card) });
    const a = version("1", "2026-01-01", "2026-03-01");
    const b = version("2", "2026-02-01", "2026-04-01");
    const c = version("3", "2026-05-01");
    const d = version("3", "2026-06-01");
    expect(of(sign(d), sign(c), sign(b), sign(a))).toStrictEqual([
      ["card-version-twice", ["entries", 1, "card", "version"], { card: "acme.retail-card", version: "3" }],
      ["cards-overlap", ["entries", 2], { versions: ["1", "2"], from: "2026-02-01", to: "2026-03-01" }],
      ["cards-gap", ["entries", 1], { from: "2026-04-01", to: "2026-05-01" }],
      ["cards-overlap", ["entries", 0], { versions: ["3", "3"], from: "2026-06-01" }],
    ]);
    // a short one inside a long one leaves no gap behind it
    const inside = [version("1", "2026-01-01", "2026-12-01"), version("2", "2026-02-01", "2026-03-01")];
    expect(of(...inside.map(sign), sign(version("3", "2026-12-01")))).toStrictEqual([
      ["cards-overlap", ["entries", 1], { versions: ["1", "2"], from: "2026-02-01", to: "2026-03-01" }],
    ]);
  });
  test("cards of two ids are told apart from two versions of one; one may follow the other", () => {
    const sign = (card: Scorecard): CardRegister["entries"][number] => ({ card, signOff: signed(card) });
    const own = version("1", "2026-01-01", "2026-03-01");
    const other = { ...version("1", "2026-02-01"), id: "acme.other-card" };
    const cards = ["acme.retail-card", "acme.other-card"];
    expect(of(sign(own), sign(other))).toStrictEqual([
      ["cards-of-two-ids", ["entries", 1], { cards, from: "2026-02-01", to: "2026-03-01" }],
    ]);
    expect(of(sign(own), sign({ ...other, effectiveFrom: "2026-03-01" }))).toStrictEqual([]);
  });
  test("what cannot be read is an issue, and the rest is looked at all the same", () => {
    const broken = { ...first, currency: "cny" };
    expect(of({ card: broken, signOff: sealed }, { card: second })).toMatchObject([
      ["invalid-card", ["entries", 0, "card", "currency"], { reason: "unknown-currency" }],
      ["card-unsigned", ["entries", 1], { version: "2" }],
    ]);
    for (const [wrong, path] of [
      [null, []],
      ["x", []],
      [{ id: "r" }, ["entries"]],
      [{ id: "r", entries: [{ card: first, signoff: sealed }] }, ["entries", 0, "signoff"]],
      [
        { id: "r", entries: [{ card: first, signOff: { ...sealed, card: { ...sealed.card, hash: "1" } } }] },
        ["entries", 0, "signOff", "card", "hash"],
      ],
    ] as const) {
      expect(checkCardRegister(wrong as never)).toMatchObject([
        { code: "customer-classification/invalid-register", path },
      ]);
      expect(refusalOf(() => cardInForce(wrong as never, asOf))).toMatchObject({
        code: "customer-classification/invalid-register",
        path: ["register", ...path],
      });
    }
  });
});

test("a card changed where it lies, after it was first read, is compared, signed and checked as it is now", () => {
  const card = structuredClone(first) as { levels?: { id: string; atLeast: number }[] } & Scorecard;
  const { stamp } = prepareScorecard(card);
  const before = signOffCard(card, signing);
  if (!before.ok) throw new Error(before.reason);
  const register: CardRegister = { id: "acme.cards", entries: [{ card, signOff: before.signOff }] };
  expect(checkCardRegister(register)).toStrictEqual([]);
  card.levels = [{ id: "top", atLeast: 50 }];
  const now = prepareScorecard({ ...card });
  expect(now.stamp.hash).not.toBe(stamp.hash);
  expect(diffCards(first, card).map(({ path }) => path)).toStrictEqual([["levels", 0]]);
  expect(checkCardRegister(register)).toMatchObject([
    { code: "customer-classification/card-changed-after-signature", details: { hash: now.stamp.hash } },
  ]);
  expect(cardInForce(register, asOf).stamp).toStrictEqual(now.stamp);
  expect(signOffCard(card, signing)).toMatchObject({ ok: true, signOff: { card: now.stamp } });
  card.levels = [];
  Object.assign(card, { rules: 5 });
  expect(refusalOf(() => signOffCard(card, signing))).toMatchObject({ path: ["card", "rules"] });
});

describe("a register is JSON", () => {
  test("that its schema takes as it went, and refuses misspelt", () => {
    expect(CardRegisterSchema.parse(JSON.parse(JSON.stringify(register)))).toStrictEqual(register);
    expect(CardSigningSchema.parse({ ...signing, accepted: acceptAll })).toStrictEqual({
      ...signing,
      accepted: acceptAll,
    });
    expect(CardRegisterSchema.safeParse({ ...register, entrys: [] }).success).toBe(false);
    expect(z.toJSONSchema(CardRegisterSchema)).toMatchObject({ type: "object", additionalProperties: false });
  });
});
