import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { expect, test } from "vitest";

import { planFields, planSections } from "../../src/strategy-plan/index.ts";

test("fields keep the words of the source, slips included", () => {
  const printed = new Map(planFields.map(({ code, source }) => [code, source]));
  expect(printed.size).toBe(37);
  expect(printed.get("2.C")).toBe("关系方法");
  expect(printed.get("7.B")).toBe("相关客运收益");
  expect(printed.get("8.D")).toBe("预算推介时间");
  expect(planSections.map(({ source }) => source)).toEqual([
    "客戶资料",
    "客戶的决策人,聯系人资料",
    "客戶的主要业务分析",
    "我行在客戶眼中的定位",
    "客戶与其它金融机构的关系",
    "我行提供服务现况",
    "客戶关系价值",
    "我行来年计划",
    "我行来年可能面对的挑战",
  ]);
});

const document = fileURLToPath(new URL("../../../shared/sources/000_c119c157cea94e3d.txt", import.meta.url));

test.skipIf(!existsSync(document))(
  "sections and fields stand in the source in this order (skipped without the source documents)",
  () => {
    const text = readFileSync(document, "utf8").replaceAll("/ ", "/");
    let at = text.indexOf("一. 客戶资料");
    expect(at).toBeGreaterThan(0);
    for (const section of planSections) {
      const names = [
        section.source,
        ...planFields.filter((field) => field.section === section.id).map(({ source }) => source),
      ];
      for (const name of names) {
        const found = text.indexOf(name, at);
        expect([name, found > 0]).toEqual([name, true]);
        at = found;
      }
    }
  },
);
