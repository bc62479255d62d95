import type { Rule } from "eslint";

export declare function phrasesIn(
  text: string,
): { readonly index: number; readonly phrase: string; readonly instead: string }[];

declare const house: { readonly rules: { readonly verbs: Rule.RuleModule; readonly "plain-english": Rule.RuleModule } };
export default house;
