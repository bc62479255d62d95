import type { RelationshipValueWords } from "../words.ts";

export /**
        *
        */
const relationshipValue = {
  "valueHead.direct": "Direct income",
  "valueHead.related": "Income from related clients",
  "valueHead.other": "Other (intangible) benefit",
  "valueItem.asset": "Asset business (lending)",
  "valueItem.liability": "Liability business (deposits)",
  "valueItem.intermediary": "Fee-based (intermediary) business",
  "valueItem.subsidiary": "Subsidiary",
  "valueItem.affiliate": "Related (affiliated) company",
  "valueItem.referred": "Relationships won through the client's referrals",
  "valueItem.joint-business": "Joint (co-operated) business",
  "valueItem.pilot-partner": "New product/service pilot",
  "valueItem.forum-attendance": "Attendance at forums",
  "valueItem.advertising": "Advertising support and endorsement",
  "valueItem.sponsorship": "Events/sponsorship",
  "incomeBasis.actual": "Actual",
  "incomeBasis.accrued": "Accrued",
  "incomeBasis.estimated": "Estimated",
  "itemStatus.stated": "Stated",
  "itemStatus.stated-none": "Stated to be none",
  "itemStatus.no-data": "No data",
  "itemStatus.view": "A view, not booked",
  "dataStatus.stated": "Stated",
  "dataStatus.partly-stated": "Partly stated",
  "dataStatus.no-data": "No data",
  "dataStatus.view": "A view, not booked",
  "spendBasis.actual": "Actual",
  "spendBasis.estimated": "Estimated",
  "spendBasis.equal-split": "Assumed equal between banks",
} as const satisfies RelationshipValueWords;
