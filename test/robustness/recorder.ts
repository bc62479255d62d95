import { isDeepStrictEqual } from "node:util";

/** A call of a public function as an example of the documentation makes it, and what it answered. */
export interface Call {
  /** The name under which it is exported. */
  readonly name: string;
  readonly run: (...args: unknown[]) => unknown;
  readonly args: readonly unknown[];
}

/** What the written-out examples show their calls to. */
export interface Recorder {
  /** The function, with its calls from inside an example recorded; any other value as it is. */
  readonly watch: <T>(value: T) => T;
  readonly example: (run: () => void) => void;
}

type Run = (...args: unknown[]) => unknown;

/** Calls that answered, by the order of the examples; the same function with the same arguments once. */
export function recordCalls(
  examples: readonly ((record: Recorder) => void)[],
  nameOf: (f: unknown) => string | undefined,
): Call[] {
  const calls: Call[] = [];
  let depth = 0;
  const recorder: Recorder = {
    watch: <T>(value: T): T => {
      const name = nameOf(value);
      if (name === undefined) return value;
      const run = value as unknown as Run;
      const watched: Run = (...args) => {
        depth++;
        try {
          const answer = run(...args);
          if (depth === 1) calls.push({ name, run, args });
          return answer;
        } finally {
          depth--;
        }
      };
      return watched as unknown as T;
    },
    example: (run) => {
      run();
    },
  };
  for (const example of examples) example(recorder);
  return calls.filter(
    ({ run, args }, index) =>
      !calls.slice(0, index).some((earlier) => earlier.run === run && isDeepStrictEqual(earlier.args, args)),
  );
}
