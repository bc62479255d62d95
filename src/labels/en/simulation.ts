import { wrong } from "./phrases.ts";

/** Books of clients over time and under another card: labels and sentences. */
export const simulation = {
  "simulationSide.champion": "Champion",
  "simulationSide.challenger": "Challenger",
  "move.up": "up",
  "move.down": "down",
  "move.other": "neither up nor down",
  "move.joined": "joined",
  "move.left": "left",
  "nonClass.refused": "Record with an error",
  "nonClass.below-levels": "Below the first level",
  "simulated-book":
    "Number of clients as of {asOf:date}: {clients:number}[; number of periods: {periods}]; champion “{champion}”, challenger “{challenger}”.",
  "simulated-class":
    "Number of clients in “{class:label}”: {champion:number} under the champion, {challenger:number} under the challenger[; balances: {championBalance:money} and {challengerBalance:money}].",
  "swap-set":
    "From “{from:label}” to “{to:label}”[ ({move:label})]: number of clients {clients:number}[; balances {balance:money}].",
  "nobody-swaps": "No client changes class under the challenger.",
  "managers-needed":
    "Relationship managers needed for the classes whose capacity is given: {champion:number} under the champion and {challenger:number} under the challenger; if one may look after several classes, {sharedChampion:number} and {sharedChallenger:number}.",
  "privileges-cost":
    "Cost of privileges over all periods: {champion:money} under the champion and {challenger:money} under the challenger.",
  "changes-over-time":
    "{side:label}: a client’s class differs from that of the period before in {changes:number} of {pairs:number} cases ({rate:share})[; reversals within {within:number} months: {reversals:number}].",
  "over-service":
    "{side:label}: counting each client once in each period, {above:number} of {of:number} are served above the level earned and {below:number} below it.",
  "rows-with-issues": "Issues with the data: {issues:number}; rows left out: {leftOut:number}.",
  "customer-classification/invalid-book": `The book of clients and their classes is not valid[: a column of length {length} instead of {expected}]${wrong}`,
  "customer-classification/invalid-member": `The client or the class of a row cannot be read${wrong}`,
  "customer-classification/duplicate-client":
    "The client “{client}” appears more than once; only the first row counts.",
  "customer-classification/not-a-leaver":
    "There is a reason for the departure of the client “{client}”, who did not leave the book.",
  "customer-classification/invalid-migration": `The migration is not as this library made it${wrong}`,
  "customer-classification/ladders-differ":
    "The two migrations were counted along different ladders, so they cannot be added[; the first: {a:list}][; the second: {b:list}].",
  "customer-classification/invalid-simulation": `The request for a simulation is not valid[: {length} entries instead of {expected}]${wrong}`,
} as const;
