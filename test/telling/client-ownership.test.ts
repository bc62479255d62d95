import { expect, test } from "vitest";

import { controlGroups, effectiveInterest, relatedClients, type OwnershipGraph } from "../../src/client/index.ts";
import { oneOf, thrownBy, told } from "../support/told.ts";

const DAY = "2026-03-31";
const graph: OwnershipGraph = {
  holdings: [
    { owner: "A", company: "A", share: "0.1" },
    { owner: "X", company: "B", share: "0.5" },
    { owner: "X", company: "B", share: "0.5" },
    { owner: "Y", company: "B", share: "0.1" },
    { owner: "Y", company: "B", share: "0.2" },
    { owner: "X", company: "C", share: "1.2" },
    { owner: "X", company: "D", share: "0.7" },
    { owner: "Y", company: "D", share: "0.405" },
    { owner: "X", company: "E", share: "0.1", votes: "0.8" },
    { owner: "Y", company: "E", share: "0.1", votes: "0.3" },
    { owner: "F", company: "G", share: "1" },
    { owner: "G", company: "F", share: "1" },
    { owner: "", company: "F", share: "0.1" },
  ],
  control: [
    { controller: "X", company: "H", kind: "agreement" },
    { controller: "Y", company: "H", kind: "board-majority" },
  ],
  concert: [{ parties: ["K", "L"] }, { parties: ["L", "M"] }],
};
const { issues } = controlGroups(graph, DAY);

const reasons = {
  "a row without an owner": oneOf(issues, "client/invalid-ownership"),
  "a share of 120%": oneOf(issues, "client/holding-out-of-range"),
  "a company that holds itself": oneOf(issues, "client/party-of-itself"),
  "a row twice": oneOf(issues, "client/holding-repeated"),
  "two rows that differ": oneOf(issues, "client/holdings-contradict"),
  "capital of 110.5%": oneOf(issues, "client/capital-above-whole"),
  "votes of 110%": oneOf(issues, "client/votes-above-whole"),
  "a circle without an owner": oneOf(issues, "client/circle-owns-itself"),
  "two controllers": oneOf(issues, "client/control-disputed"),
  "two concerts": oneOf(issues, "client/concerts-overlap"),
  "a party nobody names": thrownBy(() => effectiveInterest(graph, DAY).ownersOf("Z")),
  "a client who is not in the list": thrownBy(() => relatedClients(graph, "D", DAY, { clients: ["X"] })),
  "a misspelt list": thrownBy(() => effectiveInterest({ holding: [] } as never, DAY)),
};

test.each<[keyof typeof reasons, string, string, string]>([
  [
    "a row without an owner",
    "股权关系资料有误：holdings[12].owner，收到的是空文本。",
    "股權關係資料有誤：holdings[12].owner，收到的是空白文字。",
    "The ownership graph is not valid at holdings[12].owner: an empty text was given.",
  ],
  [
    "a share of 120%",
    "持股或表决权比例为 120%，不在 0% 至 100% 之间：holdings[5].share。",
    "持股或投票權比例為 120%，並非介乎 0% 至 100%：holdings[5].share。",
    "The share is 120%, which is not between 0% and 100% (holdings[5].share).",
  ],
  [
    "a company that holds itself",
    "“A”被列为自身的股东、控制方或合营方：holdings[0]。",
    "「A」被列為自身的股東、控制方或合營方：holdings[0]。",
    "“A” is named as its own owner, controller or partner (holdings[0]).",
  ],
  [
    "a row twice",
    "“X”对“B”的持股在同一日重复登记：holdings[2]。",
    "「X」於「B」的持股在同一日重複記錄：holdings[2]。",
    "What “X” holds in “B” is stated twice for the same day (holdings[2]).",
  ],
  [
    "two rows that differ",
    "“Y”对“B”的持股在同一日有两条不一致的记录：holdings[4]。",
    "「Y」於「B」的持股在同一日有兩項不一致的記錄：holdings[4]。",
    "Two rows give different figures for what “Y” holds in “B” on the same day (holdings[4]).",
  ],
  [
    "capital of 110.5%",
    "“D”的持股比例合计 110.5%，超过 100%。",
    "「D」的持股比例合計為 110.5%，超過 100%。",
    "The shareholdings in “D” add up to 110.5%, more than 100%.",
  ],
  [
    "votes of 110%",
    "“E”的表决权比例合计 110%，超过 100%。",
    "「E」的投票權比例合計為 110%，超過 100%。",
    "The voting rights in “E” add up to 110%, more than 100%.",
  ],
  [
    "a circle without an owner",
    "F、G 相互持有全部股权，无法确定外部所有者。",
    "F、G 互相持有全部股權，無法確定外部擁有人。",
    "F, G own one another completely, so no owner outside the circle can be determined.",
  ],
  [
    "two controllers",
    "“H”的控制方有不一致的记录：X、Y（control[0]）。",
    "「H」的控制方有不一致的記錄：X、Y（control[0]）。",
    "More than one party is said to control “H”: X, Y (control[0]).",
  ],
  [
    "two concerts",
    "“L”同时属于两份一致行动协议：concert[0]。",
    "「L」同時屬於兩份一致行動協議：concert[0]。",
    "“L” is party to two agreements to act in concert at the same time (concert[0]).",
  ],
  [
    "a party nobody names",
    "股权关系中没有“Z”。",
    "股權關係內沒有「Z」。",
    "“Z” does not appear in the ownership graph.",
  ],
  [
    "a client who is not in the list",
    "名单中没有客户“D”。",
    "名單內沒有客戶「D」。",
    "The client “D” is not in the list.",
  ],
  [
    "a misspelt list",
    "股权关系资料有误：graph.holding，是否应为 holdings。",
    "股權關係資料有誤：graph.holding，是否應為 holdings。",
    "The ownership graph is not valid at graph.holding; perhaps holdings was meant.",
  ],
])("%s, in three languages", (name, ...sentences) => {
  expect(told(reasons[name])).toStrictEqual(sentences);
});

test.each(Object.entries(reasons))("nothing of the code or the template shows: %s", (_, reason) => {
  told(reason);
});
