/** How a sentence about something that cannot be read ends: where, what was given, what is allowed. */
export const wrong =
  "[ at {path}][: {received:received} was given][ ({type:type})][; allowed: {allowed:list}][; minimum {min:number}][; it must have {fewest:number} or more entries][; maximum {max:number}][{!didYouMean}; known here: {known:list}][; perhaps {didYouMean} was meant]." as const;

/** The same without the place, which the sentence has said before. */
export const given =
  "[: {received:received} was given][ ({type:type})][; allowed: {allowed:list}][; minimum {min:number}][; it must have {fewest:number} or more entries][; maximum {max:number}][{!didYouMean}; known here: {known:list}][; perhaps {didYouMean} was meant]." as const;

/** The same when the sentence has also said what was given. */
export const rest =
  "[; allowed: {allowed:list}][; minimum {min:number}][; it must have {fewest:number} or more entries][; maximum {max:number}][{!didYouMean}; known here: {known:list}][; perhaps {didYouMean} was meant]." as const;
