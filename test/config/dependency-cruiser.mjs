/** The rules of the house: which floor a room stands on is in rooms.mjs; what that means for its imports is here. */
import { floors, side } from "./rooms.mjs";

const anyOf = (names) => `(${names.join("|")})`;

/** One rule per floor: a room imports itself and the floors below, so neither a neighbour nor anything above. */
const down = floors.map(({ floor, rooms }, index) => {
  const below = floors.slice(0, index).flatMap((lower) => lower.rooms);
  return {
    name: `floor-${floor}-imports-down-only`,
    severity: "error",
    comment: "A type that two rooms need moves down, or one of them takes the smallest structural input.",
    from: { path: `^src/${anyOf(rooms)}/` },
    to: { path: "^src/", pathNot: `^src/${anyOf(["$1", ...below])}/` },
  };
});

export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    ...down,
    {
      name: "rooms-have-doors",
      severity: "error",
      comment:
        "Another room is entered through index.ts, a schema leaf through schema.ts, shared machinery through inner.ts, and core/decimal.ts, which nobody loads who does not need it.",
      from: { path: "^src/([^/]+)/" },
      to: {
        path: "^src/[^/]+/",
        pathNot: ["^src/$1/", "^src/[^/]+/(index|schema|inner)\\.ts$", "^src/core/decimal\\.ts$"],
      },
    },
    {
      name: "inner-doors-stay-inside",
      severity: "error",
      comment: "inner.ts is for other rooms; what an index.ts takes from it would be published.",
      from: { path: "/index\\.ts$" },
      to: { path: "(/inner|^src/core/decimal)\\.ts$" },
    },
    {
      name: "side-rooms-only-know-types",
      comment: "Data that is passed in; of the ground they have its errors, to refuse what they lack.",
      severity: "error",
      from: { path: `^src/${anyOf(side)}/` },
      to: { path: "^src/", pathNot: "^src/($1|core)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "dates-in-words",
      comment: "date-fns writes dates for people, as one language does; everything else counts in day numbers.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/labels/.*dates\\.ts$" },
      to: { path: "node_modules/(date-fns|@date-fns/utc)/" },
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
      from: { path: "^src/", pathNot: "/schema\\.ts$" },
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
      from: { path: "^src/" },
      // a peer of one entry is a dependency of the tests too
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown", "undetermined"],
        dependencyTypesNot: ["npm-peer"],
      },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
