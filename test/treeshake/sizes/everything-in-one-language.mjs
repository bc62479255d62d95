/** What an application loads to tell every reason of the library in one language. */
import { zhHans } from "../../../dist/labels/zh-Hans.js";
import { tell } from "../../../dist/telling/index.js";

export const say = (reason) => tell(reason, zhHans);
