/** What the clocks of a zone show at a moment, by Intl alone: the reference the zone tables are held against. */
export interface WallClock {
  readonly date: string;
  /** Seconds after midnight. */
  readonly second: number;
  /** Seconds east of UTC. */
  readonly offset: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Reads the wall clock of a zone; `seconds` counts from 1970-01-01T00:00:00Z. */
export function wallClock(zone: string, seconds: number): WallClock {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(zone, format);
  }
  // "03/01/2026, 09:30:00"
  const text = format.format(seconds * 1000);
  const [month, day, year, hour, minute, second] = text.split(/[/, :]+/).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const secondOfDay = hour * 3600 + minute * 60 + second;
  const midnight = Date.UTC(year, month - 1, day) / 1000;
  return {
    date: new Date(midnight * 1000).toISOString().slice(0, 10),
    second: secondOfDay,
    offset: midnight + secondOfDay - seconds,
  };
}

/** A moment as text, in UTC. */
export function utc(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
