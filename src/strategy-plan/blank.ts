/** Whether a text is there and says nothing: spaces, control characters and invisible characters look empty on paper. */
export const isBlank = (text: string | undefined): boolean => text !== undefined && !/[^\s\p{Cc}\p{Cf}]/u.test(text);

/** Whether a member is there and, if it is a text, says something. */
export const isSaid = (value: unknown): boolean => (typeof value === "string" ? !isBlank(value) : value !== undefined);
