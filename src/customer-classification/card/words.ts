/** `maritalStatus`, `marital_status` and `marital-status` are the same two words. */
export function wordsOf(id: string): readonly string[] {
  return id
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");
}
