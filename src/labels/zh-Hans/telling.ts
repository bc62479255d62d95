import type { TellingWords } from "../words.ts";
import { wrong } from "./phrases.ts";

/** Reasons that cannot be told: sentences. */
export const telling = {
  "telling/invalid-reason": `不是可以说明的原因${wrong}它没有代码。`,
  "telling/unknown-reason": "没有“{key}”的说明文字[，是否应为“{didYouMean}”]；请补充该语言的文字。",
  "telling/missing-fact": "“{key}”的说明需要“{fact}”，但没有提供。",
  "telling/invalid-fact": "“{key}”的说明中，“{fact}”不是所需的内容：收到的是{received:received}。",
  "telling/invalid-words": `该语言的文字有误${wrong}[{languageTag}须为语言标签，例如 zh-Hans、zh-Hant-HK 或 en。]`,
  "telling/unknown-label": "没有“{key}”的名称[，是否应为“{didYouMean}”]；请补充该语言的文字。",
} as const satisfies TellingWords;
