import type { RelationshipValueWords } from "../words.ts";

export /**
        *
        */
const relationshipValue = {
  "valueHead.direct": "直接收益",
  "valueHead.related": "相關客戶收益",
  "valueHead.other": "其他收益",
  "valueItem.asset": "資產業務",
  "valueItem.liability": "負債業務",
  "valueItem.intermediary": "中間業務",
  "valueItem.subsidiary": "子公司",
  "valueItem.affiliate": "關連公司",
  "valueItem.referred": "由客戶推介而建立的其他客戶關係",
  "valueItem.joint-business": "聯營業務",
  "valueItem.pilot-partner": "新產品/服務試點",
  "valueItem.forum-attendance": "出席座談會",
  "valueItem.advertising": "廣告推介",
  "valueItem.sponsorship": "活動/贊助",
  "incomeBasis.actual": "實際",
  "incomeBasis.accrued": "應計",
  "incomeBasis.estimated": "估計",
  "itemStatus.stated": "有數據",
  "itemStatus.stated-none": "確認為無",
  "itemStatus.no-data": "無數據",
  "itemStatus.view": "視圖，不入賬",
  "dataStatus.stated": "有數據",
  "dataStatus.partly-stated": "部分有數據",
  "dataStatus.no-data": "無數據",
  "dataStatus.view": "視圖，不入賬",
  "spendBasis.actual": "實際",
  "spendBasis.estimated": "估計",
  "spendBasis.equal-split": "按銀行數平均假設",
} as const satisfies RelationshipValueWords;
