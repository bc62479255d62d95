import { tryDecimal, type DecimalString, type Path } from "../../core/index.ts";
import {
  asGiven,
  listOf,
  oneOf,
  optional,
  readDate,
  readFlag,
  readObject,
  readText,
  recordOf,
  refuseKind,
  shapeOf,
  type Members,
  type Reader,
} from "../../core/inner.ts";
import { LINT_RULES } from "../card/findings.ts";
import type { CardStamp, Scorecard } from "../card/scorecard.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import type { CardRegister, RegisteredCard } from "./registered-card.ts";
import type { AcceptedFinding, SignedMeasurement, CardSigning, CardSignOff } from "./sign-off.ts";

const SIGNING = "customer-classification/invalid-sign-off" satisfies CustomerClassificationErrorCode;
const REGISTER = "customer-classification/invalid-register" satisfies CustomerClassificationErrorCode;

/** The hexadecimal digits of a content hash. */
const HASH = /^[0-9a-f]{64}$/;

function readHash(hash: string, path: Path, code: string): string {
  return typeof (hash as unknown) === "string" && HASH.test(hash)
    ? hash
    : refuseKind(code, path, "not a content hash of 64 hexadecimal digits", hash);
}

function readFigure(figure: DecimalString, path: Path, code: string): DecimalString {
  return tryDecimal(figure) === null ? refuseKind(code, path, "not a plain decimal string", figure) : figure;
}

function readStep(step: string | number, path: Path, code: string): string | number {
  const isIndex = Number.isSafeInteger(step) && Number(step) >= 0;
  return typeof step === "string" || isIndex
    ? step
    : refuseKind(code, path, "neither the name of a member nor an index", step);
}

/** The members that what is said at signing and the record of it have in common. */
function signingMembers(): Members<Pick<CardSigning, "author" | "signedBy" | "role" | "signedOn" | "measurement">> {
  const measurement = shapeOf<SignedMeasurement>({
    what: readText,
    figures: recordOf(readFigure),
    on: readDate,
    sample: readText,
  });
  return {
    author: readText,
    signedBy: readText,
    role: readText,
    signedOn: readDate,
    measurement: optional(measurement),
  };
}

const acceptedReader = (): Reader<readonly AcceptedFinding[]> =>
  listOf(shapeOf<AcceptedFinding>({ rule: oneOf(LINT_RULES), path: listOf(readStep), reason: readText }));

function registerReader(): Reader<CardRegister> {
  const signOff = shapeOf<CardSignOff>({
    card: shapeOf<CardStamp>({ id: readText, version: readText, hash: readHash }),
    ...signingMembers(),
    lint: shapeOf<CardSignOff["lint"]>({ passed: readFlag, accepted: acceptedReader() }),
  });
  return shapeOf<CardRegister>({
    id: readText,
    // what is wrong with a card is said with its own code
    entries: listOf(shapeOf<RegisteredCard>({ card: asGiven<Scorecard>, signOff: optional(signOff) })),
  });
}

let signingReader: Reader<CardSigning> | null = null;
let reader: Reader<CardRegister> | null = null;

/** What is said at signing, every member known and of its kind. */
export function readSigning(signing: CardSigning): CardSigning {
  readObject(signing, ["signing"], SIGNING);
  signingReader ??= shapeOf<CardSigning>({ ...signingMembers(), accepted: optional(acceptedReader()) });
  return signingReader(signing, ["signing"], SIGNING);
}

/** A register whose every member is known and of its kind, except the cards in it. */
export function readRegister(register: CardRegister, at: Path): CardRegister {
  readObject(register, at, REGISTER);
  reader ??= registerReader();
  return reader(register, at, REGISTER);
}
