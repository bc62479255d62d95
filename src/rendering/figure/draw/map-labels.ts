import { textWidth, type TextAnchor } from "./texts.ts";

/** A place in a drawing. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The name of a point: where it stands and how much of it has room, or the number it has in the key. */
export interface Label extends Place {
  readonly anchor: TextAnchor;
  readonly room: number;
  /** From 1; `null` for a name that is at its point. */
  readonly number: number | null;
}

/** A rectangle. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A name of more is shortened rather than put into the key. */
const MOST_NAME = 120;
const HEIGHT = 14;
const GAP = 4;

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const contains = ({ left, top, right, bottom }: Box, { x, y }: Place): boolean =>
  x > left && x < right && y > top && y < bottom;

/**
 * The names of points in their order: each right, left, above or below its point, where no other point and no other name
 * is, and otherwise a number. Of these places one that no line goes through comes first.
 */
export function labelsOf(
  names: readonly string[],
  places: readonly Place[],
  { radius, reach, ...area }: Box & Readonly<Record<"radius" | "reach", number>>,
  lines: readonly Place[],
): readonly Label[] {
  const circles = places.map(({ x, y }): Box => {
    return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach };
  });
  const taken: Box[] = [];
  const numbered: { readonly place: Place; readonly number: number }[] = [];
  return places.map((place, at): Label => {
    const room = Math.min(MOST_NAME, textWidth(names[at] ?? ""));
    const free = candidates(place, room, radius).filter(
      ({ box }) =>
        box.left >= area.left &&
        box.right <= area.right &&
        box.top >= area.top &&
        box.bottom <= area.bottom &&
        !taken.some((other) => overlaps(box, other)) &&
        !circles.some((circle, n) => n !== at && overlaps(box, circle)),
    );
    const found = free.find(({ box }) => !lines.some((one) => contains(box, one))) ?? free[0];
    if (found !== undefined) {
      taken.push(found.box);
      return { ...found.label, room, number: null };
    }
    // points that lie on each other share a number
    const near = numbered.find(
      ({ place: { x, y } }) => Math.abs(x - place.x) < 2 * radius && Math.abs(y - place.y) < 2 * radius,
    );
    const number = near?.number ?? (numbered.at(-1)?.number ?? 0) + 1;
    if (near === undefined) numbered.push({ place, number });
    return { ...place, anchor: "middle", room, number };
  });
}

interface Candidate {
  readonly box: Box;
  readonly label: Omit<Label, "room" | "number">;
}

function candidates({ x, y }: Place, width: number, radius: number): readonly Candidate[] {
  const reach = radius + GAP;
  const boxed = (left: number, middle: number): Box => ({
    left,
    top: middle - HEIGHT / 2,
    right: left + width,
    bottom: middle + HEIGHT / 2,
  });
  const base = (middle: number): number => middle + 4.2;
  const [above, below] = [y - reach - HEIGHT / 2 + 1, y + reach + HEIGHT / 2 - 1];
  return [
    { box: boxed(x + reach, y), label: { x: x + reach, y: base(y), anchor: "start" } },
    { box: boxed(x - reach - width, y), label: { x: x - reach, y: base(y), anchor: "end" } },
    { box: boxed(x - width / 2, above), label: { x, y: base(above), anchor: "middle" } },
    { box: boxed(x - width / 2, below), label: { x, y: base(below), anchor: "middle" } },
  ];
}
