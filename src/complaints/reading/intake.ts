import {
  listOf,
  oneOf,
  orNull,
  readDate,
  readFlag,
  readMoment,
  readPerson,
  readText,
  shapeOf,
  type Members,
  type Reader,
} from "../../core/inner.ts";
import {
  COMPLAINANT_CAPACITIES,
  COMPLAINT_CHANNELS,
  COMPLAINT_ORIGINS,
  type Complainant,
  type ComplaintIntake,
  type OpinionIntake,
} from "../intake.ts";
import { DOCUMENT, proofIn, readId, type Kind } from "./kind.ts";

const opinionMembers = (kind: Kind): Members<OpinionIntake> => {
  const { of, nullable: may } = kind;
  const complainant = of<Complainant>({
    capacity: oneOf(COMPLAINANT_CAPACITIES),
    person: readText,
    proof: may(proofIn(kind)),
  });
  // at the receipt as at every later step; what was stored is read by casework when it is taken further
  const employee: Reader<string> = kind === DOCUMENT ? readPerson : readText;
  return {
    id: readId,
    originReference: may(readText),
    client: orNull(readText),
    complainant: may(complainant),
    prospect: may(readFlag),
    contactable: readFlag,
    category: readId,
    product: may(readText),
    businessChannel: may(readText),
    solutionSought: may(readText),
    personsComplainedOf: listOf(employee),
    representatives: may(listOf(readText)),
    links: may(listOf(readText)),
  };
};

/** What a complaint consists of when it is accepted, as a document or in a row. */
export const intakeMembers = (kind: Kind): Members<ComplaintIntake> => ({
  ...opinionMembers(kind),
  receivedAt: readMoment,
  writtenOn: kind.nullable(readDate),
  entry: kind.nullable(readText),
  channel: oneOf(COMPLAINT_CHANNELS),
  origin: oneOf(COMPLAINT_ORIGINS),
  outlet: readId,
  acceptedBy: (person, path) => (kind === DOCUMENT ? readPerson(readId(person, path), path) : readId(person, path)),
});

/** What a complaint that is made from an entry of a box or a book consists of. */
export const readOpinionIntake: Reader<OpinionIntake> = /* @__PURE__ */ (() => shapeOf(opinionMembers(DOCUMENT)))();

/** What a complaint consists of when it is accepted. */
export const readIntake: Reader<ComplaintIntake> = /* @__PURE__ */ (() => shapeOf(intakeMembers(DOCUMENT)))();
