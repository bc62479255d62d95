/**
 * Schemas of the client file, for data that comes from outside.
 *
 * @packageDocumentation
 */
import * as z from "zod";

import { DecimalStringSchema, LocalDateSchema, policyShape } from "../core/schema.ts";
import { MoneySchema } from "../money/schema.ts";
import {
  CONTROL_KINDS,
  type ConcertAgreement,
  type ControlLink,
  type Holding,
  type InfluenceLink,
  type JointVenture,
  type OwnershipGraph,
} from "./ownership/graph.ts";
import type { InfluencePolicy } from "./policies/significant-influence.ts";
import {
  CONTACT_CHANNELS,
  GROUP_ROLES,
  MANAGER_ROLES,
  type ClientAccount,
  type ClientAnalysis,
  type ClientFile,
  type ClientNames,
  type ContactChannel,
  type ContactPoint,
  type CorporateClientFile,
  type GroupMembership,
  type ManagerAssignment,
  type OrganisationProfile,
  type PersonalClientFile,
  type PersonProfile,
} from "./types.ts";

const text = z.string().min(1);
const wholeNumber = z.int().nonnegative();

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

/** A place in a group of companies. */
export const GroupMembershipSchema = z
  .strictObject({
    group: text,
    name: text.exactOptional(),
    role: z.enum(GROUP_ROLES),
    heldBy: text.exactOptional(),
    votingShare: DecimalStringSchema.exactOptional(),
  })
  .readonly() satisfies z.ZodType<GroupMembership>;

/** Who manages the client, and when. */
export const ManagerAssignmentSchema = z
  .strictObject({
    employee: text,
    name: text,
    role: z.enum(MANAGER_ROLES),
    unit: text,
    from: LocalDateSchema,
    to: LocalDateSchema.exactOptional(),
  })
  .readonly() satisfies z.ZodType<ManagerAssignment>;

/** One finding about the client. */
export const ClientAnalysisSchema = z
  .strictObject({ date: LocalDateSchema, author: text, text, source: text })
  .readonly() satisfies z.ZodType<ClientAnalysis>;

/** Particulars of an organisation. */
export const OrganisationProfileSchema = z
  .strictObject({
    industry: text,
    industryCode: text.exactOptional(),
    registrationNumber: text.exactOptional(),
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

const fileShape = {
  id: text,
  names: ClientNamesSchema,
  clientSince: LocalDateSchema.exactOptional(),
  accounts: z.array(ClientAccountSchema).readonly(),
  contacts: z.array(ContactPointSchema).readonly(),
  managers: z.array(ManagerAssignmentSchema).readonly(),
  group: GroupMembershipSchema.exactOptional(),
  analyses: z.array(ClientAnalysisSchema).readonly(),
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

const datedLink = {
  from: LocalDateSchema.exactOptional(),
  to: LocalDateSchema.exactOptional(),
  source: text.exactOptional(),
} as const;
const parties = z.array(text).min(2).readonly();

/** What one party holds in a company. */
export const HoldingSchema = z
  .strictObject({
    owner: text,
    company: text,
    share: DecimalStringSchema,
    votes: DecimalStringSchema.exactOptional(),
    ...datedLink,
  })
  .readonly() satisfies z.ZodType<Holding>;

/** Control that rests on something other than votes. */
export const ControlLinkSchema = z
  .strictObject({ controller: text, company: text, kind: z.enum(CONTROL_KINDS), ...datedLink })
  .readonly() satisfies z.ZodType<ControlLink>;

/** Parties who vote together. */
export const ConcertAgreementSchema = z
  .strictObject({ parties, ...datedLink })
  .readonly() satisfies z.ZodType<ConcertAgreement>;

/** A company that several control together. */
export const JointVentureSchema = z
  .strictObject({ company: text, controllers: parties, ...datedLink })
  .readonly() satisfies z.ZodType<JointVenture>;

/** Influence that votes do not show. */
export const InfluenceLinkSchema = z
  .strictObject({ investor: text, company: text, ...datedLink })
  .readonly() satisfies z.ZodType<InfluenceLink>;

/** Who holds, controls and influences whom. */
export const OwnershipGraphSchema = z
  .strictObject({
    holdings: z.array(HoldingSchema).readonly(),
    control: z.array(ControlLinkSchema).readonly().exactOptional(),
    concert: z.array(ConcertAgreementSchema).readonly().exactOptional(),
    jointVentures: z.array(JointVentureSchema).readonly().exactOptional(),
    influence: z.array(InfluenceLinkSchema).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<OwnershipGraph>;

/** From which share of the votes influence is presumed. */
export const InfluencePolicySchema = z
  .strictObject({ ...policyShape, votesFrom: DecimalStringSchema })
  .readonly() satisfies z.ZodType<InfluencePolicy>;
