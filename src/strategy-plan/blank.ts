/** Whether a text is there and says nothing: spaces, control characters and invisible characters look empty on paper. */
export const isBlank = (text: string | undefined): boolean => text !== undefined && !/[^\s\p{Cc}\p{Cf}]/u.test(text);
