/** The four types of personal customers, in the order of the source. */
export const CLIENT_TYPES = /* @__PURE__ */ Object.freeze([
  "existing-high-quality",
  "existing-potential",
  "prospective-high-quality",
  "ordinary",
] as const);

/**
 * The four types of personal customers (四类客户): existing high-quality (现有优质), existing with potential (现有潜质),
 * high-quality but banking elsewhere (待争取优质), ordinary (个人普通).
 */
export type ClientType = (typeof CLIENT_TYPES)[number];

/** The two tiers of existing high-quality customers. */
export const TIERS = /* @__PURE__ */ Object.freeze(["core", "general"] as const);

/** The two tiers of existing high-quality customers: core (核心优质) and general (普通优质). */
export type Tier = (typeof TIERS)[number];

/** What a card measures. */
export const AXES = /* @__PURE__ */ Object.freeze(["strength", "closeness", "contribution", "potential"] as const);

/**
 * What a card measures, each separately: strength (实力), closeness of the relationship (关系密切), contribution (贡献),
 * potential (潜质).
 */
export type Axis = (typeof AXES)[number];
