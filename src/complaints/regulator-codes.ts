import { countBy, type Policy, type Tally } from "../core/index.ts";
import { listOf, oneOf, optional, policyMembers, readText, recordOf, shapeOf } from "../core/inner.ts";
import { lastDecision } from "./decision.ts";
import type { ComplaintId } from "./entries/steps.ts";
import { theComplaint, theComplaints } from "./reading/complaint.ts";
import { POLICY } from "./reading/kind.ts";
import type { ComplaintCase } from "./types.ts";

/** What a regulator's codes classify a complaint by (投诉统计分类). */
export const REGULATOR_DIMENSIONS = ["channel", "business", "reason"] as const;
/**
 * What a regulator's codes classify a complaint by (投诉统计分类): the channel through which the business was done (业务办理渠道),
 * the kind of business (业务类别), the reason of the complaint (投诉原因).
 */
export type RegulatorDimension = (typeof REGULATOR_DIMENSIONS)[number];

/** The bank's own codes that a regulator's codes may be read off. */
export const REGULATOR_CODE_SOURCES = ["business-channel", "channel", "category", "product", "root-cause"] as const;
/** A code of the bank's own: a member of the complaint, or the root cause of its last decision. */
export type RegulatorCodeSource = (typeof REGULATOR_CODE_SOURCES)[number];

/** The codes of one dimension, beside the bank's own. */
export interface RegulatorCodeTable {
  /** Which code of the bank's own they are read off. */
  readonly by: RegulatorCodeSource;
  /** The regulator's code by the bank's own. */
  readonly codes: Readonly<Record<string, string>>;
}

/** The codes of a regulator beside the bank's own, as data (投诉统计编码对照). */
export interface RegulatorCodeMapping extends Policy, Readonly<Record<RegulatorDimension, RegulatorCodeTable>> {
  /** The standard the codes are of, with its year. */
  readonly scheme: string;
  /** What the standard leaves open and this mapping reads into it, one sentence each. */
  readonly readings?: readonly string[];
}

/** The code of one dimension, and what it was read off. */
export interface RegulatorCode {
  /** Null: the complaint has no code of the bank's own, or the mapping none for it. Nothing is guessed. */
  readonly code: string | null;
  readonly by: RegulatorCodeSource;
  /** The bank's own code; null when the complaint has none. */
  readonly own: string | null;
}

/** The codes of a regulator for one complaint. */
export type RegulatorCodes = Readonly<Record<RegulatorDimension, RegulatorCode>>;

/** Complaints counted by the codes of a regulator, and what the mapping has no code for. */
export interface RegulatorCodeCount extends Tally<RegulatorDimension> {
  /** Complaints that have no code in a dimension, by dimension, in the order given; they are counted under the key null. */
  readonly withoutCode: readonly (RegulatorCode & {
    readonly complaint: ComplaintId;
    readonly dimension: RegulatorDimension;
  })[];
}

const OWN: Readonly<Record<RegulatorCodeSource, (complaint: ComplaintCase) => string | null>> = {
  "business-channel": ({ businessChannel }) => businessChannel ?? null,
  channel: ({ channel }) => channel,
  category: ({ category }) => category,
  product: ({ product }) => product ?? null,
  "root-cause": (complaint) => lastDecision(complaint)?.rootCause ?? null,
};

const readMapping = /* @__PURE__ */ (() => {
  const table = shapeOf<RegulatorCodeTable>({ by: oneOf(REGULATOR_CODE_SOURCES), codes: recordOf(readText) });
  return shapeOf<RegulatorCodeMapping>({
    ...policyMembers,
    scheme: readText,
    channel: table,
    business: table,
    reason: table,
    readings: optional(listOf(readText)),
  });
})();

function codesOf(complaint: ComplaintCase, mapping: RegulatorCodeMapping): RegulatorCodes {
  const codeOf = (dimension: RegulatorDimension): RegulatorCode => {
    const { by, codes } = mapping[dimension];
    const own = OWN[by](complaint);
    return { code: own !== null && Object.hasOwn(codes, own) ? (codes[own] ?? null) : null, by, own };
  };
  return { channel: codeOf("channel"), business: codeOf("business"), reason: codeOf("reason") };
}

/**
 * The codes of a regulator for a complaint (监管投诉编码), by a mapping from the bank's own codes.
 *
 * What the mapping has no code for is null, with the bank's own code that is missing from it; no code is guessed, and
 * none stands for "other" unless the mapping says so.
 *
 * @param complaint - in any state
 * @param mapping - the bank's own codes and the regulator's, by dimension
 * @returns for each dimension the code or null, and what it was read off
 * @throws `complaints/invalid-complaint`, `complaints/invalid-policy`, with the path to what is not of its type
 * @see JR/T 0169-2018 金融消费者投诉统计分类及编码 银行业金融机构: 业务办理渠道, 业务类别 and 原因
 * @example
 * const complaint = receiveComplaint({
 *   id: "C-1", receivedAt: "2026-02-13T10:00:00+08:00", channel: "phone", origin: "client", client: "K-77", contactable: true,
 *   category: "queue", product: "card", businessChannel: "counter", outlet: "B-12", acceptedBy: "E-4", personsComplainedOf: [],
 * });
 * const { channel, reason } = regulatorCodesOf(complaint, exampleRegulatorCodes);
 * channel // => { code: "example.A-counter", by: "business-channel", own: "counter" }
 * reason // => { code: null, by: "category", own: "queue" }
 * @since 0.1.0
 */
export function regulatorCodesOf(complaint: ComplaintCase, mapping: RegulatorCodeMapping): RegulatorCodes {
  return codesOf(theComplaint(complaint), readMapping(mapping, ["mapping"], POLICY));
}

/**
 * Complaints counted by the codes of a regulator (监管投诉统计), and which of them have no code, so that a return is not sent
 * before the mapping is complete.
 *
 * @param complaints - each once
 * @param mapping - the bank's own codes and the regulator's, by dimension
 * @returns a tally for `mergeTallies`, each dimension of which adds up to the total, with the key null last; and every
 * complaint that has no code in a dimension
 * @throws `complaints/invalid-complaint` for a complaint that is not one, with its place in the list
 * @throws `complaints/invalid-policy`, with the path to what is not of its type
 * @example
 * const complaint = receiveComplaint({
 *   id: "C-1", receivedAt: "2026-02-13T10:00:00+08:00", channel: "phone", origin: "client", client: "K-77", contactable: true,
 *   category: "fees", product: "card", outlet: "B-12", acceptedBy: "E-4", personsComplainedOf: [],
 * });
 * const { by, withoutCode } = regulatorCodeCount([complaint], exampleRegulatorCodes);
 * by[1] // => { dimension: "business", rows: [{ key: "example.B-card", count: 1 }] }
 * withoutCode // => [{ complaint: "C-1", dimension: "channel", code: null, by: "business-channel", own: null }]
 * @since 0.1.0
 */
export function regulatorCodeCount(
  complaints: readonly ComplaintCase[],
  mapping: RegulatorCodeMapping,
): RegulatorCodeCount {
  readMapping(mapping, ["mapping"], POLICY);
  const rows = theComplaints(complaints).map((complaint) => ({
    complaint: complaint.id,
    codes: codesOf(complaint, mapping),
  }));
  type Row = (typeof rows)[number];
  const keyOf =
    (dimension: RegulatorDimension) =>
    ({ codes }: Row): string | null =>
      codes[dimension].code;
  const tally = countBy(rows, { channel: keyOf("channel"), business: keyOf("business"), reason: keyOf("reason") });
  const withoutCode = REGULATOR_DIMENSIONS.flatMap((dimension) =>
    rows
      .filter(({ codes }) => codes[dimension].code === null)
      .map(({ complaint, codes }) => ({ complaint, dimension, ...codes[dimension] })),
  );
  return { ...tally, withoutCode };
}
