import type { TellingWords } from "../words.ts";
import { wrong } from "./phrases.ts";

/** Reasons that cannot be told: sentences. */
export const telling = {
  "telling/invalid-reason": `This is not a reason that can be put into words${wrong} It has no code.`,
  "telling/unknown-reason":
    "There is no sentence for “{key}”[; perhaps “{didYouMean}” was meant]. Add it to the words of this language.",
  "telling/missing-fact": "The sentence for “{key}” needs “{fact}”, which is not there.",
  "telling/invalid-fact": "The sentence for “{key}” cannot show “{fact}”: {received:received} was given.",
  "telling/invalid-words": `The words of this language are not valid${wrong}[{languageTag} A language tag is needed, such as en, zh-Hans or zh-Hant-HK.]`,
  "telling/unknown-label":
    "There is no label “{key}”[; perhaps “{didYouMean}” was meant]. Add it to the words of this language.",
} as const satisfies TellingWords;
