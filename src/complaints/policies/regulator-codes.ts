import type { RegulatorCodeMapping } from "../regulator-codes.ts";

/**
 * An example of a mapping to a regulator's codes, to be replaced: every code in it is made up and says so.
 *
 * The Chinese standard (JR/T 0169-2018) has three classifications, of the channel through which the business was done
 * (A), of the business (B) and of the reason (C). Its codes were not seen and are not in this library.
 */
export const exampleRegulatorCodes: RegulatorCodeMapping = {
  id: "example.regulator-codes",
  version: "1",
  status: "example",
  effectiveFrom: "2018-09-04",
  sources: [
    "library example",
    "JR/T 0169-2018 金融消费者投诉统计分类及编码 银行业金融机构, for the three classifications: https://www.wm114.cn/wen/203/405698.html",
  ],
  scheme: "example",
  channel: { by: "business-channel", codes: { counter: "example.A-counter", app: "example.A-mobile" } },
  business: { by: "product", codes: { card: "example.B-card", loan: "example.B-loan" } },
  reason: { by: "category", codes: { conduct: "example.C-service", fees: "example.C-pricing" } },
  readings: [
    "The codes of the standard were not seen; a bank enters them from its copy.",
    "The channel of the standard is that of the business (业务办理渠道), not the one by which the complaint came in.",
  ],
};
