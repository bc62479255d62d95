/** What a page about deadlines loads to tell them in three languages. */
import * as english from "../../../dist/labels/en.js";
import * as simplified from "../../../dist/labels/zh-Hans.js";
import * as traditional from "../../../dist/labels/zh-Hant-HK.js";
import { tell } from "../../../dist/telling/index.js";

const languages = [
  { dates: simplified.dates, ...simplified.core, ...simplified.calendar, ...simplified.sla },
  { dates: traditional.dates, ...traditional.core, ...traditional.calendar, ...traditional.sla },
  { dates: english.dates, ...english.core, ...english.calendar, ...english.sla },
];
export const say = (reason) => languages.map((words) => tell(reason, words));
