import type { TellingWords } from "../words.ts";
import { wrong } from "./phrases.ts";

/** Reasons that cannot be told: sentences. */
export const telling = {
  "telling/invalid-reason": `並非可以說明的原因${wrong}它沒有代號。`,
  "telling/unknown-reason": "沒有「{key}」的說明文字[，是否應為「{didYouMean}」]；請補充該語言的文字。",
  "telling/missing-fact": "「{key}」的說明需要「{fact}」，但未有提供。",
  "telling/invalid-fact": "「{key}」的說明中，「{fact}」並非所需的內容：收到的是{received:received}。",
  "telling/invalid-words": `該語言的文字有誤${wrong}[{languageTag}須為語言標籤，例如 zh-Hant-HK、zh-Hans 或 en。]`,
  "telling/unknown-label": "沒有「{key}」的名稱[，是否應為「{didYouMean}」]；請補充該語言的文字。",
} as const satisfies TellingWords;
