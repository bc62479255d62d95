import { wordsOf } from "./words.ts";

/** Grounds on which the law forbids treating a person less favourably in a service. */
export const PROTECTED_GROUNDS = [
  "sex",
  "marital-status",
  "pregnancy",
  "breastfeeding",
  "family-status",
  "disability",
  "race",
] as const;

/**
 * A ground on which the law forbids treating a person less favourably in a service: sex, marital status (婚姻状况),
 * pregnancy, breastfeeding (餵哺母乳), family status (家庭岗位: having an immediate family member to care for), disability,
 * race.
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
 * Hong Kong: Sex Discrimination Ordinance (Cap. 480) s. 28 for sex, marital status and pregnancy, and since 19 June 2021
 * for breastfeeding; Disability Discrimination Ordinance (Cap. 487) s. 26, both "including banking services" in the words of HKMA Guideline 3.9;
 * Family Status Discrimination Ordinance (Cap. 527) and Race Discrimination Ordinance (Cap. 602), both for services.
 * Mainland: 个人信息保护法 art. 24 names no ground: it asks that automated decisions be open and their results fair, and
 * forbids unreasonable differential treatment in terms of a transaction such as price.
 *
 * @see https://www.hkma.gov.hk/eng/regulatory-resources/regulatory-guides/guidelines/1996/07/guide_39b
 * @see https://www.eoc.org.hk/en/discrimination-laws/sex-discrimination-laws
 * @see https://clic.org.hk/en/topics/antiDiscrimination/introduction_to_hk_anti_discrimination/q1
 */
export const PROTECTING_LAWS_BY_GROUND = {
  sex: [SDO, CN],
  "marital-status": [SDO, CN],
  pregnancy: [SDO, CN],
  breastfeeding: [SDO, CN],
  "family-status": ["hk-family-status-discrimination-ordinance", CN],
  disability: ["hk-disability-discrimination-ordinance", CN],
  race: ["hk-race-discrimination-ordinance", CN],
} as const satisfies Readonly<Record<ProtectedGround, readonly ProtectingLaw[]>>;

/**
 * Words of ids and categories that usually mean a ground: whole words of Latin ids or words written as one, long ones
 * also inside another; any part of Chinese ones. Not all there are: an abbreviation or a code tells nothing.
 */
const USUAL_WORDS = {
  sex: /^(?:sex|sexcode|male|female|woman|women|salutation|mr|mrs|ms)$|gender|性别|性別|^[男女]$|[男女]性|称谓|稱謂|称呼|稱呼|先生|女士|小姐|太太/,
  "marital-status":
    /^(?:married|unmarried|partnered|wife|miss|singleperson|civilstatus)$|marital|marriage|husband|spouse|divorce|widow|婚|配偶|丧偶|喪偶|单身|單身|夫妻|离异|離異/,
  pregnancy: /^maternity|pregnan|孕|产假|產假|分娩/,
  breastfeeding: /breastfe|breastmilk|^lactating$|哺乳|母乳/,
  "family-status":
    /^(?:family|household|child|childcount|childless|kids?|baby|couple|dependants?|dependents?|parents?|mother|father|carer|caregiver)$|children|parenthood|familystatus|家庭|子女|已育|未育|生育|育有|有孩|父母|母亲|母親|父亲|父親/,
  disability: /^handicap(?:ped)?$|disabilit|disabled|wheelchair|mentalhealth|残疾|殘疾|残障|殘障|轮椅|輪椅/,
  race: /^(?:race|racecode|racial|descent)$|ethnic|nationality|民族|族别|族別|族裔|种族|種族|国籍|國籍/,
} as const satisfies Readonly<Record<ProtectedGround, RegExp>>;

/** The ground that ids and categories of a feature look like; null when they look like nothing of the kind. */
export function looksLikeGround(ids: readonly string[]): ProtectedGround | null {
  // `singlePerson` and `SINGLEPERSON` are looked up as one word too
  const words = ids.flatMap((id) => [...wordsOf(id), wordsOf(id).join("")]);
  return PROTECTED_GROUNDS.find((ground) => words.some((word) => USUAL_WORDS[ground].test(word))) ?? null;
}
