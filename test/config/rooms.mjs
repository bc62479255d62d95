/**
 * The rooms of the house, in a reader's order. Everything that needs to know them derives it from here: the import
 * rules, the navigation of the API documentation, the table of README.md and docs/map.md.
 *
 * `room` is a folder of src. `floor` decides what it may import: rooms of the floors below it, never one of its own;
 * a room at the side is data that is passed in. `group` is where a reader looks for it, `guide` the page of
 * docs/guide to read first, `says` what it does, `folders` what is in each folder of it besides policies and data.
 */
export const rooms = [
  {
    room: "money",
    floor: 1,
    group: "Money and time",
    guide: "money",
    says: "exact money on decimal strings: add, sum, multiply, allocate by largest remainder, convert at a dated rate, format; columns for batches",
  },
  {
    room: "calendar",
    floor: 1,
    group: "Money and time",
    guide: "calendar",
    says: "working days of mainland China 2007 to 2026 (make-up days included; exchanges apart) and Hong Kong 2007 to 2027, in constant time and explained; periods, ages, day counts, zones, working hours",
    folders: {
      definition: "calendars made from data: defined, extended, overridden, combined",
    },
  },
  {
    room: "time-value",
    floor: 1,
    group: "Money and time",
    guide: "time-value",
    says: "Excel's functions from `pv` to `xirr` with its names and signs, stable where others are not, a typed refusal where there is no answer; returns",
    folders: {
      annuity: "level payments, growth and compounding",
      flows: "flows of any size: present values, rates of return, duration",
      returns: "what a portfolio returned, its volatility and drawdown",
    },
  },
  {
    room: "loans",
    floor: 2,
    group: "Money and time",
    guide: "loans",
    says: "exact repayment schedules with repricing, prepayment, grace and fees, combined loans, true annual rates",
  },
  {
    room: "sla",
    floor: 3,
    group: "Deadlines",
    guide: "sla",
    says: "deadlines from events and policies that are data (the source's complaint rule, regulators' rules): due dates, pauses, extensions, states, reasons line by line; the report of a whole desk",
    folders: {
      engine: "a case followed through its events: pauses, extensions, re-openings, the due moment",
      result: "what is reported of a stage: the explanation, alerts and their quiet hours, escalations",
      desk: "the report of many cases, and its parts merged",
      compare: "two results or two policies side by side",
    },
  },
  {
    room: "duties",
    floor: 2,
    group: "Deadlines",
    guide: "cases",
    says: "recurring duties from policies that are data (the sources' journals, summaries, reports and checks): due days on real calendars, who kept them, who was late, what is missing",
  },
  {
    room: "complaints",
    floor: 4,
    group: "Deadlines",
    guide: "complaints",
    says: "the complaint case as one flow, its reply checklist, box and book entries, statistics, what is owed and what was achieved",
    folders: {
      entries: "what a history consists of: steps, notes, and what a separation rule calls them",
      reading: "complaints, entries and policies read whole, as documents or as rows",
    },
  },
  {
    room: "client",
    floor: 2,
    group: "Clients",
    guide: "client",
    says: "the client file: who the client is, whom the bank deals with there, who manages it, what is known of it and since when",
    folders: {
      managers: "who manages the client and stands in, transfers with their approval, the clients of each manager",
      knowledge:
        "features raw and derived, their latest values, what is missing in a file, attitudes and what they ask for",
      ownership: "who holds and controls whom on a day: effective interests, groups by control, related clients",
    },
  },
  {
    room: "customer-classification",
    floor: 3,
    group: "Clients",
    guide: "classification",
    says: "four types of client by definition rules, a checked scorecard inside the best, every point explained; levels through time, simulations, measurement, grades of companies, PMML",
    folders: {
      card: "a scorecard read and checked: features, lines, rules, and the lint",
      person: "what may be said to the person who asks, and their main reasons on request",
      register: "cards kept in order: differences of two, signatures, which one was in force on a day",
      ledger: "records scored against it in columns: inputs and their age, points, decisions, traces",
      measurement:
        "whether a card is any good: ranking, weights, stability, bands from data, shares of classes by group",
      grading: "grades of the bank's own: any of several ways to each, lists of names, points beside them",
      pooling: "values of a household or a group added up before its members are scored",
      pmml: "cards there and back as PMML scorecards: an entry of its own, with an XML parser",
      population: "a book at two times: who is in which class, who moved, joined and left, parts merged",
      simulation: "a book under two cards: who changes class, what each class comes to, how restless it is",
      standing:
        "the level a client is served at, through time: reviews, grace, floors, overrides; one client or a book",
      change: "why a class is another than before, the cheapest way to one, whom to look at first",
    },
  },
  {
    room: "relationship-value",
    floor: 3,
    group: "Clients",
    guide: "relationship-value",
    says: "income lines into a statement of three heads and eleven items, group views without double counting, the roll-up of a whole book",
    folders: {
      statement: "one client: heads, items, groups, exchange rates",
      book: "many clients: the roll-up, its ranking, its parts merged",
      shares: "a book by group, manager and branch: nothing lost, nothing counted twice",
      concentration: "what a book hangs on: deciles, index, whale curve, what became of it in another period",
      interest: "balances, transfer prices and the interest between them",
      risk: "cost to serve, expected loss, levies, capital, and the return on it; the rate that meets a target",
      extract: "income lines from the records of a CSV file, and into one that no spreadsheet computes",
      reports: "the three reports as data: statistics, evaluation, business advice",
      views: "what is seen beside a statement: its lines, the period before, groups, credits to others, ranks",
      lifetime: "what a client is expected to bring over its life: retention, its fit, both conventions",
      volumes: "balances and assets under management by product, growth, deviation; the book against the ledger",
      outlook: "what a plan may change: if we lose, existing, if we win, and the gap to a target",
    },
  },
  {
    room: "strategy-plan",
    floor: 4,
    group: "Plans",
    guide: "strategy-plan",
    says: "the nine-section plan for a client as data: checks, completeness, health, white space, power map; its year, its versions, its approval; many plans at a glance",
    folders: {
      approval: "a version of a plan submitted, approved, put in force, superseded",
      check: "what is wrong in a plan, by section",
      condition: "in what condition a plan is: completeness by tier, freshness, health",
      gaps: "white space: what the client does not have from us, product by product",
      people: "the power map: who decides at the client, and through whom we get to them",
      group: "one plan for many members, and what each viewer may see",
      portfolio: "the plans of a manager or a branch at a glance: income, overdue actions, health, tiers, renewals",
      versions: "two versions of a plan: their difference, patches, merges; next year's plan from this year's",
      year: "the plan in its year: timetable of actions, forecast of income, progress against what was booked",
    },
  },
  {
    room: "financial-planning",
    floor: 3,
    group: "Plans",
    guide: "planning",
    says: "the retirement gap, as the first of eight plans",
  },
  {
    room: "rendering",
    floor: 5,
    group: "Documents",
    guide: "rendering",
    says: "one block tree to print-ready HTML, Word, Markdown and plain text, with figures",
    folders: {
      classification: "the class of a client and why, as blocks",
      desk: "the state of a desk as blocks",
      difference: "what changed between two plans, as blocks",
      docx: "blocks as Word files, by a writer of our own: an entry of its own",
      figure: "figures as data, made from results, drawn as static SVG, and as Vega-Lite specifications",
      loan: "a repayment schedule as blocks",
      plan: "the strategy plan as blocks",
      standing: "a client's level through time, as blocks",
      statement: "a value statement as blocks",
      value: "the three reports of relationship value as blocks",
      writers: "blocks as HTML, Markdown, plain text and CSV",
    },
  },
  {
    room: "telling",
    floor: 2,
    group: "Documents",
    guide: "labels",
    says: "a reason as a sentence: every code with its facts, in the words of a language that is passed in",
  },
  {
    room: "labels",
    floor: "side",
    group: "Documents",
    guide: "labels",
    says: "labels, sentences and dates in three languages, by room",
    folders: {
      en: "English, by room",
      "zh-Hans": "simplified Chinese, by room",
      "zh-Hant-HK": "traditional Chinese as used in Hong Kong, by room",
    },
  },
  {
    room: "core",
    floor: 0,
    group: "Ground",
    guide: "cases",
    says: "errors, outcomes, policies with versions and sources, dates, decimals; cases whose history only grows, with separation of persons; counts, open items and measures, in which rooms meet",
    folders: {
      casework: "cases: their flow, the one step function, the separation of persons, replay",
    },
  },
];

/** The floors from the ground up, each with the names of its rooms. */
export const floors = [...new Set(rooms.map(({ floor }) => floor))]
  .filter((floor) => floor !== "side")
  .sort((a, b) => a - b)
  .map((floor) => ({ floor, rooms: rooms.filter((room) => room.floor === floor).map(({ room }) => room) }));

/** The rooms that stand beside the floors. */
export const side = rooms.filter(({ floor }) => floor === "side").map(({ room }) => room);
