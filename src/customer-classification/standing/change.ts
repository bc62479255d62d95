/** What an observation did to a standing. */
export const STANDING_CHANGES = /* @__PURE__ */ Object.freeze([
  "start",
  "upgrade",
  "hold",
  "watch",
  "notice",
  "downgrade",
  "unknown",
  "event",
  "floor",
  "override",
  "expire",
  "objection",
  "human-review",
] as const);

/**
 * What an observation did to a standing. At a review or an event: `upgrade` and `downgrade` when the rules and the floors
 * give another level than before, `watch` or `notice` when the level is held and was not earned, `unknown` when nothing
 * is known of the period, `hold` or `event` otherwise. `expire` is the end of an override.
 */
export type StandingChange = (typeof STANDING_CHANGES)[number];
