import type { StandingPolicy } from "../standing/policy.ts";

const OWN = "relationship-banking: for illustration";

/**
 * Star levels that rise at once and fall late (当期升级，延期降级), after the star rating of ICBC as third parties copy it
 * (星级评定, 服务星级).
 *
 * From the copies: the ladder, the rating dates 30 June and 31 December, the rise at once, the floors by cards and the
 * agreement of private banking, and the change by hand. Not in them: how long the buffer before a fall is (two
 * reviews here), what a missed review means, how many approvals a change by hand needs and how long it lasts, and when floors
 * end; those are this library's own. The copies let the system raise a star on an event in real time, which the floors
 * and `event` observations do. An example of form, not the current terms of any bank.
 */
export const exampleStarStanding = {
  id: "example.star-standing",
  version: "1",
  status: "example",
  effectiveFrom: "2000-01-01",
  sources: [
    "https://wodefinance.com/Creditcardoverdue/nvkfdnvqnv.html",
    "http://lnmlw.com/Foreignexaccountopening/lrufddvfcn.html",
    "http://www.alligato.cn/news/kandian/20230518/18185007.html",
    `${OWN}: two reviews before a fall, approvals and length of an override, missed reviews, objections`,
  ],
  ladder: [
    { id: "no-star" },
    { id: "quasi-star" },
    { id: "star-3" },
    { id: "star-4" },
    { id: "star-5" },
    { id: "star-6" },
    { id: "star-7" },
  ],
  review: { kind: "dates", dates: ["06-30", "12-31"] },
  missedReview: "refuse",
  rise: { afterReviews: 0 },
  fall: { afterReviews: 2, steps: "to-held" },
  floors: [
    { id: "ordinary-card", atLeast: "star-4" },
    { id: "gold-card", atLeast: "star-5" },
    { id: "platinum-card", atLeast: "star-6" },
    { id: "private-banking-agreement", atLeast: "star-7" },
  ],
  override: { approvals: 2, maxDays: 184 },
  objectionHolds: true,
  readings: [
    "medium confidence: several copies by third parties agree, and no page of the bank was seen",
    "the length of the buffer (星级下降缓冲期) was not seen",
  ],
} as const satisfies StandingPolicy;

/**
 * Levels by monthly average assets, lost after three months, those of private banking after six, as Bohai Bank writes it.
 *
 * From the bank's page: the ladder, the watch (关注客户) from the first month below, three and six months, and that a level
 * reached in a month applies from the next: the review is on the last day of the month, so that what it gives is served from
 * then on. Different here: the bank lets the client fall to the level of the last of those months; this policy to the
 * highest level earned in as many months as that level itself asks for. Under the bank's rule whoever earns `gold`,
 * `affluent`, `affluent`, `mass` falls to `mass` in the fourth month, while whoever earned `affluent` in the first and the
 * same from then on is still served `affluent`: better once, and served worse later. Here both are served `affluent`.
 */
export const exampleGraceStanding = {
  id: "example.grace-standing",
  version: "1",
  status: "example",
  effectiveFrom: "2000-01-01",
  sources: [
    "http://www.cbhb.com.cn/bhbank/S101/lingshouyinhangfuwu/bxyw/index.htm",
    `${OWN}: the fall to what was held meanwhile, notice, overrides, missed reviews`,
  ],
  ladder: [
    { id: "mass" },
    { id: "affluent" },
    { id: "gold" },
    { id: "platinum" },
    { id: "diamond" },
    { id: "private" },
    { id: "private-gold" },
    { id: "private-platinum" },
    { id: "private-diamond" },
  ],
  review: { kind: "monthly" },
  missedReview: "refuse",
  rise: { afterReviews: 0 },
  fall: {
    afterReviews: 3,
    byLevel: { private: 6, "private-gold": 6, "private-platinum": 6, "private-diamond": 6 },
    steps: "to-held",
    noticeReviews: 1,
  },
  override: { approvals: 2, maxDays: 92 },
  readings: ["the bank's page lets the level fall to that of the third or sixth month below"],
} as const satisfies StandingPolicy;

/**
 * A membership that is looked at on 31 March, not before the client has been one for six months, as DBS Asia Treasures
 * writes it: who joins from January to September is first looked at on 31 March of the next year, who joins from October to
 * December one year later.
 *
 * From the bank's page: the date and the months of joining. This library's own: everything else.
 */
export const exampleMembershipStanding = {
  id: "example.membership-standing",
  version: "1",
  status: "example",
  effectiveFrom: "2000-01-01",
  sources: [
    "https://www.dbs.com.sg/private-banking/privileges/asia-treasures-faq.page",
    `${OWN}: the ladder, and all rules but the dates`,
  ],
  ladder: [{ id: "standard" }, { id: "member" }],
  review: { kind: "dates", dates: ["03-31"], firstAfterMonths: 6 },
  missedReview: "refuse",
  rise: { afterReviews: 0 },
  fall: { afterReviews: 1, steps: "to-held" },
} as const satisfies StandingPolicy;

/**
 * A review every year on the day the client started, one level down at most: all of it this library's own, for
 * illustration.
 */
export const exampleAnniversaryStanding = {
  id: "example.anniversary-standing",
  version: "1",
  status: "example",
  effectiveFrom: "2000-01-01",
  sources: [OWN],
  ladder: [{ id: "ordinary" }, { id: "general" }, { id: "core" }],
  review: { kind: "anniversary", months: 12 },
  missedReview: "refuse",
  rise: { afterReviews: 0 },
  fall: { afterReviews: 1, steps: "one-step" },
} as const satisfies StandingPolicy;

/**
 * The tiers of `exampleRetailCard`, looked at every month and kept for three: `ordinary` stands for everybody outside the
 * existing high-quality customers, `general` and `core` for the two tiers (普通优质, 核心优质). That levels are adjusted at set
 * times and when something happens is the source's; every number is this library's own, for illustration.
 */
export const exampleTierStanding = {
  id: "example.tier-standing",
  version: "1",
  status: "example",
  effectiveFrom: "2000-01-01",
  sources: [
    "商业银行个人客户经理工作流程, slide 12: levels adjusted at set times and otherwise, as client and market change",
    `${OWN}: every number`,
  ],
  ladder: [{ id: "ordinary" }, { id: "general" }, { id: "core" }],
  review: { kind: "monthly" },
  missedReview: "unknown",
  rise: { afterReviews: 0 },
  fall: { afterReviews: 3, steps: "to-held", noticeReviews: 1 },
  floors: [{ id: "wealth-agreement", atLeast: "general", months: 12 }],
  override: { approvals: 1, maxDays: 92 },
  objectionHolds: true,
} as const satisfies StandingPolicy;
