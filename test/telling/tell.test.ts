import { describe, expect, test } from "vitest";

import { DomainError } from "../../src/core/index.ts";
import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { label, OWN_LABEL_KINDS, tell, type Reason, type Words } from "../../src/telling/index.ts";
import { refusalOf } from "../support/refusal.ts";

const { dates } = en;

/** One sentence under the key `x`, with the dates of English. */
const words = (sentence: unknown, more: Readonly<Record<string, string>> = {}): Words =>
  ({ dates, x: sentence, "text.row": "Row #: ", "text.case": "Case #: ", ...more }) as Words;

const told = (sentence: string, facts: object = {}, more?: Readonly<Record<string, string>>): string =>
  tell({ code: "x", ...facts }, words(sentence, more));

describe("where the key and the facts of a reason are", () => {
  test.each<readonly [string, Reason & object]>([
    ["an explanation line", { code: "x", n: 3 } as Reason],
    ["an issue", { code: "x", path: [], details: { n: 3 } } as Reason],
    ["an error", new DomainError("x", "message", [], { n: 3 })],
    ["a refusal", { ok: false, reason: "x", details: { n: 3 } } as Reason],
    ["an outcome", { ok: false, reason: "x", n: 3 } as Reason],
    ["a step of a computation", { formula: "x", inputs: { n: 3 }, value: "5" } as Reason],
    ["a line of a classification", { line: "x", depth: 1, labels: {}, values: { n: 3 } } as Reason],
    ["a finding", { rule: "x", severity: "note", path: [], details: { n: 3 } } as Reason],
  ])("%s", (_, reason) => {
    expect(tell(reason, words("n is {n}."))).toBe("n is 3.");
  });

  test("a fact in details comes before a member of the same name", () => {
    expect(told("{type}", { type: "outer", details: { type: "inner" } })).toBe("inner");
  });

  test("of an error only its details and its place are facts", () => {
    const error = new DomainError("x", "message", ["a"], { n: 3 });
    const sentence = words("[{name}][{message}][{stack}][{code}]at {n}[ ({path})].");
    expect(tell(error, sentence)).toBe("at 3 (a).");
    expect(tell(error.toJSON(), sentence)).toBe("at 3 (a).");
  });

  test("what every object has is no fact", () => {
    expect(told("[{toString}][{constructor}]none.", { details: {} })).toBe("none.");
  });

  test("a case of a desk is named", () => {
    expect(told("Wrong.", { case: "C-12", path: ["events", 1], details: {} })).toBe("Case C-12: Wrong.");
    expect(told("Wrong.", { case: "$&", path: [], details: {} })).toBe("Case $&: Wrong.");
    expect(told("No issue.", { case: "C-12" })).toBe("No issue.");
  });

  test("the index of the row is not said twice", () => {
    expect(told("Wrong[ at {path}].", { row: 1, path: ["amounts", 1], details: {} })).toBe("Row 2: Wrong at amounts.");
    expect(told("Wrong[ at {path}].", { row: 1, path: [1, "amount"], details: {} })).toBe("Row 2: Wrong at amount.");
    expect(told("Wrong[ at {path}].", { row: 1, path: ["a", 0, 1], details: {} })).toBe("Row 2: Wrong at a[0][1].");
    // the second review of the second row
    expect(told("Wrong[ at {path}].", { row: 1, path: ["reviews", 1, "on"], details: {} })).toBe(
      "Row 2: Wrong at reviews[1].on.",
    );
  });

  test("a row of a batch is counted from 1", () => {
    expect(told("Wrong.", { row: 0, path: ["amount"], details: {} })).toBe("Row 1: Wrong.");
    expect(told("Wrong.", { row: 41, path: [], details: {} })).toBe("Row 42: Wrong.");
    expect(told("A row of no batch.", { row: 41 })).toBe("A row of no batch.");
  });

  test.each([
    [["clocks", 0, "stages", 1, "unit"], "clocks[0].stages[1].unit"],
    [[3], "[3]"],
    [["a"], "a"],
    [[], "nowhere"],
  ])("a path %j is told as %s", (path, place) => {
    expect(told("[at {path}][{!path}nowhere]", { path, details: {} }).replace("at ", "")).toBe(place);
  });
});

describe("forms of facts", () => {
  test.each<readonly [string, unknown, string]>([
    ["{f}", "free text", "free text"],
    ["{f}", 1234567, "1,234,567"],
    ["[yes{f}]", true, "yes"],
    ["[yes{f}]no", false, "no"],
    ["{f:date}", "2026-02-05", "5 February 2026"],
    ["{f:date}", "0001-01-01", "1 January 0001"],
    ["{f:date}", "9999-12-31", "31 December 9999"],
    ["{f:date}", "2011-12-30", "30 December 2011"],
    ["{f:dates}", ["2026-02-28", "2026-03-01"], "28 February 2026, 1 March 2026"],
    ["{f:weekday}", "2026-02-28", "Saturday"],
    ["{f:moment}", "2026-02-05T09:05:00+08:00", "5 February 2026 at 09:05"],
    ["{f:moment}", "2026-02-05T23:59:59+08:00", "5 February 2026 at 23:59:59"],
    ["{f:moment}", "2026-02-05T09:05:00Z", "5 February 2026 at 09:05 UTC"],
    ["{f:moment}", "2026-02-05T09:05:00.25-05:00", "5 February 2026 at 09:05"],
    ["{f:period}", "2026", "2026"],
    ["{f:period}", "2026-Q4", "Q4 2026"],
    ["{f:period}", "2026-03", "March 2026"],
    ["{f:period}", "2026-W01", "week 1 of 2026"],
    ["{f:period}", "2026-W53", "week 53 of 2026"],
    ["{f:period}", { from: "2026-02-01", to: "2026-03-01" }, "1 February 2026 to 28 February 2026"],
    ["{f:period}", { from: "2026-02-01", to: "2026-02-02" }, "1 February 2026"],
    ["{f:money}", { amount: "1234.50", currency: "GBP" }, "£1,234.50"],
    ["{f:amount}", "1234567.345000", "1,234,567.34"],
    ["{f:amount}", "-0.005", "0.00"],
    ["{f:number}", "1234.5000", "1,234.5"],
    ["{f:number}", 12, "12"],
    ["{f:share}", "0.125", "12.5%"],
    ["{f:share}", "1", "100%"],
    ["{f:share}", "0.5", "50%"],
    ["{f:share}", "-0.0325", "-3.25%"],
    ["{f:share}", "0.000000000001", "0.0000000001%"],
    ["{f:share}", "0.049019607843", "4.902%"],
    ["{f:share}", "0.09520349999", "9.5203%"],
    ["{f:share}", "0", "0%"],
    ["{f:list}", ["cn", "hk"], "cn, hk"],
    ["{f:label}", "kind.one", "One"],
    ["{f:label}", ["kind.one", "kind.two"], "One, Two"],
    ["{f:label.kind}", "two", "Two"],
    ["{f:label.kind}", ["two", "one"], "Two, One"],
  ])("%s of %j is %s", (sentence, f, expected) => {
    expect(told(sentence, { f }, { "kind.one": "One", "kind.two": "Two" })).toBe(expected);
  });

  test.each<readonly [number, string, string, string, string]>([
    [1, "working-day", "1 working day", "1个工作日", "1個工作天"],
    [3, "working-day", "3 working days", "3个工作日", "3個工作天"],
    [1, "calendar-day", "1 day", "1天", "1天"],
    [15, "calendar-day", "15 days", "15天", "15天"],
    [0, "day", "0 days", "0天", "0天"],
    [8, "week", "8 weeks", "8个星期", "8個星期"],
    [2, "month", "2 months", "2个月", "2個月"],
    [1, "year", "1 year", "1年", "1年"],
    [90, "working-minute", "90 working minutes", "90个工作分钟", "90個工作分鐘"],
    [1, "quarter", "1 quarter", "1个季度", "1個季度"],
  ])("%i %s", (amount, unit, ...expected) => {
    const sentences = [en, zhHans, zhHantHK].map((language) =>
      tell({ code: "x", amount, unit }, { ...language, x: "{amount unit:duration}" }),
    );
    expect(sentences).toStrictEqual(expected);
  });

  test.each<readonly [string, string, string, string]>([
    ["{f:date}", "2026-02-05", "2026年2月5日", "2026年2月5日"],
    ["{f:weekday}", "2026-02-05", "星期四", "星期四"],
    ["{f:moment}", "2026-02-05T09:05:00+08:00", "2026年2月5日 09:05", "2026年2月5日 09:05"],
    ["{f:period}", "2026", "2026年", "2026年"],
    ["{f:period}", "2026-Q1", "2026年第一季度", "2026年第一季度"],
    ["{f:period}", "2026-03", "2026年3月", "2026年3月"],
    ["{f:period}", "2026-W09", "2026年第9周", "2026年第9週"],
  ])("in Chinese, %s of %s", (sentence, f, ...expected) => {
    const sentences = [zhHans, zhHantHK].map((language) => tell({ code: "x", f }, { ...language, x: sentence }));
    expect(sentences).toStrictEqual(expected);
  });

  test.each([
    ["undefined", "nothing"],
    ["null", "an empty value (null)"],
    ["string(0)", "an empty text"],
    ["string(9)", "a text of length 9"],
    ["array(0)", "an empty list"],
    ["array(3)", "a list of length 3"],
    ["object", "an object"],
    ["1,234.56", '"1,234.56"'],
    ["  ", '"  "'],
    ["Date", '"Date"'],
    ["string", '"string"'],
    ["number", '"number"'],
  ])("what was received instead, %s", (f, expected) => {
    expect(tell({ code: "x", f }, { ...en, x: "{f:received}" })).toBe(expected);
  });
});

describe("moments of several offsets", () => {
  const a = "2026-02-13T10:30:00+09:00";
  const b = "2026-02-13T10:00:00+08:00";

  test("are told with them, because the clock on the wall does not order them", () => {
    expect(told("{a:moment} is before {b:moment}.", { a, b })).toBe(
      "13 February 2026 at 10:30 (UTC+09:00) is before 13 February 2026 at 10:00 (UTC+08:00).",
    );
    expect(told("{a:moment}, {b:moment}", { a, b: "2026-02-13T10:00:00Z" })).toBe(
      "13 February 2026 at 10:30 (UTC+09:00), 13 February 2026 at 10:00 UTC",
    );
  });

  test("of one offset, or one that the sentence does not name, are told without", () => {
    expect(told("{a:moment}, {b:moment}", { a: b, b })).not.toContain("UTC");
    expect(told("{a:moment}", { a, b })).toBe("13 February 2026 at 10:30");
  });
});

test("an id of the bank's own is told by its label where it has one, and as it is where it may have none", () => {
  expect(told("{f:name.kind}", { f: "lunch" })).toBe("lunch");
  expect(told("{f:name.kind}", { f: "lunch" }, { "kind.lunch": "Lunch break" })).toBe("Lunch break");
  const paused = { code: "pause-not-counted", reason: "lunch", from: "2026-02-13T12:00:00+08:00", because: "no-rule" };
  expect(tell(paused as Reason, en)).toContain("“lunch”");
});

test("words that change are told as they are now", () => {
  const changing = { ...en, allowed: "One." };
  expect(tell({ code: "allowed" }, changing)).toBe("One.");
  changing.allowed = "Two.";
  expect(tell({ code: "allowed" }, changing)).toBe("Two.");
});

describe("parts that fall away", () => {
  test.each<readonly [object, string]>([
    [{}, "Extended."],
    [{ role: null }, "Extended."],
    [{ role: undefined, by: null }, "Extended."],
    [{ role: "head" }, "Extended by head."],
    [{ role: "head", by: "E-1" }, "Extended by head (E-1)."],
    [{ by: "E-1" }, "Extended (E-1)."],
  ])("%j", (facts, expected) => {
    expect(told("Extended[ by {role}][ ({by})].", facts)).toBe(expected);
  });

  test("a part with two facts needs both", () => {
    expect(told("A[ from {a} to {b}].", { a: 1 })).toBe("A.");
    expect(told("A[ from {a} to {b}].", { a: 1, b: 2 })).toBe("A from 1 to 2.");
  });

  test("0 and an empty path are not the same as nothing", () => {
    expect(told("[{n} left][{!n}none]", { n: 0 })).toBe("0 left");
  });
});

describe("refusals", () => {
  const refused = (reason: unknown, given: unknown = en): object =>
    refusalOf(() => tell(reason as Reason, given as Words));

  test.each([[null], [undefined], [7], ["x"], [[]], [{}], [{ code: "" }], [{ code: 7 }], [new Date(0)]])(
    "%j is not a reason",
    (reason) => {
      expect(refused(reason)).toMatchObject({ code: "telling/invalid-reason", path: ["reason"] });
    },
  );

  test("a reason nobody has a sentence for, with the nearest there is", () => {
    expect(refused({ code: "sla/not-recieved" })).toMatchObject({
      code: "telling/unknown-reason",
      path: ["reason"],
      details: { key: "sla/not-recieved", didYouMean: "sla/not-received" },
    });
    expect(refused({ code: "toString" })).toMatchObject({ code: "telling/unknown-reason" });
    expect(refused({ code: "张三" })).toMatchObject({ details: { key: "string(2)" } });
  });

  test("a fact that is not there, or not what the sentence takes it for", () => {
    const missing = { code: "telling/missing-fact", path: ["reason", "date"], details: { key: "x", fact: "date" } };
    expect(refused({ code: "x" }, words("On {date:date}."))).toMatchObject(missing);
    expect(refused({ code: "x", date: null }, words("On {date:date}."))).toMatchObject(missing);
    expect(refused({ code: "x", date: "2026-02-30" }, words("On {date:date}."))).toMatchObject({
      code: "telling/invalid-fact",
      path: ["reason", "date"],
      details: { key: "x", fact: "date", received: "2026-02-30" },
    });
  });

  test.each<readonly [string, unknown]>([
    ["{f:date}", 20260205],
    ["{f:dates}", ["2026-02-30"]],
    ["{f:moment}", "2026-02-05"],
    ["{f:weekday}", "x"],
    ["{f:period}", "2026-13"],
    ["{f:money}", { amount: "1e3", currency: "CNY" }],
    ["{f:money}", "12"],
    ["{f:amount}", 12],
    ["{f:number}", Number.NaN],
    ["{f:share}", "12 %"],
    ["{f:list}", "cn"],
    ["{f:list}", [{}]],
    ["{f:label}", 7],
    ["{f:label.kind}", {}],
    ["{f:received}", {}],
    ["{f}", {}],
    ["{f}", Number.POSITIVE_INFINITY],
    ["{f g:duration}", 1.5],
    ["{f h:duration}", 1],
  ])("%s does not take %j", (sentence, f) => {
    const reason = { code: "x", f, g: "day", h: "fortnight" };
    expect(refused(reason, words(sentence))).toMatchObject({ code: "telling/invalid-fact" });
  });

  test("a label is not a reason, nor a sentence a label", () => {
    expect(refused({ code: "slaState.breached" })).toMatchObject({ code: "telling/unknown-reason" });
    expect(refused({ code: "text.row" })).toMatchObject({ code: "telling/unknown-reason" });
    const asLabel = (key: string): object => refusalOf(() => label(en, key as "slaState.breached"));
    expect(asLabel("allowed")).toMatchObject({ code: "telling/unknown-label" });
    expect(asLabel("dates")).toMatchObject({ code: "telling/unknown-label" });
  });

  test.each(OWN_LABEL_KINDS)("an id of a bank's own without a label is told by its key: %s", (kind) => {
    const key = `${kind}.acme-review`;
    expect(tell({ code: "x", f: "acme-review" }, words(`It is {f:label.${kind}}.`))).toBe(`It is ${key}.`);
    expect(tell({ code: "x", f: [key, key] }, words("They are {f:label}."))).toBe(`They are ${key}, ${key}.`);
    expect(tell({ code: "x", f: "  " }, words(`It is {f:label.${kind}}.`))).toBe(`It is ${kind}.  .`);
    const own = { ...words(`It is {f:label.${kind}}.`), [key]: "Second look" };
    expect(tell({ code: "x", f: "acme-review" }, own)).toBe("It is Second look.");
  });

  test("an id of the library without a label is refused, and so is a label that is not a text", () => {
    const reason = { code: "x", f: "breeched" };
    const key = "slaState.breeched";
    expect(refused(reason, words("{f:label.slaState}"))).toMatchObject({
      code: "telling/unknown-label",
      details: { key },
    });
    expect(refused({ code: "x", f: key }, words("{f:label}"))).toMatchObject({ code: "telling/unknown-label" });
    const spoilt = { ...words("{f:label.slaStage}"), "slaStage.reply": 7 };
    expect(refused({ code: "x", f: "reply" }, spoilt)).toMatchObject({ code: "telling/invalid-words" });
  });

  test.each([[null], ["en"], [[]], [{}], [{ x: "X." }], [{ dates: {}, x: "X." }]])("%j are not words", (given) => {
    expect(refused({ code: "x" }, given)).toMatchObject({ code: "telling/invalid-words" });
  });

  test.each([
    ["{f"],
    ["f}"],
    ["[f"],
    ["f]"],
    ["{}"],
    ["{f:}"],
    ["{f:nothing}"],
    ["{f g h:duration}"],
    ["[a[b]]"],
    [7],
    [null],
  ])("a sentence with a mistake: %j", (sentence) => {
    expect(refused({ code: "x", f: 1, g: "day", h: "x" }, words(sentence))).toMatchObject({
      code: "telling/invalid-words",
      path: ["words", "x"],
    });
  });

  test("a reason whose member cannot be read", () => {
    const reason = Object.defineProperty({ code: "x" }, "f", {
      enumerable: true,
      get: () => {
        throw new Error("secret");
      },
    });
    expect(refused(reason, words("{f}"))).toMatchObject({ code: "telling/invalid-reason", path: ["reason", "f"] });
  });
});

test("the words of some rooms are enough for their reasons", async () => {
  const { core, sla, dates: own } = await import("../../src/labels/en.ts");
  const some = { dates: own, ...core, ...sla };
  expect(tell({ code: "allowed", amount: 3, unit: "working-day" }, some)).toBe("The time allowed is 3 working days.");
});
