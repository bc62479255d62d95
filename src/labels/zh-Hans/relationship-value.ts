import type { RelationshipValueWords } from "../words.ts";

export /**
        *
        */
const relationshipValue = {
  "valueHead.direct": "直接收益",
  "valueHead.related": "相关客户收益",
  "valueHead.other": "其它收益",
  "valueItem.asset": "资产业务",
  "valueItem.liability": "负债业务",
  "valueItem.intermediary": "中间业务",
  "valueItem.subsidiary": "子公司",
  "valueItem.affiliate": "关连公司",
  "valueItem.referred": "由客户推介而建立的其它客户关系",
  "valueItem.joint-business": "联营业务",
  "valueItem.pilot-partner": "新产品/服务试点",
  "valueItem.forum-attendance": "出席座谈会",
  "valueItem.advertising": "广告推介",
  "valueItem.sponsorship": "活动/赞助",
  "incomeBasis.actual": "实际",
  "incomeBasis.accrued": "应计",
  "incomeBasis.estimated": "估计",
  "itemStatus.stated": "有数据",
  "itemStatus.stated-none": "确认为无",
  "itemStatus.no-data": "无数据",
  "itemStatus.view": "视图，不入账",
  "dataStatus.stated": "有数据",
  "dataStatus.partly-stated": "部分有数据",
  "dataStatus.no-data": "无数据",
  "dataStatus.view": "视图，不入账",
  "spendBasis.actual": "实际",
  "spendBasis.estimated": "估计",
  "spendBasis.equal-split": "按银行数平均假设",
} as const satisfies RelationshipValueWords;
