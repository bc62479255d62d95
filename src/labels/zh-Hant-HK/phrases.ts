/** How a sentence about something that cannot be read ends: where, what was given, what is allowed. */
export const wrong =
  "[：{path}][，收到的是{received:received}][（{type:type}）][，只可以是 {allowed:list}][，不應小於 {min:number}][，至少須有 {fewest:number} 項][，不應大於 {max:number}][{!didYouMean}，此處可用的名稱有 {known:list}][，是否應為 {didYouMean}]。" as const;

/** The same without the place, which the sentence has said before. */
export const given =
  "[，收到的是{received:received}][（{type:type}）][，只可以是 {allowed:list}][，不應小於 {min:number}][，至少須有 {fewest:number} 項][，不應大於 {max:number}][{!didYouMean}，此處可用的名稱有 {known:list}][，是否應為 {didYouMean}]。" as const;
