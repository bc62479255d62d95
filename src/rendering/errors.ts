/** Codes of this room. */
export type RenderingErrorCode =
  | "rendering/client-differs"
  | "rendering/invalid-amount"
  | "rendering/invalid-document"
  | "rendering/invalid-option"
  | "rendering/invalid-text";
