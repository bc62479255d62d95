/** Texts numbered in the order they came in, each once. */
export interface TextIndex {
  /** The texts, by their number. */
  readonly texts: readonly string[];
  /** The number of a text, which gets one if it has none. */
  readonly placeOf: (text: string) => number;
  /** The number of a text that has one. */
  readonly get: (text: string) => number | undefined;
}

/** Places looked at for a text before the quick table is given up. */
const MAX_PROBES = 64;

/** Places of the smallest table. */
const FEWEST_PLACES = 64;

/** A hash of a text, 32 bits; 0 is left out, because it marks an empty place. */
function hashOf(text: string): number {
  let hash = text.length;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1);
  hash ^= hash >>> 15;
  return hash === 0 ? 1 : hash;
}

/**
 * An index of texts, which does what a `Map` does in less time and memory: a book has millions of ids, each a text of
 * its own, and a `Map` asks the engine for the hash of every one.
 *
 * Open addressing over typed columns. Ids come from outside and may have been made to meet in one place; where a search
 * would go on for long, a `Map` takes over.
 *
 * @param expected - how many texts there may be; more are taken in too
 * @param texts - those that have numbers already, each once; further ones are added to this very list
 */
export function openTextIndex(expected = 0, texts: string[] = []): TextIndex {
  let places = FEWEST_PLACES;
  while (places < expected * 2) places *= 2;
  let hashes = new Int32Array(places);
  let numbers = new Int32Array(places);
  let mask = places - 1;
  let others: Map<string, number> | null = null;

  /** Leaves the quick table for a map of all texts. */
  const giveUp = (): Map<string, number> => (others = new Map(texts.map((known, number) => [known, number])));

  const grow = (): void => {
    const [fromHashes, fromNumbers] = [hashes, numbers];
    hashes = new Int32Array(fromHashes.length * 4);
    numbers = new Int32Array(hashes.length);
    mask = hashes.length - 1;
    for (let from = 0; from < fromHashes.length; from++) {
      const hash = fromHashes[from]!;
      if (hash === 0) continue;
      let place = hash & mask;
      let probes = 0;
      while (hashes[place] !== 0 && probes < MAX_PROBES) {
        place = (place + 1) & mask;
        probes++;
      }
      if (probes === MAX_PROBES) {
        giveUp();
        return;
      }
      hashes[place] = hash;
      numbers[place] = fromNumbers[from]!;
    }
  };

  /** The place of a text in the table, or the empty one it would take; -1 where neither is near. */
  const search = (text: string, hash: number): number => {
    let place = hash & mask;
    for (let probes = 0; probes < MAX_PROBES; probes++) {
      const there = hashes[place]!;
      if (there === 0 || (there === hash && texts[numbers[place]!] === text)) return place;
      place = (place + 1) & mask;
    }
    return -1;
  };

  const get = (text: string): number | undefined => {
    if (others !== null) return others.get(text);
    const place = search(text, hashOf(text));
    // what is not near was never put into the table
    return place < 0 || hashes[place] === 0 ? undefined : numbers[place];
  };

  const addTo = (map: Map<string, number>, text: string): number => {
    const known = map.get(text);
    if (known !== undefined) return known;
    map.set(text, texts.length);
    return texts.push(text) - 1;
  };

  const placeOf = (text: string): number => {
    if (others !== null) return addTo(others, text);
    const hash = hashOf(text);
    const place = search(text, hash);
    if (place < 0) return addTo(giveUp(), text);
    if (hashes[place] !== 0) return numbers[place]!;
    hashes[place] = hash;
    const number = texts.length;
    numbers[place] = number;
    texts.push(text);
    if (texts.length * 2 > mask + 1) grow();
    return number;
  };

  // texts that are here already are put in again, each at its own number
  for (const text of texts.splice(0)) placeOf(text);
  return { texts, placeOf, get };
}

/**
 * The index of texts that have numbers already, made when it is first asked.
 *
 * @param texts - each once; further ones are added to this very list
 */
export function indexOfTexts(texts: string[]): TextIndex {
  let made: TextIndex | null = null;
  const index = (): TextIndex => (made ??= openTextIndex(texts.length, texts));
  return { texts, placeOf: (text) => index().placeOf(text), get: (text) => index().get(text) };
}
