import { describe, expect, test } from "vitest";

import {
  cardInForce,
  checkCardRegister,
  diffCards,
  exampleRetailCard,
  prepareScorecard,
  signOffCard,
  type CardRegister,
  type CardSigning,
  type CardSignOff,
  type Scorecard,
  type SignOffRefusal,
} from "../../src/customer-classification/index.ts";
import type { Reason } from "../../src/telling/index.ts";
import { cardOf, lines } from "../customer-classification/cards.ts";
import { refusalOf } from "../support/refusal.ts";
import { told } from "../support/told.ts";

const card: Scorecard = { ...exampleRetailCard, effectiveFrom: "2026-01-01" };
const signing: CardSigning = { author: "A", signedBy: "B", role: "committee", signedOn: "2025-12-15" };
const outcome = signOffCard(card, signing);
const signOff: CardSignOff = outcome.ok ? outcome.signOff : expect.unreachable(outcome.reason);
const { hash } = prepareScorecard(card).stamp;

describe("a signature that is refused is told why", () => {
  const measurement = { what: "w", figures: {}, on: "2025-12-16", sample: "s" };
  const plain = cardOf([{ ...lines.flag, feature: "married" }]);
  const married: Scorecard = { ...plain, features: { married: { kind: "flag", group: "basic", sensitive: true } } };
  const provoked: Readonly<Record<SignOffRefusal, () => unknown>> = {
    "signed-by-author": () => signOffCard(card, { ...signing, signedBy: "A" }),
    "signed-after-in-force": () => signOffCard(card, { ...signing, signedOn: "2026-01-02" }),
    "measured-after-signature": () => signOffCard(card, { ...signing, measurement }),
    "card-has-lint-errors": () => signOffCard({ ...married, effectiveFrom: "2026-01-01" }, signing),
    "findings-not-accepted": () => signOffCard({ ...cardOf([lines.money]), effectiveFrom: "2026-01-01" }, signing),
    "accepted-without-finding": () =>
      signOffCard(card, { ...signing, accepted: [{ rule: "not-monotone", path: ["core"], reason: "r" }] }),
  };
  test.each<[keyof typeof provoked, readonly string[]]>([
    [
      "signed-by-author",
      [
        "评分卡不得由编制人本人签批。",
        "評分卡不得由編製人本人簽批。",
        "The card cannot be signed off by the person who wrote it.",
      ],
    ],
    [
      "signed-after-in-force",
      [
        "评分卡自2026年1月1日起生效，不得迟至2026年1月2日才签批。",
        "評分卡由2026年1月1日起生效，不得遲至2026年1月2日才簽批。",
        "The card comes into force on 1 January 2026 and cannot be signed off as late as 2 January 2026.",
      ],
    ],
    [
      "measured-after-signature",
      [
        "检验日期为2025年12月16日，晚于签批日2025年12月15日。",
        "檢驗日期為2025年12月16日，遲於簽批日期2025年12月15日。",
        "The measurement is dated 16 December 2025, after the signature of 15 December 2025.",
      ],
    ],
    [
      "card-has-lint-errors",
      [
        "评分卡存在不可接受的错误（undeclared-ground），不得签批。",
        "評分卡有不可接受的錯誤（undeclared-ground），不得簽批。",
        "The card has faults that nobody can accept (undeclared-ground), so it cannot be signed off.",
      ],
    ],
    [
      "findings-not-accepted",
      [
        "检查发现的问题须逐项说明接受理由后方可签批，尚未说明的有：unused-feature、type-without-rule。",
        "檢查發現的問題須逐項說明接受理由，方可簽批；尚未說明的有：unused-feature、type-without-rule。",
        "The card cannot be signed off before each finding of the lint is accepted with a reason; still open: unused-feature, type-without-rule.",
      ],
    ],
    [
      "accepted-without-finding",
      [
        "所接受的问题在本评分卡的检查结果中并不存在（not-monotone），请按本版本核对。",
        "所接受的問題並不在本評分卡的檢查結果之內（not-monotone），請按此版本核對。",
        "Findings are accepted that the lint does not report for this card (not-monotone); please check the acceptances against this version.",
      ],
    ],
  ])("%s", (reason, sentences) => {
    const refused = provoked[reason]();
    expect(refused).toMatchObject({ ok: false, reason });
    expect(told(refused as Reason)).toStrictEqual(sentences);
  });
});

describe("what is wrong in a register is told", () => {
  const issue = (entry: Partial<CardRegister["entries"][number]>, ...more: readonly Scorecard[]): Reason =>
    checkCardRegister({ id: "r", entries: [{ card, ...entry }, ...more.map((one) => ({ card: one, signOff }))] }).find(
      ({ code }) => more.length === 0 || /cards-|twice/.test(code),
    ) ?? { reason: "none" };
  const later = (from: string): Scorecard => ({ ...card, version: "2", effectiveFrom: from });
  const ended: Scorecard = { ...card, effectiveTo: "2026-03-01" };
  const of = (reason: Reason): readonly string[] => told(reason);
  test.each<[string, () => Reason, readonly string[]]>([
    [
      "customer-classification/card-unsigned",
      () => issue({}),
      [
        "评分卡“example.retail-card”（版本 1）尚未签批（entries[0]）。",
        "評分卡「example.retail-card」（版本 1）尚未簽批（entries[0]）。",
        "Nobody has signed off the card “example.retail-card”, version 1 (entries[0]).",
      ],
    ],
    [
      "customer-classification/card-changed-after-signature",
      () => issue({ card: { ...card, sources: ["other"] }, signOff }),
      [
        `评分卡“example.retail-card”（版本 1）与签批时的内容不同：现在的内容哈希值为 ${prepareScorecard({ ...card, sources: ["other"] }).stamp.hash}，签批时为 ${hash}（entries[0].signOff.card）。`,
        `評分卡「example.retail-card」（版本 1）與簽批時的內容不同：現時的內容雜湊值為 ${prepareScorecard({ ...card, sources: ["other"] }).stamp.hash}，簽批時為 ${hash}（entries[0].signOff.card）。`,
        `The card “example.retail-card”, version 1, is not the one that was signed off: its content hash is ${prepareScorecard({ ...card, sources: ["other"] }).stamp.hash} and was ${hash} when it was signed (entries[0].signOff.card).`,
      ],
    ],
    [
      "customer-classification/card-signed-by-author",
      () => issue({ signOff: { ...signOff, signedBy: "A" } }),
      [
        "评分卡“example.retail-card”（版本 1）由编制人本人签批（entries[0].signOff.signedBy）。",
        "評分卡「example.retail-card」（版本 1）由編製人本人簽批（entries[0].signOff.signedBy）。",
        "The card “example.retail-card”, version 1, was signed off by the person who wrote it (entries[0].signOff.signedBy).",
      ],
    ],
    [
      "customer-classification/card-signed-late",
      () => issue({ signOff: { ...signOff, signedOn: "2026-01-05" } }),
      [
        "评分卡“example.retail-card”（版本 1）于2026年1月5日签批，晚于生效日2026年1月1日（entries[0].signOff.signedOn）。",
        "評分卡「example.retail-card」（版本 1）於2026年1月5日簽批，遲於生效日2026年1月1日（entries[0].signOff.signedOn）。",
        "The card “example.retail-card”, version 1, was signed off on 5 January 2026, after it came into force on 1 January 2026 (entries[0].signOff.signedOn).",
      ],
    ],
    [
      "customer-classification/card-measured-late",
      () => issue({ signOff: { ...signOff, measurement: { what: "w", figures: {}, on: "2025-12-20", sample: "s" } } }),
      [
        "评分卡“example.retail-card”（版本 1）的检验日期为2025年12月20日，晚于签批日2025年12月15日（entries[0].signOff.measurement.on）。",
        "評分卡「example.retail-card」（版本 1）的檢驗日期為2025年12月20日，遲於簽批日期2025年12月15日（entries[0].signOff.measurement.on）。",
        "The measurement of the card “example.retail-card”, version 1, is dated 20 December 2025, after the signature of 15 December 2025 (entries[0].signOff.measurement.on).",
      ],
    ],
    [
      "customer-classification/card-signed-unpassed",
      () => issue({ signOff: { ...signOff, lint: { passed: false, accepted: [] } } }),
      [
        "评分卡“example.retail-card”（版本 1）在检查未通过的情况下签批（entries[0].signOff.lint.passed）。",
        "評分卡「example.retail-card」（版本 1）在檢查未通過的情況下簽批（entries[0].signOff.lint.passed）。",
        "The card “example.retail-card”, version 1, was signed off although it had faults that the lint counts as errors (entries[0].signOff.lint.passed).",
      ],
    ],
    [
      "customer-classification/cards-overlap: for ever",
      () => issue({}, later("2026-02-01")),
      [
        "评分卡的两个版本（1、2）自2026年2月1日起同时生效（entries[1]）。",
        "評分卡的兩個版本（1、2）由2026年2月1日起同時生效（entries[1]）。",
        "Two versions of the card (1, 2) are in force at the same time from 1 February 2026 (entries[1]).",
      ],
    ],
    [
      "customer-classification/cards-of-two-ids",
      () => issue({}, { ...later("2026-02-01"), id: "acme.other-card" }),
      [
        "登记簿中的两张评分卡（example.retail-card、acme.other-card）自2026年2月1日起同时生效（entries[1]）。",
        "登記冊內的兩張評分卡（example.retail-card、acme.other-card）由2026年2月1日起同時生效（entries[1]）。",
        "Two cards (example.retail-card, acme.other-card) of the register are in force at the same time from 1 February 2026 (entries[1]).",
      ],
    ],
    [
      "customer-classification/cards-overlap: for some days",
      () => issue({ card: ended }, later("2026-02-01")),
      [
        "评分卡的两个版本（1、2）自2026年2月1日起至2026年3月1日（不含）同时生效（entries[1]）。",
        "評分卡的兩個版本（1、2）由2026年2月1日起至2026年3月1日（不含）同時生效（entries[1]）。",
        "Two versions of the card (1, 2) are in force at the same time from 1 February 2026 until 1 March 2026, exclusive (entries[1]).",
      ],
    ],
    [
      "customer-classification/cards-gap",
      () => issue({ card: ended }, later("2026-04-01")),
      [
        "2026年3月1日（含）至2026年4月1日（不含）期间没有生效的评分卡版本（entries[1]）。",
        "2026年3月1日（含）至2026年4月1日（不含）期間沒有生效的評分卡版本（entries[1]）。",
        "No version of the card is in force from 1 March 2026 until 1 April 2026, exclusive (entries[1]).",
      ],
    ],
    [
      "customer-classification/card-version-twice",
      () => issue({ card: ended }, { ...card, effectiveFrom: "2026-03-01" }),
      [
        "登记簿中评分卡“example.retail-card”（版本 1）不止一份（entries[1].card.version）。",
        "登記冊中評分卡「example.retail-card」（版本 1）多於一份（entries[1].card.version）。",
        "The register has the card “example.retail-card”, version 1, more than once (entries[1].card.version).",
      ],
    ],
    [
      "customer-classification/invalid-register",
      () => refusalOf(() => cardInForce({ id: "r", entry: [] } as never, "2026-01-01")),
      [
        "评分卡登记簿有误：register.entry，此处可用的名称有 id、entries。",
        "評分卡登記冊有誤：register.entry，此處可用的名稱有 id、entries。",
        "The register of scorecards is not valid at register.entry; known here: id, entries.",
      ],
    ],
    [
      "customer-classification/invalid-sign-off",
      () => refusalOf(() => signOffCard(card, { ...signing, role: "" })),
      [
        "签批信息有误：signing.role，收到的是空文本。",
        "簽批資料有誤：signing.role，收到的是空白文字。",
        "The details of the signature are not valid at signing.role: an empty text was given.",
      ],
    ],
  ])("%s", (code, provoke, sentences) => {
    const reason = provoke();
    expect(reason).toMatchObject({ code: code.split(":")[0] });
    expect(of(reason)).toStrictEqual(sentences);
  });
});

describe("a difference of two cards is told", () => {
  const before = cardOf([lines.money, lines.category, lines.rate, lines.aged], {
    levels: [{ id: "low", atLeast: 1 }],
    rules: [{ id: "a", type: "existing-potential", when: [{ test: "total", atLeast: 1 }] }],
    core: [{ test: "axis", axis: "strength", atLeast: 1 }],
  });
  const change = (changes: Partial<Scorecard>): readonly (readonly string[])[] =>
    diffCards(before, { ...before, ...changes }).map((one) => told(one));
  const line = (index: number, changes: object): Partial<Scorecard> => ({
    characteristics: before.characteristics.map((one, at) => (at === index ? { ...one, ...changes } : one)),
  });
  test.each<[string, Partial<Scorecard>, readonly (readonly string[])[]]>([
    [
      "a member of the card",
      { version: "2" },
      [
        [
          "评分卡，版本由“1”改为“2”（version）。",
          "評分卡，版本由「1」改為「2」（version）。",
          "On the card, its version: “1” before, “2” now (version).",
        ],
      ],
    ],
    [
      "a member that is new, of a part",
      line(2, { monotone: "up" }),
      [
        [
          "评分卡的评分项“rate”，标明的方向原来没有，现为“up”（characteristics[2].monotone）。",
          "評分卡的評分項目「rate」，註明的方向原來沒有，現為「up」（characteristics[2].monotone）。",
          "On the card, characteristic “rate”, the declared direction: “up” now, nothing before (characteristics[2].monotone).",
        ],
      ],
    ],
    [
      "an edge and points of a band",
      line(0, {
        bands: [
          { below: "-0.01", points: -3 },
          { below: "0.01", points: 0, label: "nil" },
          { below: "20000", points: 6 },
          { points: 9 },
        ],
      }),
      [
        [
          "评分项“money”第3段的上限由 1,000 改为 20,000（characteristics[0].bands[2].below）。",
          "評分項目「money」第3段的上限由 1,000 改為 20,000（characteristics[0].bands[2].below）。",
          "For the characteristic “money”, the upper edge of band 3 was 1,000 and is now 20,000 (characteristics[0].bands[2].below).",
        ],
        [
          "评分项“money”第3段由5分改为6分（characteristics[0].bands[2].points）。",
          "評分項目「money」第3段由5分改為6分（characteristics[0].bands[2].points）。",
          "For the characteristic “money”, the points of band 3 were 5 and are now 6 (characteristics[0].bands[2].points).",
        ],
      ],
    ],
    [
      "a band that is gone",
      line(0, { bands: [{ below: "-0.01", points: -3 }, { below: "0.01", points: 0, label: "nil" }, { points: 9 }] }),
      [
        [
          "评分项“money”删去一段（低于 1,000），原计5分（characteristics[0].bands[2]）。",
          "評分項目「money」刪去一段（低於 1,000），原計5分（characteristics[0].bands[2]）。",
          "The characteristic “money” no longer has the band below 1,000, with points of 5 (characteristics[0].bands[2]).",
        ],
      ],
    ],
    [
      "points of a category, and groups",
      line(1, {
        groups: [
          { values: ["gold"], points: 7, label: "card" },
          { values: ["none", "classic"], points: 0 },
        ],
      }),
      [
        [
          "评分项“category”的类别“classic”由7分改为0分（characteristics[1].groups）。",
          "評分項目「category」的類別「classic」由7分改為0分（characteristics[1].groups）。",
          "For the characteristic “category”, the points of the category “classic” were 7 and are now 0 (characteristics[1].groups).",
        ],
        [
          "评分卡的评分项“category”，类别分组由“gold/classic (card) | none”改为“gold (card) | none/classic”（characteristics[1].groups）。",
          "評分卡的評分項目「category」，類別分組由「gold/classic (card) | none」改為「gold (card) | none/classic」（characteristics[1].groups）。",
          "On the card, characteristic “category”, the groups of categories: “gold/classic (card) | none” before, “gold (card) | none/classic” now (characteristics[1].groups).",
        ],
      ],
    ],
    [
      "what unusable data score",
      line(3, { inputs: { missing: "open", invalid: "reject", stale: { points: 1 } } }),
      [
        [
          "评分项“aged”的数据状态为“缺失”时，原来没有数据则不予分类，现在视为未定（characteristics[3].inputs.missing）。",
          "評分項目「aged」的數據狀況為「缺失」時，原來沒有數據則不予分類，現在當作未定（characteristics[3].inputs.missing）。",
          "For the characteristic “aged”, data “Missing” counted as follows before: no class without it; now: left open (characteristics[3].inputs.missing).",
        ],
        [
          "评分项“aged”的数据状态为“已过时”时，原来没有数据则不予分类，现在计1分（characteristics[3].inputs.stale）。",
          "評分項目「aged」的數據狀況為「已過時」時，原來沒有數據則不予分類，現在計1分（characteristics[3].inputs.stale）。",
          "For the characteristic “aged”, data “Out of date” counted as follows before: no class without it; now: points of 1 (characteristics[3].inputs.stale).",
        ],
      ],
    ],
    [
      "a test that asks for more, and a new one",
      {
        core: [
          { test: "axis", axis: "strength", atLeast: 2 },
          { test: "category", feature: "category", oneOf: ["gold", "none"], unusable: "reject" },
        ],
      },
      [
        [
          "规则“core”的条件“维度分数”（实力），下限（含）由“1”改为“2”（core[0].atLeast）。",
          "規則「core」的條件「維度分數」（實力），下限（含）由「1」改為「2」（core[0].atLeast）。",
          "The condition of the rule “core”, Points on an axis for “Strength”, the lower limit, inclusive: “1” before, “2” now (core[0].atLeast).",
        ],
        [
          "规则“core”新增条件“所属类别”（category），应为以下之一：gold、none，没有数据时按“reject”处理（core[1]）。",
          "規則「core」新增條件「所屬類別」（category），須為以下之一：gold、none，沒有數據時按「reject」處理（core[1]）。",
          "The rule “core” has a new condition: Category for “category”, one of gold, none, without data “reject” (core[1]).",
        ],
      ],
    ],
    [
      "a level that came, and one that went",
      { levels: [{ id: "high", atLeast: 5 }] },
      [
        [
          "删除等级“low”（levels[0]）。",
          "刪除等級「low」（levels[0]）。",
          "The level “low” is no longer on the card (levels[0]).",
        ],
        ["新增等级“high”（levels[0]）。", "新增等級「high」（levels[0]）。", "The level “high” is new (levels[0])."],
      ],
    ],
    [
      "a source that came, and the order",
      { sources: ["memo 7", "test"] },
      [
        [
          "评分卡，出处新增“memo 7”（sources[0]）。",
          "評分卡，出處新增「memo 7」（sources[0]）。",
          "On the card, its sources: “memo 7” is new (sources[0]).",
        ],
      ],
    ],
    [
      "another order",
      { characteristics: [...before.characteristics].reverse() },
      [
        [
          "评分卡，评分项的顺序有变（characteristics）。",
          "評分卡，評分項目的次序有變（characteristics）。",
          "On the card, the characteristics are in another order (characteristics).",
        ],
      ],
    ],
  ])("%s", (_, changes, expected) => {
    expect(change(changes)).toStrictEqual(expected);
  });
});
