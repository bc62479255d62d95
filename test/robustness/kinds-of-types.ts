/*
 * What a spoilt argument is held to depends on what its type is for. A type that is not listed is a document: a policy,
 * a card, terms, options. It is read whole, and every member nobody knows is refused.
 */

/**
 * Rows, records and events of batches, and results of this library that come back from where they were kept: they may
 * have members of their own, as rows of databases have, and a null of theirs may stand for nothing. A range of days is
 * one of them: both its members are needed, so none is lost when misspelt, and the coverage of a calendar, which says
 * more, is a range.
 */
export const ROWS: readonly string[] = [
  "AcceptedEvent",
  "AcknowledgedEvent",
  "AverageDailyBalance",
  "Blocked",
  "CaseEntry",
  "CaseRecord",
  "Classification",
  "Classified",
  "ClientFile",
  "ClientNames",
  "ComplaintCase",
  "ComplaintHistoryEntry",
  "ComplaintStatistics",
  "CorporateClientFile",
  "DateRange",
  "DatedBalance",
  "DatedMovement",
  "DeskCase",
  "DeskReport",
  "DutyHolder",
  "DutyRecord",
  "ExchangeRate",
  "ExtendedEvent",
  "FeatureRow",
  "IncomeLine",
  "InsufficientData",
  "InterestPosition",
  "Measure",
  "MeasureSubject",
  "MergedEvent",
  "Money",
  "NewFactsEvent",
  "NotACustomer",
  "OpenItem",
  "OpinionEntry",
  "Partial<P>",
  "PausedEvent",
  "PersonalClientFile",
  "Pick<ClientFile",
  "Pick<DeskCase",
  "Pick<ManagerAssignment",
  "Pick<ReplyStep",
  "Pick<SlaResult",
  "PlanDocumentLabels",
  "PortfolioFlow",
  "PortfolioValuation",
  "ReadInput",
  "Readonly<Record<string, FeatureColumn>>",
  "ReassignedEvent",
  "ReceivedEvent",
  "ReopenedEvent",
  "RepliedEvent",
  "ResolvedEvent",
  "ResumedEvent",
  "RetirementWays",
  "RootCauses",
  "SlaCaseFacts",
  "SlaEvent",
  "SlaReceivedCase",
  "SlaResult",
  "StandingLevels",
  "Statement",
  "Tally",
  "TeamMembership",
  "Unclassified",
  "WithdrawnEvent",
];

/**
 * Handles: opaque, made by this library and not by a caller. Only what is not one is put in their place. Label sets are
 * among them, because one label of a set is looked up by its key and the others are not looked at.
 */
export const HANDLES: readonly string[] = [
  "AmortizationSchedule",
  "CaseFlow",
  "ClassificationBatch",
  "DutiesDue",
  "DutyStanding",
  "Lifecycle",
  "LoanColumns",
  "MoneyColumn",
  "Prepared",
  "RateColumn",
  "Words",
  "ValueBook<",
];
