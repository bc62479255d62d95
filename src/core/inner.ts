/**
 * The second door of core, for the rooms above: exact arithmetic on whole numbers, moments read in
 * bulk, small documents read whole, rows added by key. Not an entry
 * point of the package.
 */
export { isSameJson } from "./canonical-json.ts";
export {
  addExact,
  coefficientAt,
  compareExact,
  quotientText,
  roundExact,
  subtractExact,
} from "./decimal-arithmetic.ts";
export { powerOfTen, writeScaled } from "./decimal-string.ts";
export { divideSafe, divideWhole, takesAway } from "./rounding.ts";
export { scanInstant, type MomentBuffer } from "./instant-reading.ts";
export { civilDay, civilParts, hasLeapDay, monthLength, weekdayOfDay } from "./local-date.ts";
export { policyMembers, readDaysInForce } from "./policy.ts";
export {
  frozenCopy,
  isFilled,
  nearestName,
  nearNames,
  readAnyText,
  readDate,
  readFlag,
  readFunction,
  readLanguageTag,
  readable,
  readList,
  readMoment,
  readObject,
  readOneOf,
  readText,
} from "./reading.ts";
export { inTheirWords, kindOfText, kindOfValue, reasonIn, refuse, refuseKind, refuseValue } from "./refusal.ts";
export {
  asGiven,
  byTag,
  listOf,
  nameScan,
  nullable,
  oneOf,
  optional,
  orNull,
  recordOf,
  rowOf,
  shapeOf,
  wholeNumber,
  type Members,
  type MisspeltName,
  type Optional,
  type Reader,
} from "./shape.ts";
export { repeatedIds } from "./repeated-ids.ts";
export { addRates, addRows } from "./tally.ts";
export { compareTexts } from "./text-order.ts";
export { unreadableIn } from "./casework/replay.ts";
export { readPerson, readSeparation } from "./casework/separation.ts";
