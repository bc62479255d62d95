/**
 * Documents as Word files (.docx), which a branch changes and files in its own way. A writer of its own, without any
 * package, and an entry of its own, so that only those who write Word files load it: {@link toDocx}.
 *
 * @packageDocumentation
 */

// -- Writing a document
export { toDocx } from "./to-docx.ts";

// -- Types: writing
export type { DocxOptions } from "./to-docx.ts";
