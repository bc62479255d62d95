import { expect } from "vitest";

import { issueOf, type Issue } from "../../src/core/index.ts";
import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import { tell, type Reason } from "../../src/telling/index.ts";

/** What a call throws, as data; a call that answers fails the test. */
export function thrownBy(call: () => unknown): Issue {
  let answer: unknown;
  try {
    answer = call();
  } catch (error) {
    const issue = issueOf(error);
    // the error itself says the same
    if (Object.hasOwn(en, issue.code)) expect(tell(error as Reason, en)).toBe(tell(issue, en));
    return issue;
  }
  return expect.unreachable(`not refused, answered with ${String(answer)}`);
}

/** Something an outcome or a batch has to have. */
export function given<T>(value: T | null | undefined): T {
  return value ?? expect.unreachable("not there");
}

/** A reason in the three languages, none of which may show a placeholder or a value of the language of programs. */
export function told(reason: Reason): readonly [zhHans: string, zhHantHK: string, en: string] {
  const sentences = [tell(reason, zhHans), tell(reason, zhHantHK), tell(reason, en)] as const;
  for (const sentence of sentences) {
    expect(sentence).toMatch(/[。.]$/);
    expect(sentence.replace(/\w\[\d+\]/g, "")).not.toMatch(
      /[{}[\]]|\b(?:undefined|NaN)\b|\[object|: object|(?<!\()\bnull\b/,
    );
    expect(sentence).not.toMatch(/ {2}|，，|：：|。。|\(\)|（）|：，/);
  }
  return sentences;
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
