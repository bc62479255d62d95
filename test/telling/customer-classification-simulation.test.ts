import { expect, test } from "vitest";

import {
  explainSimulation,
  mergeMigrations,
  migrationMatrix,
  MOVES,
  simulate,
  SIMULATION_LINE_KINDS,
  type Scorecard,
  type SimulationLine,
  type StandingPolicy,
} from "../../src/customer-classification/index.ts";
import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { moneyColumn } from "../../src/money/index.ts";
import { label, type Reason } from "../../src/telling/index.ts";
import { asOf, cardOf, cny, lines } from "../customer-classification/cards.ts";
import { given, oneOf, thrownBy, told } from "../support/told.ts";

const goldFrom = (edge: string): Scorecard =>
  cardOf([{ ...lines.money, bands: [{ below: "1000", points: 0 }, { below: edge, points: 10 }, { points: 20 }] }], {
    levels: [
      { id: "silver", atLeast: 10 },
      { id: "gold", atLeast: 20 },
    ],
  });

const held = ["500.00", "4500.00", "9000.00"];
const month = (on: string, amounts: readonly string[]): object => ({
  asOf: on,
  ids: amounts.map((_, row) => `C-${String(row)}`),
  records: amounts.map((amount) => ({ money: cny(amount) })),
  balances: moneyColumn("CNY", amounts),
});

const request = {
  champion: goldFrom("5000"),
  challenger: goldFrom("4000"),
  classBy: "level",
  population: [
    month("2026-01-31", ["500.00", "3500.00", "9000.00"]),
    month("2026-02-28", ["500.00", "6500.00", "9000.00"]),
    month(asOf, held),
  ] as never,
  capacity: { silver: 1, gold: 1 },
  privileges: { gold: cny("100.00") },
} as const;
const policy: StandingPolicy = {
  id: "test.standing",
  version: "1",
  status: "house",
  effectiveFrom: "2020-01-01",
  sources: ["test"],
  ladder: [{ id: "none" }, { id: "silver" }, { id: "gold" }],
  review: { kind: "monthly" },
  missedReview: "refuse",
  rise: { afterReviews: 0 },
  fall: { afterReviews: 3, steps: "to-held" },
};
const explained = explainSimulation(simulate(request));
const line = (kind: SimulationLine["line"], among: readonly SimulationLine[] = explained): Reason =>
  given(among.find((one) => one.line === kind));

/** A reason, and its sentences in simplified Chinese, traditional Chinese as in Hong Kong, and English. */
const rows: readonly (readonly [name: string, reason: () => Reason, zhHans: string, zhHantHK: string, en: string])[] = [
  [
    "the book",
    () => line("simulated-book"),
    "截至2026年3月31日共 3 名客户，跟踪 3 期；现行方案为“test.card@1”，试算方案为“test.card@1”。",
    "截至2026年3月31日共有 3 名客戶，跟進 3 期；現行方案為「test.card@1」，試算方案為「test.card@1」。",
    "Number of clients as of 31 March 2026: 3; number of periods: 3; champion “test.card@1”, challenger “test.card@1”.",
  ],
  [
    "a class",
    () => line("simulated-class"),
    "“未达首级”：现行方案 1 名客户，试算方案 1 名；余额分别为¥500.00和¥500.00。",
    "「未達首級」：現行方案 1 名客戶，試算方案 1 名；結餘分別為CN¥500.00及CN¥500.00。",
    "Number of clients in “Below the first level”: 1 under the champion, 1 under the challenger; balances: CN¥500.00 and CN¥500.00.",
  ],
  [
    "a class without balances",
    () =>
      line(
        "simulated-class",
        explainSimulation(
          simulate({ ...request, population: [{ asOf, ids: ["A"], records: [{ money: cny("1.00") }] }] }),
        ),
      ),
    "“未达首级”：现行方案 1 名客户，试算方案 1 名。",
    "「未達首級」：現行方案 1 名客戶，試算方案 1 名。",
    "Number of clients in “Below the first level”: 1 under the champion, 1 under the challenger.",
  ],
  [
    "who changes class",
    () => line("swap-set"),
    "由“level.silver”转为“level.gold”（升级）：1 名客户，余额¥4,500.00。",
    "由「level.silver」轉為「level.gold」（升級）：1 名客戶，結餘CN¥4,500.00。",
    "From “level.silver” to “level.gold” (up): number of clients 1; balances CN¥4,500.00.",
  ],
  [
    "nobody changes class",
    () => line("nobody-swaps", explainSimulation(simulate({ ...request, challenger: request.champion }))),
    "改用试算方案后，没有客户的类别发生变化。",
    "改用試算方案後，沒有客戶的類別有變。",
    "No client changes class under the challenger.",
  ],
  [
    "managers",
    () => line("managers-needed"),
    "已给出管户上限的类别所需客户经理：现行方案 2 人，试算方案 2 人；如一人可管多个类别，分别为 2 人和 2 人。",
    "已列明管理上限的類別所需客戶經理：現行方案 2 人，試算方案 2 人；如一人可管理多個類別，分別為 2 人及 2 人。",
    "Relationship managers needed for the classes whose capacity is given: 2 under the champion and 2 under the challenger; if one may look after several classes, 2 and 2.",
  ],
  [
    "privileges",
    () => line("privileges-cost"),
    "各期权益成本合计：现行方案¥400.00，试算方案¥500.00。",
    "各期禮遇成本合計：現行方案CN¥400.00，試算方案CN¥500.00。",
    "Cost of privileges over all periods: CN¥400.00 under the champion and CN¥500.00 under the challenger.",
  ],
  [
    "changes",
    () => line("changes-over-time"),
    "现行方案：与上一期相比，6 次中有 2 次类别变动（33.33%），其中 3 个月内反向变动 1 次。",
    "現行方案：與上一期相比，6 次中有 2 次類別變動（33.33%），其中 3 個月內反向變動 1 次。",
    "Champion: a client’s class differs from that of the period before in 2 of 6 cases (33.33%); reversals within 3 months: 1.",
  ],
  [
    "served and earned",
    () =>
      line(
        "over-service",
        explainSimulation(simulate({ ...request, standingPolicy: { champion: policy, challenger: null } })),
      ),
    "现行方案：每名客户每期计一次，共 9 次，其中服务等级高于应得等级 1 次，低于应得等级 0 次。",
    "現行方案：每名客戶每期計一次，共 9 次，其中服務級別高於應得級別 1 次，低於應得級別 0 次。",
    "Champion: counting each client once in each period, 1 of 9 are served above the level earned and 0 below it.",
  ],
  [
    "rows with issues",
    () =>
      line(
        "rows-with-issues",
        explainSimulation(
          simulate({
            ...request,
            population: [{ asOf, ids: ["A", "A"], records: [{ money: cny("1.00") }, { money: cny("1.00") }] }],
          }),
        ),
      ),
    "数据问题 1 项，未计入 1 行。",
    "數據問題 1 項，未有計入 1 行。",
    "Issues with the data: 1; rows left out: 1.",
  ],
  [
    "customer-classification/invalid-book",
    () => thrownBy(() => migrationMatrix({ ids: ["A"], classes: [] }, [])),
    "客户及其类别的名册有误，有一列为 0 行，应为 1 行：before.classes。",
    "客戶及其類別的名冊有誤，有一欄為 0 行，應為 1 行：before.classes。",
    "The book of clients and their classes is not valid: a column of length 0 instead of 1 at before.classes.",
  ],
  [
    "customer-classification/invalid-member",
    () =>
      oneOf(
        migrationMatrix([{ client: 7, class: "core" } as never], []).issues,
        "customer-classification/invalid-member",
      ),
    '第1行：该行的客户或类别无法读取：before[0].client，收到的是"7"（数字）。',
    '第1行：該行的客戶或類別無法讀取：before[0].client，收到的是"7"（數字）。',
    'Row 1: The client or the class of a row cannot be read at before[0].client: "7" was given (a number).',
  ],
  [
    "customer-classification/duplicate-client",
    () =>
      oneOf(
        migrationMatrix({ ids: ["A", "A"], classes: ["x", "y"] }, []).issues,
        "customer-classification/duplicate-client",
      ),
    "第2行：客户“A”重复出现，只计第一行。",
    "第2行：客戶「A」重複出現，只計算第一行。",
    "Row 2: The client “A” appears more than once; only the first row counts.",
  ],
  [
    "customer-classification/not-a-leaver",
    () =>
      oneOf(
        migrationMatrix([], [], { left: [{ client: "A", reason: "closed" }] }).issues,
        "customer-classification/not-a-leaver",
      ),
    "第1行：客户“A”列有离开原因，但并未离开名册。",
    "第1行：客戶「A」列有離開原因，但並未離開名冊。",
    "Row 1: There is a reason for the departure of the client “A”, who did not leave the book.",
  ],
  [
    "customer-classification/invalid-migration",
    () => thrownBy(() => mergeMigrations({} as never, migrationMatrix([], []))),
    "迁徙结果不是由本系统得出，或已被改动：a.ladder，收到的是空缺。",
    "遷徙結果並非由本系統得出，或已被更改：a.ladder，收到的是空缺。",
    "The migration is not as this library made it at a.ladder: nothing was given.",
  ],
  [
    "customer-classification/ladders-differ",
    () =>
      thrownBy(() =>
        mergeMigrations(
          migrationMatrix([], [], { ladder: ["a", "b"] }),
          migrationMatrix([], [], { ladder: ["b", "a"] }),
        ),
      ),
    "两份迁徙结果的等级次序不同，不能相加；前者为 a、b；后者为 b、a。",
    "兩份遷徙結果的級別次序不同，不能相加；前者為 a、b；後者為 b、a。",
    "The two migrations were counted along different ladders, so they cannot be added; the first: a, b; the second: b, a.",
  ],
  [
    "a ladder and none",
    () => thrownBy(() => mergeMigrations(migrationMatrix([], []), migrationMatrix([], [], { ladder: ["a"] }))),
    "两份迁徙结果的等级次序不同，不能相加；后者为 a。",
    "兩份遷徙結果的級別次序不同，不能相加；後者為 a。",
    "The two migrations were counted along different ladders, so they cannot be added; the second: a.",
  ],
  [
    "customer-classification/invalid-simulation",
    () => thrownBy(() => simulate({ ...request, capacity: { glod: 1 } })),
    "试算的要求有误：request.capacity.glod，是否应为 gold。",
    "試算的要求有誤：request.capacity.glod，是否應為 gold。",
    "The request for a simulation is not valid at request.capacity.glod; perhaps gold was meant.",
  ],
  [
    "ids of another number",
    () => thrownBy(() => simulate({ ...request, population: [{ asOf, ids: [], records: [{}] }] })),
    "试算的要求有误，有 0 项，应为 1 项：request.population[0].ids。",
    "試算的要求有誤，有 0 項，應為 1 項：request.population[0].ids。",
    "The request for a simulation is not valid: 0 entries instead of 1 at request.population[0].ids.",
  ],
];

test.each(rows)("%s", (_, reason, ...sentences) => {
  expect(told(reason())).toEqual(sentences);
});

test("every kind of line is told here, and every move has a label", () => {
  const kinds = new Set(rows.flatMap(([, reason]) => ("line" in reason() ? [(reason() as SimulationLine).line] : [])));
  expect(SIMULATION_LINE_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
  for (const words of [zhHans, zhHantHK, en]) expect(MOVES.map((move) => label(words, `move.${move}`))).toHaveLength(5);
});
