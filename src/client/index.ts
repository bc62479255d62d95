/**
 * The client file (客户信息档案): who the client is, which group it belongs to, how to reach it and who manages it.
 *
 * The path through it:
 *
 * 1. {@link checkClientFile} says what is wrong in a file, before anything else reads it;
 * 2. {@link clientName} gives the client's name in a language;
 * 3. {@link managerAt} says who manages the client on a day;
 * 4. {@link relatedClients} finds its subsidiaries and affiliates among the clients of the bank.
 *
 * @packageDocumentation
 */

// -- One client
export { checkClientFile } from "./check.ts";
export { clientName } from "./names.ts";
export { managerAt } from "./managers.ts";

// -- A group of clients
export { relatedClients } from "./group.ts";

// -- Words
export { CLIENT_KINDS, CLIENT_NAME_LANGUAGES, CONTACT_CHANNELS, GROUP_ROLES, MANAGER_ROLES } from "./types.ts";

// -- Types
export type {
  ClientFile,
  CorporateClientFile,
  PersonalClientFile,
  ClientId,
  ClientKind,
  ClientNames,
  ClientNameLanguage,
  OrganisationProfile,
  PersonProfile,
  ClientAccount,
  ClientAnalysis,
  ContactPoint,
  ContactChannel,
  ManagerAssignment,
  ManagerRole,
  EmployeeId,
  GroupMembership,
  GroupRole,
  GroupId,
} from "./types.ts";
export type { RelatedClients } from "./group.ts";

// -- Types: errors
export type { ClientErrorCode } from "./errors.ts";
export type { ClientErrorDetails, ClientIssue, ClientIssueDetails, ClientReasons } from "./reasons.ts";
