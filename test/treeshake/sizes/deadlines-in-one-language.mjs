/** What a page about deadlines loads to tell them in one language. */
import { calendar, core, dates, sla } from "../../../dist/labels/zh-Hans.js";
import { tell } from "../../../dist/telling/index.js";

const words = { dates, ...core, ...calendar, ...sla };
export const say = (reason) => tell(reason, words);
