import { describe, expect, test } from "vitest";

import fc from "fast-check";
import { SaxesParser } from "saxes";

import { amountText, escapeHtml, escapeMarkdown, figureText, percentText } from "../../src/rendering/index.ts";
import { cleanText } from "../../src/rendering/text.ts";
import { hostile } from "./arbitrary.ts";

describe("clean text", () => {
  test.each([
    ["line ends of any kind", "a\r\nb\rc\u0085d\u2028e\u2029f\vg\fh", "a\nb\nc\nd\ne\nf\ng\nh"],
    ["tabs", "a\tb", "a b"],
    ["controls and a terminal's escapes", "\u001b[31ma\u0000b\u009bc\u007fd", "[31mabcd"],
    ["the writing direction", "\u200e\u200f\u061c\u202a1\u202b2\u202c3\u202d4\u202e5\u2066\u2067\u2068\u2069", "12345"],
    ["zero-width blanks and joiners of words", "a\u200bb\u2060c\ufeffd\u2063e", "abcde"],
    ["soft hyphens", "pay\u00adment", "payment"],
    ["tag characters", "a\u{e0001}\u{e0041}\u{e007f}b", "ab"],
    ["annotations", "a\ufff9b\ufffac\ufffbd", "abcd"],
    ["code points that are not characters", "\ufffe\uffff\ufdd0\ufdef\u{1fffe}\u{10ffff}", "\ufffd".repeat(6)],
    ["halves of pairs", "\ud800a\udc00", "\ufffda\ufffd"],
    ["halves that removing a control would join", "\udb40\u0000\udc41", "\ufffd\ufffd"],
    ["a non-joiner that Persian needs", "می\u200cخواهم", "می\u200cخواهم"],
    ["joiners of emoji", "👩🏽\u200d💻 ❤️\u200d🔥", "👩🏽\u200d💻 ❤️\u200d🔥"],
    ["joiners in figures and at the ends", "\u200d1\u200c000\u200d.\u200d\u200da\u200d\u200db", "1000.ab"],
    ["a chosen form of a character", "葛\u{e0100}", "葛\u{e0100}"],
  ])("%s", (_name, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  test("every character by itself as among others that have to be cleaned", () => {
    const differing = Array.from({ length: 0x10000 }, (_, code) => `a${String.fromCharCode(code)}b`).filter(
      (text) => cleanText(text) !== cleanText(`${text}\u200b`),
    );
    expect(differing).toStrictEqual([]);
  });

  test("cleaned again it is the same, and XML accepts it", () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: "binary" })), (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        let read = "";
        const parser = new SaxesParser();
        parser.on("error", (error) => {
          throw error;
        });
        parser.on("text", (part) => (read += part));
        parser.write(`<t>${escapeHtml(text)}</t>`).close();
        expect(read).toBe(clean);
      }),
    );
  });
});

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
    ["_www.a.b to a@b.cc", "\\_www\\.a.b to a\\@b.cc"],
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
