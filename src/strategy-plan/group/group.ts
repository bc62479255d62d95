import type { ClientId, EmployeeId } from "../../client/index.ts";

/** The parts managers of a group have: one leads, the others assist. */
export const GROUP_MANAGER_ROLES = ["lead", "assisting"] as const;

/** The part a manager of a group has (主办、协办). */
export type GroupManagerRole = (typeof GROUP_MANAGER_ROLES)[number];

/** A member of a group the plan is for. */
export interface PlanGroupMember {
  readonly client: ClientId;
  /** Branches or departments that book the member’s business; omitted where nobody has said. */
  readonly bookingUnits?: readonly string[];
}

/** Somebody of ours who manages the group, or some of its members. */
export interface PlanGroupManager {
  readonly employee: EmployeeId;
  readonly role: GroupManagerRole;
  readonly unit?: string;
  /** The members managed; omitted for all. */
  readonly members?: readonly ClientId[];
}

/** The group a plan is for (集团客户): one plan, several clients, one lead manager. */
export interface PlanGroup {
  /** Id of the group. */
  readonly group: string;
  readonly name?: string;
  readonly members: readonly PlanGroupMember[];
  readonly managers: readonly PlanGroupManager[];
}
