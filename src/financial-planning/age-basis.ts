import { asGiven, byTag, oneOf, readText, shapeOf, type Reader } from "../core/inner.ts";

/**
 * Whom the statutory retirement age of mainland China tells apart (法定退休年龄): men, and women whose age was 55 or 50
 * before it began to rise.
 */
export const RETIREES = ["man", "woman-55", "woman-50"] as const;

/** One of the {@link RETIREES}. */
export type Retiree = (typeof RETIREES)[number];

/** Where a retirement age may come from. */
export const RETIREMENT_AGE_KINDS = ["statutory", "chosen"] as const;

/** Where a retirement age comes from: the law of mainland China for this person, or the person’s own choice. */
export type RetirementAgeKind = (typeof RETIREMENT_AGE_KINDS)[number];

/** Whose age of retirement a plan counts with, and who says so. */
export type RetirementAgeBasis =
  | {
      readonly kind: "statutory";
      readonly person: Retiree;
      /** The law, or the notice of the social insurance to this person. */
      readonly source: string;
    }
  | {
      /** Earlier, later or another place: what the person wants. */
      readonly kind: "chosen";
      /** Where the choice is written down. */
      readonly source: string;
    };

type BasisOf<Kind extends RetirementAgeKind> = Extract<RetirementAgeBasis, { readonly kind: Kind }>;

/** The basis of a retirement age. */
export const readAgeBasis: Reader<RetirementAgeBasis> = byTag<RetirementAgeBasis, "kind">("kind", {
  statutory: shapeOf<BasisOf<"statutory">>({ kind: asGiven, person: oneOf(RETIREES), source: readText }),
  chosen: shapeOf<BasisOf<"chosen">>({ kind: asGiven, source: readText }),
});
