/**
 * The client file (客户信息档案): who the client is, which group it belongs to, how to reach it and who manages it.
 *
 * @packageDocumentation
 */
export type {
  ClientAccount,
  ClientAnalysis,
  ClientFile,
  ClientId,
  ClientKind,
  ClientNameLanguage,
  ClientNames,
  ContactChannel,
  ContactPoint,
  CorporateClientFile,
  EmployeeId,
  GroupId,
  GroupMembership,
  GroupRole,
  ManagerAssignment,
  ManagerRole,
  OrganisationProfile,
  PersonalClientFile,
  PersonProfile,
} from "./types.ts";
export { CLIENT_KINDS, CLIENT_NAME_LANGUAGES, CONTACT_CHANNELS, GROUP_ROLES, MANAGER_ROLES } from "./types.ts";
export type { ClientErrorCode } from "./errors.ts";
export { clientName } from "./names.ts";
export { managerAt } from "./managers.ts";
export { relatedClients, type RelatedClients } from "./group.ts";
export { checkClientFile, type ClientIssue } from "./check.ts";
