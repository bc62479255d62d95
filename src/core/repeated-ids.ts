/** Slots per id: with eight of them, one id in nine shares its slot with another by chance. */
const SLOTS = 8;

function slotOf(id: string, mask: number): number {
  let hash = 0;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & mask;
}

/** The id of a row, or the row itself where it is one; undefined where there is none that can be read. */
function idOf(row: { readonly id: unknown } | string | null | undefined): unknown {
  try {
    return typeof row === "string" ? row : row?.id;
  } catch {
    return undefined;
  }
}

/**
 * A question to ask of rows, or of bare ids, in turn: whether an id was asked about before.
 *
 * A set of millions of ids costs more than everything else that is done with their rows. So each id first marks a slot,
 * one bit, and only ids that share a slot with another, by chance or because they are the same, go into a set.
 */
export function repeatedIds(rows: readonly ({ readonly id: string } | string)[]): (id: string) => boolean {
  let size = 1024;
  while (size < rows.length * SLOTS) size *= 2;
  const [taken, shared] = [new Int32Array(size / 32), new Int32Array(size / 32)];
  for (const row of rows) {
    const id = idOf(row);
    if (typeof id !== "string") continue;
    const slot = slotOf(id, size - 1);
    const [word, bit] = [slot >>> 5, 1 << (slot & 31)];
    if ((taken[word]! & bit) === 0) taken[word]! |= bit;
    else shared[word]! |= bit;
  }
  const ids = new Set<string>();
  return (id) => {
    const slot = slotOf(id, size - 1);
    if ((shared[slot >>> 5]! & (1 << (slot & 31))) === 0) return false;
    const before = ids.size;
    return ids.add(id).size === before;
  };
}
