import type { ComplaintHandlingPolicy } from "../types.ts";

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
  redressAuthorities: [],
  readings: [
    "The text asks to look for sales with valued clients (争取销售机会): off unless a house policy turns it on.",
    "The expectation is told before a complaint that is not settled on the spot goes on.",
    "The text has no date: effectiveFrom 0001-01-01 stands for undated.",
  ],
};

/**
 * What the Chinese regulator's measures add: several people who complain together in person choose at most 5
 * representatives (共同投诉代表). Not legal advice.
 */
export const nfraComplaintHandling: ComplaintHandlingPolicy = {
  id: "cn.nfra.complaint-handling",
  version: "2020-03-01",
  status: "regulation",
  effectiveFrom: "2020-03-01",
  sources: [
    "银行业保险业消费投诉处理管理办法 art. 12 (CBIRC, in force from 2020-03-01)",
    "http://www.jianbiaoku.com/webarbs/book/164455/4714059.shtml",
  ],
  sellingAllowed: false,
  expectationRequired: false,
  representatives: { max: 5, channels: ["in-person"] },
  replyItems: ["result"],
  redressAuthorities: [],
  readings: [
    "The limit of 5 is written for complaints brought face to face (面谈); by other ways there is none.",
    "Selling is not mentioned: it is off.",
    "A reading of published text for planning work; not legal advice.",
  ],
};

/**
 * An example that requires everything this room can check: the client told what to expect, a full reply with the
 * client's next remedies, at most 5 representatives in person. Replace it with the bank's own.
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
  replyItems: ["result", "reasons", "redress", "next-remedies", "contact"],
  readings: ["What a reply must tell is this example's own choice; no legal advice."],
};
