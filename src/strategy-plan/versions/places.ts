/** The lists of a plan whose rows have something that identifies them. */
export const PLAN_LISTS = [
  "people",
  "ties",
  "businesses",
  "institutions",
  "services",
  "actions",
  "challenges",
  "members",
] as const;

/** A list of a plan whose rows have something that identifies them. */
export type PlanList = (typeof PLAN_LISTS)[number];

/** Members of a plan that are not among its 37 fields, and that two versions may differ in. */
export const PLAN_MEMBERS = [
  "id",
  "version",
  "client",
  "period",
  "currency",
  "preparedBy",
  "preparedOn",
  "approvedBy",
  "sample",
  "credit",
  "confirmedOn",
  "limits",
  "rating",
  "nextReview",
  "group",
  "name",
  "members",
  "bookingUnits",
  "managers",
  "people",
  "ties",
  "businesses",
  "standing",
  "institutions",
  "services",
  "value",
  "actions",
  "challenges",
  "noneConfirmed",
  "member",
  "service",
  "product",
  "stakeholder",
  "spendWithUs",
  "target",
  "bookingUnit",
  "progress",
  "evidence",
  "from",
  "to",
  "kind",
] as const;

/** A member of a plan that is not one of its 37 fields. */
export type PlanMember = (typeof PLAN_MEMBERS)[number];

/** A row that refers to another. */
export interface PlanReference {
  readonly list: PlanList;
  readonly row: string;
  /** What of the row refers, such as `clientNeed.service`. */
  readonly member: string;
}
