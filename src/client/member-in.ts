/** A member of whatever was given; null where there is none, or where it cannot be read, which is reported elsewhere. */
export function memberIn(holder: unknown, name: string): unknown {
  try {
    return (holder as Readonly<Record<string, unknown>> | null | undefined)?.[name] ?? null;
  } catch {
    return null;
  }
}
