/** The two sides of a simulation. */
export const SIMULATION_SIDES = /* @__PURE__ */ Object.freeze(["champion", "challenger"] as const);

/** The two sides of a simulation: what is in force, and what is tried. */
export type SimulationSide = (typeof SIMULATION_SIDES)[number];
