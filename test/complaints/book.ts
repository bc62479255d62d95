import {
  receiveComplaint,
  type ComplaintCase,
  type ComplaintIntake,
  type DecideStep,
} from "../../src/complaints/index.ts";
import { intake, received, stepOf, taken, walk } from "./fixtures.ts";

/** A complaint as received, about a product or about none. */
export function opened(
  id: string,
  changes: Partial<ComplaintIntake> = {},
  product: "card" | "none" = "card",
): ComplaintCase {
  const { channel, origin, client, contactable, category, outlet, acceptedBy, personsComplainedOf, receivedAt } =
    intake;
  return receiveComplaint({
    ...{ id, channel, origin, client, contactable, category, outlet, acceptedBy, personsComplainedOf, receivedAt },
    ...(product === "none" ? {} : { product }),
    ...changes,
  });
}

/** A complaint with its decision. */
export const decide = (id: string, changes: Partial<DecideStep> = {}): ComplaintCase =>
  taken(walk(received({ id }), ["register", "investigate"]), [
    // with redress it is not the handler's
    { ...(stepOf("decide", 30) as DecideStep), ...(changes.redress === undefined ? {} : { by: "E-6" }), ...changes },
  ]);
