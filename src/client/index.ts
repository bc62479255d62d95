/**
 * The client file (客户信息档案): who the client is, which group it belongs to, how to reach it and who manages it.
 *
 * @packageDocumentation
 */
export {
  CLIENT_KINDS,
  CLIENT_NAME_LANGUAGES,
  CONTACT_CHANNELS,
  GROUP_ROLES,
  MANAGER_ROLES,
  type ClientAccount,
  type ClientAnalysis,
  type ClientFile,
  type ClientId,
  type ClientKind,
  type ClientNameLanguage,
  type ClientNames,
  type ContactChannel,
  type ContactPoint,
  type CorporateClientFile,
  type EmployeeId,
  type GroupId,
  type GroupMembership,
  type GroupRole,
  type ManagerAssignment,
  type ManagerRole,
  type OrganisationProfile,
  type PersonProfile,
  type PersonalClientFile,
} from "./types.ts";
export type { ClientErrorCode } from "./errors.ts";
export type { ClientErrorDetails, ClientIssue, ClientIssueDetails, ClientReasons } from "./reasons.ts";
export { clientName } from "./names.ts";
export { managerAt } from "./managers.ts";
export { relatedClients, type RelatedClients } from "./group.ts";
export { checkClientFile } from "./check.ts";
