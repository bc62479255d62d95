import { COMPLAINT_ENTRY_TYPES, COMPLAINT_SIDE_ACTS, type ComplaintSeparationRule } from "../entries/entry.ts";

/** Ids of the separations of persons that hold in every complaint, and of those of the ready policies. */
export const COMPLAINT_SEPARATION_IDS = [
  "subject-only-receives",
  "handler-approves-nothing",
  "extension-approved-by-another",
  "redress-decided-past-handler",
  "redress-approved-past-decider",
  "declined-past-handler",
  "review-past-first-handling",
  "nfra-recusal",
] as const;
/** Id of a separation of persons that this library has. */
export type ComplaintSeparationId = (typeof COMPLAINT_SEPARATION_IDS)[number];

const CONVENTION = "library convention: nobody decides about themselves or grants what they asked for";
const ACCEPTED_BY_ALL = "商业银行个人客户经理工作流程, p. 60: 本行每个员工都有接受客户投诉的职责";
const RECUSAL =
  "银行业保险业消费投诉处理管理办法 (CBIRC, in force from 2020-03-01), 回避制度: 指定与被投诉事项无直接利益关系的人员核实消费投诉内容";

/**
 * A rule within one matter that keeps persons apart, whatever their role.
 *
 * @__NO_SIDE_EFFECTS__
 */
const rule = (
  id: ComplaintSeparationId,
  between: ComplaintSeparationRule["between"],
  source: string,
): ComplaintSeparationRule => ({ id, between, scope: "same-case", relation: "same-person", source });

/**
 * Who is kept apart in every complaint, under any policy (投诉岗位分离、回避): those complained of may receive it and do nothing
 * else; who ever handled it approves neither more time nor redress, and does not decline it; who asks for more time does not approve it; redress
 * has three people, one who handles, one who decides and one who approves; a review is decided by somebody who neither
 * handled nor decided the complaint outside a review, nor decided an earlier review. The rules of a policy come after these.
 *
 * A decision without redress may be the handler's. Each rule holds over all linked complaints and in either order of
 * time.
 *
 * @example
 * complaintSeparation.map(({ id }) => id) // => ["subject-only-receives", "handler-approves-nothing", "extension-approved-by-another", "redress-decided-past-handler", "redress-approved-past-decider", "declined-past-handler", "review-past-first-handling"]
 * complaintSeparation[3]?.between // => ["handle", "grant-redress"]
 */
export const complaintSeparation: readonly ComplaintSeparationRule[] = /* @__PURE__ */ (() => [
  rule(
    "subject-only-receives",
    ["person-complained-of", [...COMPLAINT_ENTRY_TYPES.filter((type) => type !== "receive"), ...COMPLAINT_SIDE_ACTS]],
    `${ACCEPTED_BY_ALL}; ${RECUSAL}`,
  ),
  rule(
    "handler-approves-nothing",
    ["handle", ["approve-extension", "approve-redress"]],
    `商业银行个人客户经理工作流程, p. 62: 特殊情况经主管部门同意后; ${CONVENTION}`,
  ),
  rule("extension-approved-by-another", ["extend", "approve-extension"], CONVENTION),
  rule("redress-decided-past-handler", ["handle", "grant-redress"], CONVENTION),
  rule("redress-approved-past-decider", ["decide", "approve-redress"], CONVENTION),
  rule("declined-past-handler", ["handle", ["decline"]], CONVENTION),
  rule(
    "review-past-first-handling",
    ["decide-review", ["take-part-before-review", "decide-review"]],
    `银行业保险业消费投诉处理管理办法 (CBIRC, in force from 2020-03-01), 核查 by the superior unit; ${CONVENTION}`,
  ),
])();

/** The recusal (回避) the Chinese regulator's measures ask for: who verifies a complaint has no direct interest in it. */
export const nfraRecusal: ComplaintSeparationRule = /* @__PURE__ */ rule(
  "nfra-recusal",
  ["person-complained-of", ["handle", "investigate"]],
  RECUSAL,
);
