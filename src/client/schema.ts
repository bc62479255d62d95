/**
 * Schemas of the client file, for data that comes from outside.
 *
 * @packageDocumentation
 */
import * as z from "zod";

import { LocalDateSchema, policyShape } from "../core/schema.ts";
import { MoneySchema } from "../money/schema.ts";
import type { ClientFile, CorporateClientFile, PersonalClientFile, ReplacedParticulars } from "./client-file.ts";
import { ATTITUDE_SEGMENTS, type AttitudeEvidence } from "./knowledge/attitude-evidence.ts";
import {
  MAX_AGE_DAYS,
  MAX_WEIGHT,
  partsOfKind,
  type ClientCompletenessPolicy,
} from "./knowledge/completeness-policy.ts";
import { CLIENT_FEATURE_GROUPS, RAW_DATA_TYPES, type ClientFact } from "./knowledge/fact.ts";
import {
  DECISION_AUTHORITIES,
  PERSON_INFLUENCES,
  namesSomebody,
  type ClientPerson,
  type ContactInOurBank,
  type DecisionAuthority,
} from "./person-at-client.ts";
import { text } from "./ownership/schema.ts";
import {
  CONTACT_CHANNELS,
  IDENTITY_KINDS,
  MANAGER_ROLES,
  type ClientAccount,
  type ClientAnalysis,
  type ClientContact,
  type ClientIdentity,
  type ClientKind,
  type ClientNames,
  type ContactChannel,
  type ContactPoint,
  type GroupMembership,
  type HouseholdMembership,
  type ManagerAssignment,
  type OrganisationProfile,
  type PersonProfile,
  type Referral,
} from "./types.ts";

export {
  ConcertAgreementSchema,
  ControlLinkSchema,
  HoldingSchema,
  InfluenceLinkSchema,
  InfluencePolicySchema,
  JointVentureSchema,
  OwnershipGraphSchema,
} from "./ownership/schema.ts";

const wholeNumber = z.int().nonnegative();
const day = LocalDateSchema;
const recorded = {
  entry: text.exactOptional(),
  recordedOn: day.exactOptional(),
  corrects: text.exactOptional(),
} as const;

/** Names of a client. */
export const ClientNamesSchema = z
  .strictObject({
    legal: text,
    "zh-Hans": text.exactOptional(),
    "zh-Hant-HK": text.exactOptional(),
    en: text.exactOptional(),
    short: text.exactOptional(),
  })
  .readonly() satisfies z.ZodType<ClientNames>;

/** One account of the file. */
export const ClientAccountSchema = z
  .strictObject({
    ...recorded,
    id: text,
    currency: z.string().regex(/^[A-Z]{3}$/),
    product: text,
    openedOn: LocalDateSchema.exactOptional(),
    closedOn: LocalDateSchema.exactOptional(),
  })
  .readonly() satisfies z.ZodType<ClientAccount>;

/** A way to reach somebody. */
export const ContactChannelSchema = z.enum(CONTACT_CHANNELS) satisfies z.ZodType<ContactChannel>;

/** One way to reach somebody, with number or address. */
export const ContactPointSchema = z
  .strictObject({ channel: ContactChannelSchema, value: text })
  .readonly() satisfies z.ZodType<ContactPoint>;

/** A way to reach the client, as the file has it. */
export const ClientContactSchema = z
  .strictObject({ ...recorded, channel: ContactChannelSchema, value: text })
  .readonly() satisfies z.ZodType<ClientContact>;

/** What proves who the client is. */
export const ClientIdentitySchema = z
  .strictObject({
    ...recorded,
    kind: z.enum(IDENTITY_KINDS),
    number: text,
    issuedBy: text.exactOptional(),
    from: day.exactOptional(),
    to: day.exactOptional(),
  })
  .readonly() satisfies z.ZodType<ClientIdentity>;

/** The say of a person in the choice of a bank. */
export const DecisionAuthoritySchema = z.enum(DECISION_AUTHORITIES) satisfies z.ZodType<DecisionAuthority>;

/** A unit of our bank, or a person in it, whom a person at the client deals with or knows. */
export const ContactInOurBankSchema = z
  .strictObject({
    department: text.exactOptional(),
    person: text.exactOptional(),
    employee: text.exactOptional(),
    relation: text.exactOptional(),
    kinship: z.boolean().exactOptional(),
  })
  .readonly() satisfies z.ZodType<ContactInOurBank>;

const NamedInOurBankSchema = ContactInOurBankSchema.refine((contact) => namesSomebody(contact));

/** A decision maker or contact person at the client. */
export const ClientPersonSchema = z
  .strictObject({
    ...recorded,
    id: text,
    name: text.exactOptional(),
    position: text,
    authority: DecisionAuthoritySchema,
    influence: z.enum(PERSON_INFLUENCES).exactOptional(),
    contacts: z.array(ContactPointSchema).readonly().exactOptional(),
    contactsInOurBank: z.array(NamedInOurBankSchema).readonly().exactOptional(),
    from: day.exactOptional(),
    to: day.exactOptional(),
  })
  .readonly() satisfies z.ZodType<ClientPerson>;

/** The group a client belongs to. */
export const GroupMembershipSchema = z
  .strictObject({ group: text, name: text.exactOptional() })
  .readonly() satisfies z.ZodType<GroupMembership>;

/** The household a person belongs to, and when. */
export const HouseholdMembershipSchema = z
  .strictObject({ ...recorded, household: text, from: day, to: day.exactOptional() })
  .readonly() satisfies z.ZodType<HouseholdMembership>;

/** Who brought the client to the bank. */
export const ReferralSchema = z.strictObject({ client: text, on: day }).readonly() satisfies z.ZodType<Referral>;

/** Who manages the client, and when. */
export const ManagerAssignmentSchema = z
  .strictObject({
    ...recorded,
    employee: text,
    name: text,
    role: z.enum(MANAGER_ROLES),
    unit: text,
    from: LocalDateSchema,
    to: LocalDateSchema.exactOptional(),
    approval: z.strictObject({ by: text, on: day, reason: text }).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<ManagerAssignment>;

/** One finding about the client. */
export const ClientAnalysisSchema = z
  .strictObject({ ...recorded, date: LocalDateSchema, author: text, text, source: text })
  .readonly() satisfies z.ZodType<ClientAnalysis>;

/** Particulars of an organisation. */
export const OrganisationProfileSchema = z
  .strictObject({
    industry: text,
    industryCode: text.exactOptional(),
    foundedOn: LocalDateSchema.exactOptional(),
    employees: wholeNumber.exactOptional(),
    annualTurnover: MoneySchema.exactOptional(),
    location: text.exactOptional(),
    description: text.exactOptional(),
  })
  .readonly() satisfies z.ZodType<OrganisationProfile>;

/** Particulars of a person. */
export const PersonProfileSchema = z
  .strictObject({
    birthDate: LocalDateSchema.exactOptional(),
    occupation: text.exactOptional(),
    employer: text.exactOptional(),
    education: text.exactOptional(),
    householdSize: wholeNumber.exactOptional(),
    location: text.exactOptional(),
    interests: z.array(text).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<PersonProfile>;

const factShape = {
  ...recorded,
  feature: text,
  value: z.union([text, z.boolean(), MoneySchema]),
  source: text,
  asOf: day,
  by: text.exactOptional(),
} as const;

/** A value of a feature, raw or derived. */
export const ClientFactSchema = z.discriminatedUnion("dataType", [
  z.strictObject({ ...factShape, dataType: z.enum(RAW_DATA_TYPES), group: z.enum(CLIENT_FEATURE_GROUPS) }).readonly(),
  z
    .strictObject({
      ...factShape,
      dataType: z.literal("derived"),
      derivation: z.strictObject({ rule: text, version: text, from: z.array(text).min(1).readonly() }).readonly(),
    })
    .readonly(),
]) satisfies z.ZodType<ClientFact>;

/** What showed the attitude of a client on a day. */
export const AttitudeEvidenceSchema = z
  .strictObject({
    ...recorded,
    segment: z.enum(ATTITUDE_SEGMENTS),
    on: day,
    hasIntent: z.boolean(),
    channel: ContactChannelSchema,
    evidence: text,
    by: text,
  })
  .readonly() satisfies z.ZodType<AttitudeEvidence>;

/** Particulars that were replaced. */
export const ReplacedParticularsSchema = z
  .strictObject({
    recordedOn: day,
    until: day.exactOptional(),
    was: z
      .strictObject({
        names: ClientNamesSchema.exactOptional(),
        clientSince: day.nullable().exactOptional(),
        group: GroupMembershipSchema.nullable().exactOptional(),
        referredBy: ReferralSchema.nullable().exactOptional(),
        organisation: OrganisationProfileSchema.exactOptional(),
        person: PersonProfileSchema.exactOptional(),
      })
      .refine((was) => Object.keys(was).length > 0)
      .readonly(),
  })
  .readonly() satisfies z.ZodType<ReplacedParticulars>;

const fileShape = {
  id: text,
  names: ClientNamesSchema,
  clientSince: LocalDateSchema.exactOptional(),
  recordedOn: day.exactOptional(),
  identities: z.array(ClientIdentitySchema).readonly().exactOptional(),
  accounts: z.array(ClientAccountSchema).readonly(),
  contacts: z.array(ClientContactSchema).readonly(),
  people: z.array(ClientPersonSchema).readonly().exactOptional(),
  managers: z.array(ManagerAssignmentSchema).readonly(),
  group: GroupMembershipSchema.exactOptional(),
  household: z.array(HouseholdMembershipSchema).readonly().exactOptional(),
  referredBy: ReferralSchema.exactOptional(),
  facts: z.array(ClientFactSchema).readonly().exactOptional(),
  attitudes: z.array(AttitudeEvidenceSchema).readonly().exactOptional(),
  analyses: z.array(ClientAnalysisSchema).readonly(),
  replaced: z.array(ReplacedParticularsSchema).readonly().exactOptional(),
  sample: z.boolean().exactOptional(),
} as const;

/** The file of a corporate client. */
export const CorporateClientFileSchema = z
  .strictObject({ ...fileShape, kind: z.literal("corporate"), organisation: OrganisationProfileSchema })
  .readonly() satisfies z.ZodType<CorporateClientFile>;

/** The file of a personal client. */
export const PersonalClientFileSchema = z
  .strictObject({ ...fileShape, kind: z.literal("personal"), person: PersonProfileSchema })
  .readonly() satisfies z.ZodType<PersonalClientFile>;

/** A client file, discriminated by `kind`. */
export const ClientFileSchema = z.union([
  CorporateClientFileSchema,
  PersonalClientFileSchema,
]) satisfies z.ZodType<ClientFile>;

const requiredShape = {
  weight: z.int().min(1).max(MAX_WEIGHT),
  maxAgeDays: z.int().min(0).max(MAX_AGE_DAYS).exactOptional(),
} as const;

const requiredItems = (kind: ClientKind) =>
  z
    .array(
      z.discriminatedUnion("kind", [
        z.strictObject({ ...requiredShape, kind: z.literal("part"), id: z.enum(partsOfKind(kind)) }).readonly(),
        z.strictObject({ ...requiredShape, kind: z.literal("feature"), id: text }).readonly(),
      ]),
    )
    .readonly();

/** What the file of a client of each kind has to have. */
export const ClientCompletenessPolicySchema = z
  .strictObject({
    ...policyShape,
    required: z.strictObject({ corporate: requiredItems("corporate"), personal: requiredItems("personal") }).readonly(),
    readings: z.array(text).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<ClientCompletenessPolicy>;
