import type { Rule } from "eslint";

export declare function phrasesIn(
  text: string,
): { readonly index: number; readonly phrase: string; readonly instead: string }[];

declare const house: {
  readonly rules: Readonly<Record<"verbs" | "plain-english" | "one-list", Rule.RuleModule>>;
};
export default house;
