import { expect } from "vitest";

import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { isDomainError, type Issue } from "../../src/core/index.ts";
import { tell, type Reason } from "../../src/telling/index.ts";

/** What a call throws, as the reason it is. */
export function thrown(call: () => unknown): Reason {
  try {
    call();
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { code: error.code, path: error.path, details: error.details } as Issue;
  }
  return expect.unreachable("nothing was thrown");
}

/** The first reason with a key. */
export function oneOf<R extends Reason>(reasons: readonly R[], key: string): R {
  const found = reasons.find((reason) => Object.values(reason).includes(key));
  return found ?? expect.unreachable(`no ${key} among ${JSON.stringify(reasons)}`);
}

/** The last reason. */
export function lastOf<R extends Reason>(reasons: readonly R[]): R {
  return reasons.at(-1) ?? expect.unreachable("no reason");
}

/** What was refused. */
export function refused<O extends { readonly ok: boolean }>(outcome: O): Extract<O, { readonly ok: false }> {
  if (outcome.ok) expect.unreachable("not refused");
  return outcome as Extract<O, { readonly ok: false }>;
}

/** A reason in the three languages: simplified Chinese, Hong Kong Chinese, English. */
export const inWords = (reason: Reason): readonly string[] =>
  [zhHans, zhHantHK, en].map((words) => tell(reason, words));

/** Asserts that a reason is a sentence in each language, and that nothing of the code or the template shows. */
export function expectSentences(reason: Reason): void {
  for (const sentence of inWords(reason)) {
    expect(sentence).toMatch(/[。.]$/);
    const plain = sentence.replaceAll(/\[\d+\]/g, "").replaceAll("(null)", "");
    expect(plain).not.toMatch(/[{}[\]]|undefined|null|NaN/);
    expect(plain.replaceAll("an object", "")).not.toContain("object");
    expect(sentence).not.toMatch(/ {2}|，，|。。|：：| [,.;:]|,,/);
  }
}
