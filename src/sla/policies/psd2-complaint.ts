import type { SlaPolicy } from "../policy-types.ts";
import { NO_LEGAL_ADVICE } from "./no-legal-advice.ts";

/**
 * Time limits for complaints about payment services and electronic money in the European Union: a reply within 15 business days of receipt,
 * at most 35 in exceptional situations beyond the provider's control, once a holding reply has given the reasons and the
 * date of the final one.
 *
 * Member States may keep shorter limits. The business days are the provider's own: give the evaluation a calendar with
 * the id `eu-psp`, or derive the policy with another calendar and zone. Not legal advice.
 */
export const psd2ComplaintPolicy: SlaPolicy = {
  id: "eu.psd2.complaint",
  version: "2015-2366",
  status: "regulation",
  effectiveFrom: "2018-01-13",
  appliesTo: { matters: ["complaint"], places: ["eu"], products: ["payment-service", "electronic-money"] },
  sources: [
    "Directive (EU) 2015/2366, art. 101(2)",
    "Directive 2009/110/EC, art. 13, for electronic money, from memory; FCA Handbook, DISP 1.6.2AR, which names an EMD complaint beside a PSD complaint, was seen",
    "https://service.betterregulation.com/document/208863",
    "https://haufe.de/versicherungs-glossar/richtlinie-eu-20152366-des-europaeischen-parlaments-un-art-101-streitbeilegung_idesk_PI10820_HI8901057.html",
    "https://www.elavon.ie/resource-centre/news/customer-updates/2018/new-payment-services-directive.html, for 13 January 2018",
  ],
  zone: "Europe/Brussels",
  calendar: "eu-psp",
  clocks: [
    {
      id: "statutory",
      basis: "statutory",
      authority: {
        instrument: "Directive (EU) 2015/2366 on payment services in the internal market",
        article: "art. 101(2)",
        confidence:
          "numbers and conditions for payment services: high, the text was seen; that electronic money has the same: medium, Directive 2009/110/EC art. 13 is from memory, and the United Kingdom's rule, which names both, was seen; national law that implements it was not looked at",
        disclaimer: NO_LEGAL_ADVICE,
      },
      stages: [
        {
          id: "reply",
          from: "start",
          amount: 15,
          unit: "working-day",
          startDayCounts: false,
          endOf: "day",
          roll: "none",
          satisfiedBy: ["replied"],
          extensions: [
            { id: "holding-reply", to: 35, cap: 35, notifyCustomer: true, beforeExpiryOnly: true, times: 1 },
          ],
        },
      ],
    },
  ],
  readings: [
    "The day of receipt is not counted.",
    "The holding reply must be sent within the 15 business days; the 35 are counted from the receipt.",
    "The zone stands for the place of the provider and is to be replaced by its own.",
    "The Directive applies from 13 January 2018 as the day by which Member States had to adopt it.",
  ],
};
