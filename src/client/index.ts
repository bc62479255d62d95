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

// -- Who holds and controls whom
export { effectiveInterest } from "./ownership/effective-interest.ts";
export { controlGroups } from "./ownership/control-groups.ts";
export { relatedClients } from "./ownership/related-clients.ts";
export { ias28Influence } from "./policies/significant-influence.ts";
export { CONTROL_KINDS } from "./ownership/graph.ts";
export { GROUP_TOP_KINDS } from "./ownership/control-groups.ts";
export type {
  ConcertAgreement,
  ControlKind,
  ControlLink,
  Holding,
  InfluenceLink,
  JointVenture,
  OwnershipGraph,
  PartyId,
} from "./ownership/graph.ts";
export type { EffectiveInterest, EffectiveInterests, OwnersOptions } from "./ownership/effective-interest.ts";
export type {
  ControlGroup,
  ControlGroups,
  ControlReason,
  GroupMember,
  GroupTop,
  GroupTopKind,
  VentureOfDay,
  VotingMember,
} from "./ownership/control-groups.ts";
export type { RelatedClients, RelatedClientsOptions, RelatedShare } from "./ownership/related-clients.ts";
export type { InfluencePolicy } from "./policies/significant-influence.ts";
export type { OwnershipErrorDetails } from "./ownership/reasons.ts";

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

// -- Types: errors
export type { ClientErrorCode } from "./errors.ts";
export type { ClientErrorDetails, ClientIssue, ClientIssueDetails, ClientReasons } from "./reasons.ts";
