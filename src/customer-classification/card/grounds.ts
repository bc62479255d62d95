import { wordsOf } from "./words.ts";

/** Grounds on which the law forbids treating a person less favourably in a service. */
export const PROTECTED_GROUNDS = ["sex", "marital-status", "pregnancy", "family-status", "disability", "race"] as const;

/**
 * A ground on which the law forbids treating a person less favourably in a service: sex, marital status (婚姻状况),
 * pregnancy, family status (家庭岗位: having an immediate family member to care for), disability, race.
 */
export type ProtectedGround = (typeof PROTECTED_GROUNDS)[number];

/** What a feature can say of itself: a ground, or `"none"` though its name may look like one. */
export const GROUND_DECLARATIONS = [...PROTECTED_GROUNDS, "none"] as const;

/** The laws that the lint names. */
export const PROTECTING_LAWS = [
  "hk-sex-discrimination-ordinance",
  "hk-family-status-discrimination-ordinance",
  "hk-disability-discrimination-ordinance",
  "hk-race-discrimination-ordinance",
  "cn-personal-information-protection-law",
] as const;

/** A law that protects a ground. */
export type ProtectingLaw = (typeof PROTECTING_LAWS)[number];

const CN = "cn-personal-information-protection-law" satisfies ProtectingLaw;
const SDO = "hk-sex-discrimination-ordinance" satisfies ProtectingLaw;

/**
 * The laws behind each ground; not a list of all there are.
 *
 * Hong Kong: Sex Discrimination Ordinance (Cap. 480) s. 28 for sex, marital status and pregnancy, Disability
 * Discrimination Ordinance (Cap. 487) s. 26, both "including banking services" in the words of HKMA Guideline 3.9;
 * Family Status Discrimination Ordinance (Cap. 527) and Race Discrimination Ordinance (Cap. 602), both for services.
 * Mainland: 个人信息保护法 art. 24, fairness of automated decisions, which names no ground.
 *
 * @see https://www.hkma.gov.hk/eng/regulatory-resources/regulatory-guides/guidelines/1996/07/guide_39b
 * @see https://clic.org.hk/en/topics/antiDiscrimination/introduction_to_hk_anti_discrimination/q1
 */
export const PROTECTING_LAWS_BY_GROUND = {
  sex: [SDO, CN],
  "marital-status": [SDO, CN],
  pregnancy: [SDO, CN],
  "family-status": ["hk-family-status-discrimination-ordinance", CN],
  disability: ["hk-disability-discrimination-ordinance", CN],
  race: ["hk-race-discrimination-ordinance", CN],
} as const satisfies Readonly<Record<ProtectedGround, readonly ProtectingLaw[]>>;

/** Words of ids and categories that usually mean a ground: whole words of Latin ids, any part of Chinese ones. */
const USUAL_WORDS = {
  sex: /^(?:sex|gender|male|female|woman|women)$|性别|性別|^[男女]$|[男女]性/,
  "marital-status": /^(?:marital|marriage|married|unmarried|spouse|divorced|widowed|partnered)$|婚|配偶|丧偶|喪偶/,
  pregnancy: /^(?:pregnant|pregnancy|maternity)$|孕/,
  "family-status":
    /^(?:family|household|child|children|kids|couple|dependants?|dependents?|parenthood|carer)$|家庭|子女/,
  disability: /^(?:disability|disabled|handicap|handicapped)$|残疾|殘疾|残障|殘障/,
  race: /^(?:race|racial|ethnic|ethnicity)$|民族|种族|種族/,
} as const satisfies Readonly<Record<ProtectedGround, RegExp>>;

/** The ground that ids and categories of a feature look like; null when they look like nothing of the kind. */
export function looksLikeGround(ids: readonly string[]): ProtectedGround | null {
  const words = ids.flatMap(wordsOf);
  return PROTECTED_GROUNDS.find((ground) => words.some((word) => USUAL_WORDS[ground].test(word))) ?? null;
}
