import { expect, test } from "vitest";

import { EXTRACT_PROBLEMS, readLines, type ReadLinesOptions } from "../../src/relationship-value/index.ts";
import { given, thrownBy, told } from "../support/told.ts";

const row = (changes: object = {}) => ({
  id: "L1",
  client: "C-1",
  product: "LOAN",
  item: "asset",
  period: "2026-Q1",
  amount: "10.00",
  currency: "CNY",
  basis: "actual",
  ...changes,
});
const header = Object.keys(row());
const issueOf = (record: unknown, options: ReadLinesOptions = {}) =>
  given(readLines([record as Record<string, string>], options).issues[0]);
const refused = (names: readonly string[]) => thrownBy(() => readLines([], { header: names }));

/** One of every problem a table has, in the order of the list. */
const REASONS = [
  issueOf(null),
  refused(header.map((name) => (name === "amount" ? "Amount" : name))),
  refused(header.filter((name) => name !== "basis")),
  refused([...header, "id"]),
  issueOf(row(), { constants: { currency: "CNY" } }),
  issueOf(["L1"], { header }),
  issueOf(row({ amount: 10 })),
  issueOf(row({ from: "2026-01-01", to: "2026-02-01" })),
];

test("every problem of a table is told", () => {
  expect(REASONS.map(({ details }) => details["reason"])).toEqual(EXTRACT_PROBLEMS);
  expect(REASONS.map((reason) => told(reason)[2])).toMatchInlineSnapshot(`
    [
      "Row 1: The extract cannot be read: this is not a record: an empty value (null) was given.",
      "The extract cannot be read: a column is missing, and another has nearly its name at header.Amount; perhaps amount was meant.",
      "The extract cannot be read: a column is missing at header.basis; known here: id, client, product, item, period, amount, currency.",
      "The extract cannot be read: a column occurs twice at header.id.",
      "Row 1: The extract cannot be read: there is a column for what has been set for all rows at currency.",
      "Row 1: The extract cannot be read: the record does not have as many cells as the header (columns in the header: 8, cells in the record: 1).",
      "Row 1: The extract cannot be read: a cell does not contain text at amount: "10" was given (a number).",
      "Row 1: The extract cannot be read: the period is stated twice at period.",
    ]
  `);
  expect(REASONS.map((reason) => told(reason)[0])).toMatchInlineSnapshot(`
    [
      "第1行：导出文件无法读取：该项不是一条记录，收到的是空值。",
      "导出文件无法读取：缺少所需的列，而另一列的名称与其十分相近：header.Amount，是否应为 amount。",
      "导出文件无法读取：缺少所需的列：header.basis，此处可用的名称有 id、client、product、item、period、amount、currency。",
      "导出文件无法读取：有两列名称相同：header.id。",
      "第1行：导出文件无法读取：已统一设定的内容又另有一列：currency。",
      "第1行：导出文件无法读取：该行的单元格数与表头不一致（表头共 8 列，该行共 1 格）。",
      "第1行：导出文件无法读取：单元格的内容不是文本：amount，收到的是"10"（数字）。",
      "第1行：导出文件无法读取：期间重复填写：period。",
    ]
  `);
  expect(REASONS.map((reason) => told(reason)[1])).toMatchInlineSnapshot(`
    [
      "第1行：匯出的檔案無法讀取：該項不是一筆紀錄，收到的是空值。",
      "匯出的檔案無法讀取：欠缺所需的欄，而另一欄的名稱與其十分相近：header.Amount，是否應為 amount。",
      "匯出的檔案無法讀取：欠缺所需的欄：header.basis，此處可用的名稱有 id、client、product、item、period、amount、currency。",
      "匯出的檔案無法讀取：有兩欄名稱相同：header.id。",
      "第1行：匯出的檔案無法讀取：已統一設定的內容又另有一欄：currency。",
      "第1行：匯出的檔案無法讀取：該行的儲存格數目與標題列不一致（標題列共 8 欄，該行共 1 格）。",
      "第1行：匯出的檔案無法讀取：儲存格的內容不是文字：amount，收到的是"10"（數字）。",
      "第1行：匯出的檔案無法讀取：期間重複填寫：period。",
    ]
  `);
});

test("values in cells are told as those of lines are, at the column of the extract", () => {
  const { id, ...rest } = row();
  const [, , en] = told(issueOf({ LN_NO: id, ...rest, amount: "1,000.00" }, { columns: { id: "LN_NO" } }));
  expect(en).toMatchInlineSnapshot(
    `"Row 1: An amount is not valid at amount: "1,000.00" was given (a text). Give its currency, and a plain number such as 1234.56."`,
  );
  expect(told(issueOf({ LN_NO: "", ...rest }, { columns: { id: "LN_NO" } }))[2]).toMatchInlineSnapshot(
    `"Row 1: An ID is missing at LN_NO: an empty text was given."`,
  );
});
