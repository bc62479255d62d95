/** The API documentation: one module per door, the pages of docs beside them; site.mjs says how they are arranged. */
import { doors } from "./entries.mjs";
import { categories, site } from "./site.mjs";

/** @type {Partial<import("typedoc").TypeDocOptions>} */
export default {
  entryPoints: doors.map(({ file }) => `../../${file}`),
  projectDocuments: ["../../docs/*.md", "../../docs/guide/*.md", "../../docs/examples/*.md", "../../docs/adr/*.md"],
  tsconfig: "../../tsconfig.json",
  out: "../../out/api",
  name: "relationship-banking",
  readme: "../../README.md",
  plugin: [site],
  categoryOrder: categories,
  includeHierarchySummary: false,
  navigation: { includeCategories: true, includeGroups: true },
  headings: { readme: false },
  customCss: "site.css",
  useFirstParagraphOfCommentAsSummary: true,
  searchInComments: true,
  searchInDocuments: true,
  searchGroupBoosts: { Modules: 2, Functions: 3, Documents: 3, Properties: 0.3 },
  disableGit: true,
  sourceLinkTemplate: "https://www.npmjs.com/package/relationship-banking?file={path}",
  gitRevision: "main",
  treatWarningsAsErrors: true,
  // the steps of type-level reading, which say nothing by themselves
  intentionallyNotExported: [
    "src/client/connections.ts:Housed",
    "src/client/connections.ts:Referred",
    "src/labels/keys.ts:RiskLabelKey",
    ...["grid-words", "line-words", "wallet"].map((name) => `src/rendering/figure/make/${name}.ts:IDS`),
    ...["classification", "desk", "difference", "loan", "plan", "standing", "statement", "value"].map(
      (room) => `src/rendering/${room}/words.ts:IDS`,
    ),
    ...["classification", "statement", "value"].map((room) => `src/rendering/${room}/words.ts:SENTENCES`),
    "src/rendering/standing/words.ts:StandingReason",
    "src/rendering/figure/make/coverage.ts:Cell",
    "src/rendering/figure/make/power-map.ts:Person",
    "src/rendering/figure/make/timeline.ts:Entry",
    "src/rendering/figure/make/value-bridge.ts:Sides",
    "src/rendering/figure/make/whale-curve.ts:Point",
    "src/rendering/figure/make/value-bridge.ts:Part",
    "src/strategy-plan/versions/reasons.ts:Told",
    "src/rendering/plan/audience.ts:READERS",
    ...["Named", "CategoryKeys", "LineKeys", "ListsIn", "LineOf", "Nothing"].map(
      (name) => `src/customer-classification/explanation.ts:${name}`,
    ),
    ...["PersonLineOf", "Nothing"].map((name) => `src/customer-classification/person/answer.ts:${name}`),
    ...["LineOf", "ClassLabels", "Nothing", "SplitValues", "OfWhom", "LevelKey"].map(
      (name) => `src/customer-classification/change/lines.ts:${name}`,
    ),
    "src/customer-classification/change/gap.ts:GapBase",
    ...["InPart", "FromTo"].map((name) => `src/customer-classification/register/card-change.ts:${name}`),
    "src/customer-classification/register/reasons.ts:OfVersion",
    // measurement
    ...["LineOf", "Sides", "Range", "FourFifths"].map(
      (name) => `src/customer-classification/measurement/lines.ts:${name}`,
    ),
    ...["SimulationLineOf", "Nothing"].map((name) => `src/customer-classification/simulation/lines.ts:${name}`),
    "src/customer-classification/policies/example-star-rate-card.ts:LinearOn",
    "src/labels/words.ts:WordsOf",
    "src/telling/types.ts:Inside",
    "src/telling/types.ts:WithKey",
    ...["Wrong", "PlaceholdersIn", "Outside", "Inside", "Nothing"].map((name) => `src/telling/placeholders.ts:${name}`),
  ],
  validation: { notExported: true, invalidLink: true, notDocumented: true },
  requiredToBeDocumented: ["Function", "Variable", "Class", "Interface", "TypeAlias"],
  skipErrorChecking: true,
  excludeInternal: true,
  logLevel: "Warn",
};
