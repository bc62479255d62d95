import { dayNumberOf, fromDayNumber, toDayNumber, type LocalDate } from "../../core/index.ts";
import type { Standing, StandingAdvance } from "../../customer-classification/index.ts";
import type { Block } from "../blocks.ts";
import { daysInWords } from "../figure/make/date-ticks.ts";
import { legendOf } from "../figure/make/legend.ts";
import type { DateTick, FigureTone, TimelineRow } from "../figure/types.ts";
import type { StandingDocumentWord, StandingWords } from "./words.ts";

/** What may give a level. */
const BASES = ["by-rules", "by-guarantee", "by-hand"] as const satisfies readonly StandingDocumentWord[];

/** What gives a level. */
type StandingBasis = (typeof BASES)[number];

const TONES: Readonly<Record<StandingBasis, FigureTone>> = {
  "by-rules": "solid",
  "by-guarantee": "other",
  "by-hand": "warning",
};

/** What gives the level a client is served at. Under a fall by steps it lies above what the rules give with no guarantee. */
function basisOf({ steps, override, objection, floors }: Standing): StandingBasis {
  if (override !== null) return "by-hand";
  const isGuaranteed = floors.length > 0 || (objection !== null && objection.atLeast !== null);
  return isGuaranteed && steps.floored > steps.held ? "by-guarantee" : "by-rules";
}

/** Days on which one level was served for one reason. */
interface Stretch {
  readonly level: string;
  readonly basis: StandingBasis;
  readonly from: LocalDate;
  /** Last day, inclusive. */
  readonly to: LocalDate;
}

/** The stretches of a history; where a day has several entries, the last one counts. */
function stretchesOf(history: readonly StandingAdvance[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const [index, { standing, transition }] of history.entries()) {
    const next = history[index + 1]?.transition.on;
    if (next === transition.on) continue;
    const [level, basis, from] = [standing.served, basisOf(standing), transition.on];
    const to = next === undefined ? from : fromDayNumber(toDayNumber(next) - 1);
    const last = stretches.at(-1);
    if (last?.level === level && last.basis === basis) stretches[stretches.length - 1] = { ...last, to };
    else stretches.push({ level, basis, from, to });
  }
  return stretches;
}

/** The first day of a stretch of days, and those of the years that begin within it. */
function ticksOf(from: LocalDate, to: LocalDate, { date, period }: StandingWords): readonly DateTick[] {
  const first = Number(from.slice(0, 4));
  const years = Array.from({ length: Number(to.slice(0, 4)) - first }, (_, at): DateTick => {
    const on = fromDayNumber(dayNumberOf(first + at + 1, 1, 1));
    return { on, label: period(on.slice(0, 4)) };
  });
  return [{ on: from, label: date(from) }, ...years];
}

/** The levels through time on one scale. */
export function levelTimeline(
  history: readonly StandingAdvance[],
  level: (id: string) => string,
  words: StandingWords,
): Block {
  const stretches = stretchesOf(history);
  const from = stretches[0]?.from ?? "";
  const to = stretches.at(-1)?.to ?? from;
  // where the history begins later than the level, nobody says since when
  const isStartKnown = history.some(
    ({ transition: { on, from: before, to: after } }) => on === from && before !== after,
  );
  const row = ({ level: id, basis, ...days }: Stretch, index: number): TimelineRow => {
    const isOpen = index === stretches.length - 1 && (index > 0 || isStartKnown);
    return {
      label: level(id),
      ...days,
      tone: TONES[basis],
      when: isOpen
        ? words.named(words.word("served-since"), words.date(days.from))
        : daysInWords(days.from, days.to, words.labels.dates),
      text: words.word(basis),
    };
  };
  return {
    type: "figure",
    title: words.word("timeline"),
    description: words.word("timeline-text"),
    figure: {
      kind: "timeline",
      from,
      to,
      ticks: ticksOf(from, to, words),
      now: { on: to, label: words.named(words.word("as-of"), words.date(to)) },
      headers: [words.word("served"), words.word("days"), words.word("basis")],
      rows: stretches.map(row),
      legend: legendOf(
        BASES,
        stretches.map(({ basis }) => basis),
        TONES,
        words.word,
      ),
    },
  };
}
