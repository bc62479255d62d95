import type { StrategyPlanWords } from "../words.ts";
import { wrong } from "./phrases.ts";

/** The strategy plan: labels and sentences. */
export const strategyPlan = {
  "planSection.client-profile": "Client profile",
  "planSection.decision-makers": "Decision makers and contacts",
  "planSection.business-analysis": "Analysis of the client’s main businesses",
  "planSection.bank-positioning": "Our bank’s standing in the client’s eyes",
  "planSection.other-institutions": "Relationships with other financial institutions",
  "planSection.service-status": "Current service status",
  "planSection.relationship-value": "Relationship value",
  "planSection.next-year-plan": "Our plan for the coming year",
  "planSection.challenges": "Expected challenges in the coming year",
  "planField.contactName": "Name",
  "planField.positionAndAuthority": "Position and decision authority",
  "planField.contactMethod": "Contact method",
  "planField.otherBusinessWithUs": "This person’s other business with our bank",
  "planField.otherContactsInOurBank": "Other contact points and related persons in our bank",
  "planField.businessNature": "Nature and content of the business",
  "planField.shareOfTurnoverAndProfit": "Share of the client’s total turnover / profit",
  "planField.developmentStatus": "Current state of development",
  "planField.comingYearDirection": "Coming-year plan / direction",
  "planField.financialNeeds": "Financial needs",
  "planField.ourImportance": "Our importance to the client",
  "planField.ourImage": "Our image",
  "planField.ourStrengths": "Our strengths",
  "planField.ourWeaknesses": "Our weaknesses",
  "planField.institutionName": "Institution",
  "planField.institutionOfficer": "Their officer covering the client",
  "planField.institutionServicesAndTerms": "Services provided and terms",
  "planField.reasonForChoice": "Why the client chose that institution",
  "planField.estimatedSpend": "Estimated client spend with that institution",
  "planField.needed": "Needed by the client?",
  "planField.suppliedElsewhere": "Supplied by another bank?",
  "planField.recommended": "Recommended to the client?",
  "planField.adopted": "Adopted by the client?",
  "planField.discontinued": "Discontinued by the client?",
  "planField.shareOfSpend": "Our share of the client’s spend on this service",
  "planField.directIncome": "Direct income",
  "planField.relatedClientIncome": "Income from related clients",
  "planField.otherIntangibleBenefit": "Other intangible benefits (at estimated value)",
  "planField.clientNeed": "Client need",
  "planField.productOrService": "Our product / service",
  "planField.departmentAndOwner": "Department / person in charge",
  "planField.plannedPitchTime": "Planned time of the pitch",
  "planField.pitchMethod": "How we will pitch it",
  "planField.expectedIncome": "Expected income",
  "planField.challengeSource": "Source of the challenge",
  "planField.challengeContent": "Content of the challenge",
  "planField.preventionAndTimetable": "Preventive work / timetable",
  "answer.yes": "Yes",
  "answer.no": "No",
  "answer.unknown": "Unknown",
  "bankImportance.main-bank": "Main bank",
  "bankImportance.core-bank": "Core bank",
  "bankImportance.secondary": "Secondary bank",
  "bankImportance.occasional": "Occasional dealings",
  "choiceReason.price": "Price",
  "choiceReason.credit-line": "Credit line",
  "choiceReason.product-range": "Product range",
  "choiceReason.service-quality": "Service quality",
  "choiceReason.relationship": "Relationship",
  "choiceReason.convenience": "Convenience",
  "choiceReason.group-decision": "Decision of the group",
  "choiceReason.other": "Other",
  "pitchChannel.meeting": "Meeting",
  "pitchChannel.proposal": "Written proposal",
  "pitchChannel.seminar": "Seminar",
  "pitchChannel.joint-visit": "Joint visit",
  "pitchChannel.other": "Other",
  "challengeOrigin.client": "Client",
  "challengeOrigin.competitor": "Competitor",
  "challengeOrigin.market": "Market",
  "challengeOrigin.regulation": "Regulation",
  "challengeOrigin.our-bank": "Our bank",
  "preventionState.open": "Open",
  "preventionState.done": "Done",
  "preventionState.dropped": "Dropped",
  "walletGap.spend-with-us": "Spend with us",
  "walletGap.spend-elsewhere": "Spend elsewhere",
  "walletTotalGap.nothing-known": "No service’s spend is fully known",
  "walletTotalGap.periods-differ": "The services’ spends are for different periods",
  "referredSection.businesses": "The client’s main businesses",
  "referredSection.institutions": "Other financial institutions",
  "referredSection.services": "Services",
  "discontinuedPart.date": "the date",
  "discontinuedPart.reason": "the reason",
  "eitherPart.contactName": "the name",
  "eitherPart.positionAndAuthority": "the position",
  "eitherPart.department": "the department",
  "eitherPart.person": "the person",
  "eitherPart.turnoverShare": "the share of turnover",
  "eitherPart.profitShare": "the share of profit",
  "kinRole.approved-by": "approved this plan",
  "kinRole.prepared-by": "prepared this plan",
  "kinRole.manager": "manages this client",
  "consentGap.absent": "the person has not consented",
  "consentGap.not-yet-given": "the person’s consent is not yet in force",
  "consentGap.expired": "the person’s consent has expired",
  "pitchDayDoubt.provisional": "the public holidays of that year have not been announced",
  "pitchDayDoubt.not-covered": "the calendar does not cover that day",
  "planTextPart.version": "the version",
  "planTextPart.preparedBy": "who prepared the plan",
  "planTextPart.approvedBy": "who approved the plan",
  "planTextPart.product": "the product of a limit",
  "planTextPart.rating": "the internal rating",
  "planTextPart.service": "the name of a service",
  "suitabilityGap.absent": "no check is recorded",
  "suitabilityGap.blank": "the check does not say who made it, when and for which need",
  "suitabilityGap.later": "the date of the check is still to come",
  "suitabilityGap.after-pitch": "the check was made after the pitch",
  "actionState.planned": "Planned",
  "actionState.pitched": "Pitched",
  "actionState.won": "Won",
  "actionState.lost": "Lost",
  "actionState.dropped": "Dropped",
  "progressPart.actualDate": "the actual date",
  "progressPart.actualIncome": "the actual income",
  "progressPart.outcome": "the outcome",
  "progressPart.reason": "the reason",
  "followUpStanding.overdue": "Overdue",
  "followUpStanding.awaiting-answer": "Awaiting the client’s answer",
  "followUpStanding.on-track": "On track",
  "followUpStanding.no-date": "No date set",
  "followUpStanding.done": "Closed",
  "planIssueLevel.red-flag": "Red flag",
  "planIssueLevel.contradiction": "Contradiction",
  "planIssueLevel.reminder": "Reminder",
  "strategy-plan/invalid-plan": `The plan cannot be read${wrong}`,
  "strategy-plan/empty-id": "An ID is empty[ ({path})]; fill it in.",
  "strategy-plan/blank-text": "The following is blank: {part:label.planTextPart}[ ({path})]; fill it in.",
  "strategy-plan/period-not-a-year":
    "The plan is for {period:period}, which is not a year[; a year from that day is {expected:period}][ ({path})].",
  "strategy-plan/period-part-of-year":
    "The plan is for {period:period}, only the rest of a year; its figures are not those of a full year[ ({path})].",
  "strategy-plan/duplicate-id": "The ID “{id}” is used twice[ ({path})]; each row of the plan needs its own.",
  "strategy-plan/unknown-reference":
    "The ID is not that of a row under “{expectedIn:label.referredSection}”[ ({path})].",
  "strategy-plan/turnover-above-whole":
    "The shares of the client’s turnover add up to {sum:share}, which is more than 100%[ ({path})].",
  "strategy-plan/share-out-of-range": "A share of {share:share} is not between 0% and 100%[ ({path})].",
  "strategy-plan/adopted-without-need":
    "The service is marked as adopted by the client but not as needed[ ({path})]; check both answers.",
  "strategy-plan/discontinued-without-adoption":
    "The service is marked as discontinued by the client but never as adopted[ ({path})]; check both answers.",
  "strategy-plan/discontinued-before-adoption":
    "The service was discontinued on {date:date}, before it was adopted on {since:date}[ ({path})].",
  "strategy-plan/discontinued-unexplained":
    "The client has discontinued the service, but the plan lacks the following: {missing:label.discontinuedPart}[ ({path})].",
  "strategy-plan/share-without-adoption":
    "Our share is {share:share} of a service that the client has not adopted[ ({path})]; check both answers.",
  "strategy-plan/share-after-discontinuation":
    "The client discontinued the service on {date:date}, but the plan gives our share for {period:period}[ ({path})].",
  "strategy-plan/share-differs-from-spend":
    "Our share is stated as {stated:share}, but the client’s spend makes it {computed:share}[ ({path})].",
  "strategy-plan/supplier-contradicted":
    "The plan says that no other bank supplies the service, but elsewhere it names one that does[ ({path})].",
  "strategy-plan/pitch-outside-plan-year":
    "The pitch is planned for {planned:period}, outside the plan year, {period:period}[ ({path})].",
  "strategy-plan/currency-differs":
    "The amount is in {currency}, which is not the currency of the plan, so it cannot be added in[ ({path})].",
  "strategy-plan/period-differs":
    "The spend is for a different period from other spend in the plan, so they cannot be added together[ ({path})].",
  "strategy-plan/invalid-input": `An option of the check cannot be read${wrong}`,
  "strategy-plan/neither-named": "At least one of the following is needed: {oneOf:label.eitherPart}[ ({path})].",
  "strategy-plan/relation-unsaid":
    "The plan names somebody in our bank but not how they are connected with the contact[ ({path})].",
  "strategy-plan/kin-declared":
    "The contact is related to {contact} in our bank; follow the rules on conflicts of interest[ ({path})].",
  "strategy-plan/kin-of-manager":
    "The contact is related to {contact}[{!similarTo}, who {role:label.kinRole}; this is a conflict of interest, so somebody else should take over][. The name is like {similarTo}, who {role:label.kinRole}; if they are the same person, this is a conflict of interest, and somebody else should take over][ ({path})].",
  "strategy-plan/dealing-without-consent":
    "A contact’s personal dealing with our bank must not be shown: {gap:label.consentGap}[ ({path})].",
  "strategy-plan/limit-exceeded": "{product}: {used:money} is used of a limit of {limit:money}[ ({path})].",
  "strategy-plan/limit-expired": "{product}: the limit expires on {expiresOn:date}, before {day:date}[ ({path})].",
  "strategy-plan/credit-review-due": "The credit review was due on {nextReview:date}[ ({path})].",
  "strategy-plan/officer-review-due":
    "Personal data of another institution’s officer must be reviewed[; the review was due on {reviewOn:date}][{!reviewOn}, but no review date is set][ ({path})].",
  "strategy-plan/adoption-unsaid":
    "The plan gives a discontinuation or a share of ours, but does not say that the client ever adopted the service[ ({path})]; check the answers.",
  "strategy-plan/share-before-adoption":
    "The client adopted the service only on {since:date}, but the plan gives our share for {period:period}[ ({path})].",
  "strategy-plan/pitch-on-day-off":
    "The pitch is planned for {planned:period}, but there is no working day then (calendar: {calendar})[ ({path})].",
  "strategy-plan/pitch-day-unsure":
    "It cannot be determined whether {planned:date}, the day of the pitch, is a working day: {doubt:label.pitchDayDoubt} (calendar: {calendar})[ ({path})].",
  "strategy-plan/income-outside-plan-year":
    "The income is for {income:period}, outside the plan year, {period:period}[ ({path})].",
  "strategy-plan/negative-amount": "The amount of {amount:money} must not be negative[ ({path})].",
  "strategy-plan/progress-before-plan":
    "The result of the action “{action}” is dated {actualDate:date}, before the plan was prepared and before its year, {period:period}[ ({path})].",
  "strategy-plan/income-before-win":
    "The income of the action “{action}” is for {income:period}, which was over when it was won on {actualDate:date}[ ({path})].",
  "strategy-plan/progress-incomplete":
    "The action is marked “{state:label.actionState}”, but the plan lacks the following: {missing:label.progressPart}[ ({path})].",
  "strategy-plan/progress-contradicted":
    "The action is marked “{state:label.actionState}”, which contradicts the following: {given:label.progressPart}[ ({path})].",
  "strategy-plan/suitability-missing":
    "The product needs a suitability check, but {gap:label.suitabilityGap}[ ({path})].",
  "strategy-plan/negative-spend": "The client’s spend must not be negative[ ({path})].",
  "strategy-plan/kinship-unsaid":
    "The contact’s connection with somebody in our bank, “{relation}”, reads like family; state whether they are related[ ({path})].",
  "strategy-plan/officer-source-missing":
    "The plan does not say where the personal data of another institution’s officer comes from[ ({path})].",
  "strategy-plan/renewal-past":
    "The other institution’s terms ended on {renewalDate:date}; find out whether they have been renewed[ ({path})].",
  "strategy-plan/dated-later": "The date, {date:date}, is later than {asOf:date}, the day of the check[ ({path})].",
  "strategy-plan/spend-without-adoption":
    "The client’s spend with us is {amount:money} on a service that the client has not adopted[ ({path})]; check both answers.",
  "strategy-plan/spend-before-adoption":
    "The client adopted the service only on {since:date}, but the plan gives spend with us for {period:period}[ ({path})].",
  "strategy-plan/spend-after-discontinuation":
    "The client discontinued the service on {date:date}, but the plan gives spend with us for {period:period}[ ({path})].",
  "strategy-plan/value-period-differs":
    "The figure is for {period:period}, but the first figure of the relationship value is for {expected:period}, so they cannot be added together[ ({path})].",
  "strategy-plan/value-period-not-over":
    "The figure of the relationship value is for {value:period}, which is not over by {day:date}[ ({path})].",
  "strategy-plan/prevention-overdue": "Preventive work was due on {due:date} and is still open[ ({path})].",
} as const satisfies StrategyPlanWords;
