/** The floors of the house: imports go down only, rooms of one floor never import each other, no cycles. */
const L1 = "money|calendar|time-value";
const L2 = "client|loans";
const L3 = "customer-classification|relationship-value|sla|financial-planning";
const L4 =
  "strategy-plan|complaints|referrals|engagement|client-care|retention|records|visits|work-reports|meetings|reporting|credit-support|workforce|appraisal|programme";
const L5 = "rendering";
const SIDE = "labels|testing";

const above = (name, floor, forbidden) => ({
  name,
  severity: "error",
  comment: "Imports go down only; a type two rooms need moves down, or one takes the smallest structural input.",
  from: { path: `^src/(${floor})/` },
  to: { path: `^src/(${forbidden})/` },
});

/** Rooms of one floor do not know each other: `$1` is the importing room. */
const apart = (name, floor) => ({
  name,
  severity: "error",
  comment: "Rooms on one floor never import each other.",
  from: { path: `^src/(${floor})/` },
  to: { path: `^src/(${floor})/`, pathNot: "^src/$1/" },
});

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "core-is-the-ground", severity: "error", from: { path: "^src/core/" }, to: { path: "^src/(?!core/)" } },
    above("l1-down", L1, [L2, L3, L4, L5, SIDE].join("|")),
    apart("l1-apart", L1),
    above("l2-down", L2, [L3, L4, L5, SIDE].join("|")),
    apart("l2-apart", L2),
    above("l3-down", L3, [L4, L5, SIDE].join("|")),
    apart("l3-apart", L3),
    above("l4-down", L4, [L5, SIDE].join("|")),
    apart("l4-apart", L4),
    {
      name: "rendering-takes-labels-as-data",
      severity: "error",
      from: { path: `^src/${L5}/` },
      to: { path: `^src/(${SIDE})/` },
    },
    {
      name: "labels-only-know-types",
      severity: "error",
      from: { path: "^src/labels/" },
      to: { path: "^src/(?!labels/)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "zod-in-schema-leaves",
      severity: "error",
      from: { path: "^src/", pathNot: "/schema\\.ts$" },
      to: { path: "node_modules/zod/" },
    },
    {
      name: "schemas-are-leaves",
      severity: "error",
      comment: "A schema leaf is imported by other schema leaves only, so that zod stays out of the rooms.",
      from: { path: "^src/", pathNot: "/schema\\.ts$|^src/testing/" },
      to: { path: "/schema\\.ts$" },
    },
    {
      name: "no-node-built-ins",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "declared-dependencies-only",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/testing/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown", "undetermined"] },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
