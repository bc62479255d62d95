import * as z from "zod";

import { DecimalStringSchema, LocalDateSchema, policyShape } from "../../core/schema.ts";
import type { InfluencePolicy } from "../policies/significant-influence.ts";
import {
  CONTROL_KINDS,
  type ConcertAgreement,
  type ControlLink,
  type Holding,
  type InfluenceLink,
  type JointVenture,
  type OwnershipGraph,
} from "./graph.ts";

/** A text that is not blank, in every schema of the room. */
export const text = z.string().regex(/\S/);

const datedLink = {
  from: LocalDateSchema.exactOptional(),
  to: LocalDateSchema.exactOptional(),
  source: text.exactOptional(),
} as const;
const distinct = (least: number) =>
  z
    .array(text)
    .min(least)
    .refine((parties) => new Set(parties).size === parties.length, { error: "named twice" })
    .meta({ uniqueItems: true })
    .readonly();
const parties = distinct(2);

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
  .strictObject({ parties, companies: distinct(1).exactOptional(), ...datedLink })
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

/** Above 0 and up to 1. */
const ABOVE_NOTHING = /^(?:0\.\d*[1-9]\d*|1(?:\.0+)?)$/;

/** From which share of the votes influence is presumed. */
export const InfluencePolicySchema = z
  .strictObject({ ...policyShape, votesFrom: DecimalStringSchema.regex(ABOVE_NOTHING) })
  .readonly() satisfies z.ZodType<InfluencePolicy>;
