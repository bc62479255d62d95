/** The three heads in the order of the statement. */
export const valueHeads = Object.freeze(["direct", "related", "other"] as const);

/** The three heads of the value statement (直接收益, 相关客户收益, 其它收益). */
export type ValueHead = (typeof valueHeads)[number];

/** The three items of the first head, in order. */
export const directItems = Object.freeze(["asset", "liability", "intermediary"] as const);

/** Items of the first head: lending, deposits, fee business (资产, 负债, 中间业务). */
export type DirectItem = (typeof directItems)[number];

/** The three items of the second head, in order of precedence. */
export const relatedItems = Object.freeze(["subsidiary", "affiliate", "referred"] as const);

/** Items of the second head (子公司, 关连公司, 由客户推介而建立的其它客户关系): views over other clients' lines, never booked. */
export type RelatedItem = (typeof relatedItems)[number];

/** The five items of the third head, in order. */
export const otherItems = Object.freeze([
  "joint-business",
  "pilot-partner",
  "forum-attendance",
  "advertising",
  "sponsorship",
] as const);

/** Items of the third head (联营业务, 新产品/服务试点, 出席座谈会, 广告推介, 活动/赞助). */
export type OtherItem = (typeof otherItems)[number];

/** The items of the third head that a client pays for the bank’s sake, and that must not be the price of credit. */
export const sponsoredItems = Object.freeze(["advertising", "sponsorship"] as const satisfies readonly OtherItem[]);

/** Items that must not be the price of credit (广告推介, 活动/赞助). */
export type SponsoredItem = (typeof sponsoredItems)[number];

/** The eight items a line can be booked to, in the order of the statement; column form counts them from 0. */
export const bookedItems = Object.freeze([...directItems, ...otherItems] as const);

/** The eight items a line can be booked to. */
export type BookedItem = (typeof bookedItems)[number];

/** The eleven items in the order of the statement. */
export const valueItems = Object.freeze([...directItems, ...relatedItems, ...otherItems] as const);

/** The eleven items of the statement. */
export type ValueItem = (typeof valueItems)[number];

/** The two items of the second head whose clients a statement names: those that the client owns or influences. */
export const groupItems = Object.freeze(["subsidiary", "affiliate"] as const satisfies readonly RelatedItem[]);

/** The items of the second head whose clients a statement names. */
export type GroupItem = (typeof groupItems)[number];

/** The ten items whose lines a statement names: all but `referred`, which is a sum over clients of their own. */
export const tracedItems = Object.freeze([...directItems, ...groupItems, ...otherItems] as const);

/** The items whose lines a statement names. */
export type TracedItem = (typeof tracedItems)[number];

/** The three bases, most certain first; column form counts them from 0. */
export const incomeBases = Object.freeze(["actual", "accrued", "estimated"] as const);

/** How certain an income is: received, earned but not yet received, or estimated; estimated parts are marked everywhere. */
export type IncomeBasis = (typeof incomeBases)[number];
