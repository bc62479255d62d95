/** How a sentence about something that cannot be read ends: where, what was given, what is allowed. */
export const wrong =
  "[：{path}][，收到的是{received:received}][（{type:type}）][，只能是 {allowed:list}][，应不小于 {min:number}][，至少须有 {fewest:number} 项][，应不大于 {max:number}][{!didYouMean}，此处可用的名称有 {known:list}][，是否应为 {didYouMean}]。" as const;

/** The same without the place, which the sentence has said before. */
export const given =
  "[，收到的是{received:received}][（{type:type}）][，只能是 {allowed:list}][，应不小于 {min:number}][，至少须有 {fewest:number} 项][，应不大于 {max:number}][{!didYouMean}，此处可用的名称有 {known:list}][，是否应为 {didYouMean}]。" as const;
