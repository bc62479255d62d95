import { expect, test } from "vitest";

import { checkPlan, whiteSpace } from "../../src/strategy-plan/index.ts";
import { emptyPlan } from "../strategy-plan/plans.ts";
import { oneOf, thrownBy, told } from "../support/told.ts";

const evidence = { asOf: "2025-11-20" };
const catalogue = [{ id: "FX" }];

test.each([
  [
    thrownBy(() => whiteSpace(emptyPlan, [...catalogue, ...catalogue])),
    "产品“FX”重复：catalogue[1].id，产品目录和同类客户统计中每个产品只能出现一次。",
    "產品「FX」重複：catalogue[1].id，產品目錄及同類客戶統計內每項產品只可出現一次。",
    "The product “FX” is given twice (catalogue[1].id); the catalogue and the peer counts may have each product only once.",
  ],
  [
    thrownBy(() => whiteSpace(emptyPlan, catalogue, [{ product: "LOAN", n: 2, adopted: 1 }])),
    "同类客户统计中的产品“LOAN”不在产品目录中：peers[0].product。",
    "同類客戶統計內的產品「LOAN」不在產品目錄內：peers[0].product。",
    "The peer counts name the product “LOAN” (peers[0].product), but the catalogue does not have it.",
  ],
  [
    oneOf(
      checkPlan({
        ...emptyPlan,
        people: [{ id: "p", contactName: "A" }],
        ties: [{ id: "t", from: "p", to: "p", kind: "influences", evidence }],
      }),
      "strategy-plan/tie-to-oneself",
    ),
    "人员关系“t”的两端均为“p”：ties[0].to，请核对。",
    "人物關係「t」的兩端均為「p」：ties[0].to，請核對。",
    "The tie “t” connects the person “p” with themselves (ties[0].to); check both ends.",
  ],
])("%o, in three languages", (reason, ...sentences) => {
  expect(told(reason)).toStrictEqual(sentences);
});
