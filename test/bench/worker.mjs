/** One implementation of one task: answers the questions once, then measures when asked. */
const [, , task, implementation] = process.argv;
const { implementations } = await import(`./tasks/${task}.mjs`);
const { prepare } = implementations[implementation];

const MEASURE_MS = 200;
let sink = 0;

/** Runs `pass`, which may have to be waited for, until the time is over and returns operations a second. */
async function measure({ pass, operations }) {
  let passes = 0;
  let chunk = 1;
  const start = process.hrtime.bigint();
  for (;;) {
    for (let i = 0; i < chunk; i++) {
      const result = pass();
      sink ^= typeof result === "number" ? result : await result;
    }
    passes += chunk;
    const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
    if (elapsed >= MEASURE_MS) return (passes * operations * 1000) / elapsed;
    if (elapsed * 8 < MEASURE_MS) chunk *= 2;
  }
}

// one case at a time: what another case has prepared would be in the way of every collection of garbage
let ready = { label: null, prepared: null };
async function get(label) {
  if (ready.label !== label) {
    ready = { label, prepared: null };
    ready = { label, prepared: await prepare(label) };
  }
  return ready.prepared;
}

process.on("message", async ({ kind, label }) => {
  const prepared = await get(label);
  if (kind === "answer") process.send({ answers: prepared ? await prepared.answers() : null });
  else {
    if (!prepared.warm) {
      await measure(prepared);
      prepared.warm = true;
    }
    process.send({ perSecond: await measure(prepared) });
  }
});
process.on("disconnect", () => process.exit(sink === 0.5 ? 1 : 0));
