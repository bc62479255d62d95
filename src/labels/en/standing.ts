import { given, wrong } from "./phrases.ts";

/** The level a client is served at, through time. */
export const standing = {
  "standingChange.start": "start",
  "standingChange.upgrade": "upgrade",
  "standingChange.hold": "no change",
  "standingChange.watch": "watch list",
  "standingChange.notice": "notice of a downgrade",
  "standingChange.downgrade": "downgrade",
  "standingChange.unknown": "not enough data",
  "standingChange.event": "looked at between reviews",
  "standingChange.floor": "minimum level",
  "standingChange.override": "manual adjustment",
  "standingChange.expire": "end of a manual adjustment",
  "standingChange.objection": "the client’s objection",
  "standingChange.human-review": "review by a person",
  "revaluationCause.client-change": "a change in the client’s circumstances",
  "revaluationCause.market-change": "a change in the market",
  "humanReviewOutcome.upheld": "upheld",
  "humanReviewOutcome.changed": "changed",
  "standingRefusal.not-started": "the client has no starting level yet",
  "standingRefusal.started-already": "the client already has a starting level",
  "standingRefusal.out-of-order": "it is earlier than the last observation",
  "standingRefusal.observed-twice": "the same was already observed that day",
  "standingRefusal.not-in-ladder": "the policy has no such level",
  "standingRefusal.not-a-review-date": "it is not one of the client’s review dates",
  "standingRefusal.review-missed": "an earlier review has no observation",
  "standingRefusal.floor-not-declared": "the policy has no such minimum level",
  "standingRefusal.floor-not-begun": "that minimum level is not in force",
  "standingRefusal.ends-before-it-begins": "it must end after the day it begins",
  "standingRefusal.override-not-allowed": "the policy allows no manual adjustment",
  "standingRefusal.override-too-long": "it lasts longer than the policy allows",
  "standingRefusal.approvals-missing": "it has fewer approvals than the policy requires",
  "standingRefusal.approved-by-asker": "whoever asks for it must not approve it",
  "standingRefusal.approved-twice": "one person has approved it twice",
  "standingRefusal.no-override": "no manual adjustment is in force",
  "standingRefusal.no-objection": "no objection is waiting for an answer",
  "standingRefusal.override-missing": "the outcome is a change, but no new level is given",
  "standingRefusal.override-without-change": "the level is upheld, but a new one is given",
  "invalidStandingPolicyReason.level-twice": "the level occurs twice",
  "invalidStandingPolicyReason.keeps-not-ascending": "what keeps a level must rise with the levels",
  "invalidStandingPolicyReason.not-in-ladder": "the ladder has no such level",
  "invalidStandingPolicyReason.lowest-level": "the lowest level cannot be lost",
  "invalidStandingPolicyReason.floor-twice": "the minimum level occurs twice",
  "invalidStandingPolicyReason.notice-too-long": "a level would be lost before its notice is over",
  "invalidStandingPolicyReason.date-twice": "the date occurs twice",
  "standing-changed":
    "{on:date}: {change:label.standingChange}; the client is served at “{level:label.level}”[, before at “{from:label.level}”].",
  "level-started": "The client starts at “{level:label.level}”.",
  "level-raised": "“{level:label.level}” was earned and now replaces “{from:label.level}”.",
  "level-awaited":
    "“{level:label.level}” was earned, and is served once {of} reviews in a row have found it; so far {reviews} have.",
  "level-kept": "“{level:label.level}” was earned again.",
  "level-near":
    "“{level:label.level}” was not earned[ (“{earned:label.level}” was)], but is kept: the measure reaches {keptFrom:number}.",
  "level-below":
    "“{level:label.level}” was not earned: “{earned:label.level}” was. It is lost when {of} reviews in a row do not find it, and this is number {reviews}.",
  "level-notice":
    "“{level:label.level}” was not earned: “{earned:label.level}” was. It is lost when {of} reviews in a row do not find it, and this is number {reviews}: please tell the client now. The next review is on {nextReview:date}.",
  "level-lost":
    "“{level:label.level}” was not earned at {reviews} reviews in a row and is lost; what was held in the meantime is “{to:label.level}”.",
  "level-by-step":
    "The level falls by one step at each review, now to “{level:label.level}”; the rules would give “{rules:label.level}”.",
  "period-unknown":
    "There are not enough data for the period, which counts neither for nor against “{level:label.level}”.",
  "review-missed": "The review of {on:date} has no observation.",
  "level-looked-at":
    "The level was looked at because of {cause:label.revaluationCause}[; “{earned:label.level}” is earned].",
  "floor-begins":
    "“{floor:label.standingFloor}” guarantees at least “{level:label.level}”[; it ends on {to:date}, the first day it no longer counts].",
  "floor-ends":
    "“{floor:label.standingFloor}” ends on {to:date}; the level stays as it is until the next review, on {nextReview:date}.",
  "floor-holds":
    "The rules give “{rules:label.level}”; at least “{level:label.level}” is guaranteed by {floors:label.standingFloor}.",
  "floor-over": "No longer guaranteed from this review on: {floors:label.standingFloor}.",
  "override-made":
    "{by} set the level to “{level:label.level}” by hand until {to:date}, when it no longer applies; approved by {approvedBy:list}; reason: {reason}. The rules give “{rules:label.level}”.",
  "override-stands":
    "“{level:label.level}” was set by hand and applies until {to:date}; the rules give “{rules:label.level}”.",
  "override-expired": "The manual adjustment to “{level:label.level}” ended on {on:date}.",
  "override-taken-back": "{by} took back the manual adjustment to “{level:label.level}”.",
  "level-objected-to":
    "The client objects to “{level:label.level}”[; until it is answered, the level does not fall below “{atLeast:label.level}”].",
  "objection-holds":
    "The rules give “{rules:label.level}”; because of the client’s objection the level stays at “{level:label.level}” or better.",
  "level-seen-by-person": "{by} has reviewed the level; outcome: {outcome:label.humanReviewOutcome}.",
  "served-differently":
    "From {from:date}[ until {to:date} (not included)], the level served[ was “{before:label.level}”][ was none{!before}] and[ should be “{after:label.level}”][ should be none{!after}].",
  "customer-classification/invalid-standing-policy": `The policy on levels is not valid[ at {path}][: {reason:label.invalidStandingPolicyReason}][ (“{name}”)]${given}`,
  "customer-classification/invalid-standing-observation": `The observation cannot be read${wrong}`,
  "customer-classification/observation-refused":
    "The observation of {on:date} was refused[ at {path}]: {reason:label.standingRefusal}[; the last one is of {asOf:date}][; the review is due on {review:date}][; minimum level “{floor:label.standingFloor}”][; {received:received} was given][; allowed: {allowed:list}][; it has {approvals}][, {wanted} are required][; it lasts {days} days][, {maxDays} are allowed].",
  "customer-classification/invalid-standing": `The stored level is not as this system made it, or follows another policy${wrong}`,
  "customer-classification/invalid-standing-change": `The correction cannot be read${wrong}`,
  "customer-classification/invalid-standing-columns": `The columns of levels cannot be read${wrong}`,
} as const;
