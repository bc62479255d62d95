import { describe, expect, test } from "vitest";

import { amountText, escapeHtml, escapeMarkdown, figureText, percentText } from "../../src/rendering/index.ts";

describe("text for Markdown", () => {
  test.each([
    ["plain 中文，标点。", "plain 中文，标点。"],
    ["a|b", "a&#124;b"],
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["&lt;", "&amp;lt;"],
    ["[x](javascript:1)", "\\[x\\](javascript:1)"],
    ["![x](y)", "!\\[x\\](y)"],
    ["`code` and ~~~", "\\`code\\` and \\~\\~\\~"],
    ["**b** _i_", "\\*\\*b\\*\\* \\_i\\_"],
    ["# not a heading", "\\# not a heading"],
    ["- not a list", "\\- not a list"],
    ["+ not a list", "\\+ not a list"],
    ["12) not a list", "12\\) not a list"],
    ["3.5%", "3.5%"],
    ["---", "\\---"],
    ["===", "\\==="],
    ["    not code", "not code"],
    ["one\r\ntwo\u2028three", "one<br>two<br>three"],
    ["see https://a.b and www.a.b", "see https\\://a.b and www\\.a.b"],
    ["back\\slash", "back\\\\slash"],
    ["$x$", "\\$x\\$"],
  ])("%j", (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });
});

describe("text for HTML", () => {
  test.each([
    [`<img src=x onerror="a('b')">`, "&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt;"],
    ["a\u202eb\u0000c\u0007", "abc"],
    ["\ud800x", "\ufffdx"],
    ["𠮷野", "𠮷野"],
    ["tab\there", "tab here"],
  ])("%j", (text, expected) => {
    expect(escapeHtml(text)).toBe(expected);
  });
});

describe("figures as text", () => {
  test.each([
    ["0.00", "0.00"],
    ["999.99", "999.99"],
    ["1000", "1,000"],
    ["-1234567.80", "−1,234,567.80"],
    ["900719925474099312.7", "900,719,925,474,099,312.7"],
  ])("%s", (amount, expected) => {
    expect(figureText({ amount, currency: "CNY" })).toBe(expected);
    expect(amountText({ amount, currency: "CNY" })).toBe(`CNY ${expected}`);
  });

  test.each([
    ["0.4971", "49.7%"],
    ["0.00050", "0.0%"],
    ["0.0015", "0.2%"],
    ["1", "100.0%"],
    ["-0.125", "−12.5%"],
  ])("the share %s", (share, expected) => {
    expect(percentText(share)).toBe(expected);
  });

  test("what is no amount is refused", () => {
    expect(() => figureText({ amount: "1,000.00", currency: "CNY" })).toThrow(
      expect.objectContaining({ code: "core/invalid-decimal", path: ["amount"], details: { received: "1,000.00" } }),
    );
  });
});
