import type { ComplaintHandlingPolicy } from "../handling-policy.ts";
import { nfraRecusal } from "./separation.ts";

/** The measures are being revised, which every policy that rests on them says. */
const UNDER_REVISION =
  "On 2025-05-15 the regulator said that the measures are being revised; no revised text was found, so the text of 2020 is read (guandian.cn/article/20250515/485872).";
const PROOF =
  "Proof is asked for before a complaint by somebody else is registered, because the answer tells about the client's business.";

/**
 * How the source documents handle complaints (投诉处理规范): every employee accepts them, and the client is told by when to
 * expect an answer and is answered.
 *
 * The text also asks staff to look for sales to valued clients during a complaint; that is off here, as `readings`
 * says. In force from 0001-01-01, which means "undated".
 */
export const sourceComplaintHandling: ComplaintHandlingPolicy = {
  id: "source.complaint-handling",
  version: "1",
  status: "source",
  effectiveFrom: "0001-01-01",
  sources: [
    "商业银行个人客户经理工作流程, p. 60-62, 针对投诉处理的作业规范 (一) to (五): 本行每个员工都有接受客户投诉的职责; 给出客户处理投诉的时间预期; 完成投诉处理并回复客户",
  ],
  sellingAllowed: false,
  expectationRequired: true,
  representatives: null,
  replyItems: ["result"],
  remedies: [],
  proofRequired: ["agent", "legal-representative", "heir"],
  declineGrounds: [],
  redressAuthorities: [],
  readings: [
    "The text names no ground on which a complaint may be declined, so none may until a house policy lists them.",
    "The text asks to look for sales with valued clients (争取销售机会): off unless a house policy turns it on.",
    "The expectation is told before a complaint that is not settled on the spot goes on.",
    "The text names nobody who may grant redress, so nobody may until a house policy lists the authorities.",
    `The text does not say who may complain for a client. ${PROOF}`,
    "The text has no date: effectiveFrom 0001-01-01 stands for undated.",
  ],
};

/**
 * What the Chinese regulator's measures add: a reply tells the facts that were verified, the basis, the reasons, the
 * decision and the remedies; whoever verifies has no direct interest; several people who complain together in person
 * choose at most 5 representatives (共同投诉代表). `readings` says how certain each is. Not legal advice.
 */
export const nfraComplaintHandling: ComplaintHandlingPolicy = {
  id: "cn.nfra.complaint-handling",
  version: "2020-03-01",
  status: "regulation",
  effectiveFrom: "2020-03-01",
  sources: [
    "银行业保险业消费投诉处理管理办法 art. 11 to 15 (CBIRC, in force from 2020-03-01)",
    "http://www.jianbiaoku.com/webarbs/book/164455/4714059.shtml for art. 11 to 15",
    "https://so.kaoshibao.com/paper/18294598.html for 回避, 合并处理 and 不予办理",
    "Xinhua, 2020-01-17, for 回避 (www.gov.cn/xinwen/2020-01/17/content_5470220.htm; a copy was seen)",
    "http://kjjrw.com.cn/system/2024/03/29/014998701.shtml for the remedies",
    "guandian.cn/article/20250515/485872 for the revision",
  ],
  sellingAllowed: false,
  expectationRequired: false,
  representatives: { max: 5, channels: ["in-person"] },
  replyItems: ["facts", "basis", "reasons", "result", "next-remedies"],
  remedies: ["review", "mediation", "arbitration", "court"],
  proofRequired: ["agent", "legal-representative", "heir"],
  declineGrounds: ["not-the-party", "not-our-business"],
  redressAuthorities: [],
  separation: [nfraRecusal],
  readings: [
    UNDER_REVISION,
    "不予办理 is written for a complaint that neither the complainant nor a legal representative or agent brought: seen in a copy, without the number of the article. That a complaint about no product or service of the bank may be declined is read from art. 11, which makes a bank answer for its own.",
    "A reply to a review need not name the review again as a remedy.",
    "The limit of 5 is written for complaints brought face to face (面谈); by other ways there is none.",
    "What a reply tells (facts, basis and reasons, remedies 核查, 调解, 仲裁, 诉讼) is from memory, confidence high; the primary text (gov.cn gongbao 2020, content_5512564) was not seen. That the four remedies are open to clients was seen in a bank's notice.",
    "All four remedies are asked for, also where no arbitration agreement is known.",
    "Whoever verifies has no direct interest (无直接利益关系): seen in copies of the text, without the number of the article. It is read as: not somebody complained of; kin and other interests are not known here.",
    `Art. 14 lets the bank ask an agent for the signed authorisation and heirs for proof of succession (可以要求提供). ${PROOF}`,
    "The measures name nobody who may grant redress, so nobody may until a house policy lists the authorities.",
    "Selling is not mentioned: it is off.",
    "A reading of published text for planning work; not legal advice.",
  ],
};

/**
 * An example that requires everything this room can check: the client told what to expect, a full reply with the
 * client's next remedies, at most 5 representatives in person, redress within example limits of three roles. Replace it
 * with the bank's own.
 */
export const exampleComplaintHandling: ComplaintHandlingPolicy = {
  ...nfraComplaintHandling,
  id: "example.complaint-handling",
  version: "1",
  status: "example",
  sources: [
    "library example",
    ...sourceComplaintHandling.sources,
    ...nfraComplaintHandling.sources,
    "FCA Handbook, DISP 1.6.2R(1), for what a final response tells",
  ],
  expectationRequired: true,
  replyItems: ["result", "facts", "basis", "reasons", "redress", "next-remedies", "contact"],
  declineGrounds: ["not-the-party", "not-our-business", "other"],
  redressAuthorities: [
    { role: "outlet-head", upTo: { amount: "500.00", currency: "CNY" } },
    { role: "head-of-complaint-handling", upTo: { amount: "5000.00", currency: "CNY" } },
    { role: "head-office", upTo: null },
  ],
  readings: [
    "What a reply must tell is this example's own choice; no legal advice.",
    "Roles and amounts of the redress authorities are made up.",
    UNDER_REVISION,
  ],
};
