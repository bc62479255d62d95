import { joinYears } from "../../definition/define.ts";
import type { WorkingCalendar } from "../../types.ts";
import { hk2007 } from "./2007.ts";
import { hk2008 } from "./2008.ts";
import { hk2009 } from "./2009.ts";
import { hk2010 } from "./2010.ts";
import { hk2011 } from "./2011.ts";
import { hk2012 } from "./2012.ts";
import { hk2013 } from "./2013.ts";
import { hk2014 } from "./2014.ts";
import { hk2015 } from "./2015.ts";
import { hk2016 } from "./2016.ts";
import { hk2017 } from "./2017.ts";
import { hk2018 } from "./2018.ts";
import { hk2019 } from "./2019.ts";
import { hk2020 } from "./2020.ts";
import { hk2021 } from "./2021.ts";
import { hk2022 } from "./2022.ts";
import { hk2023 } from "./2023.ts";
import { hk2024 } from "./2024.ts";
import { hk2025 } from "./2025.ts";
import { hk2026 } from "./2026.ts";
import { hk2027 } from "./2027.ts";

const years = [hk2007, hk2008, hk2009, hk2010, hk2011, hk2012, hk2013, hk2014, hk2015, hk2016, hk2017, hk2018, hk2019, hk2020, hk2021, hk2022, hk2023, hk2024, hk2025, hk2026, hk2027];

/**
 * Hong Kong with Saturdays and Sundays off: the five-day clearing week of the banks since 2006-09-04.
 *
 * Covers 2007-01-01 to 2027-12-31, 2027 provisional. A general holiday on a Saturday is not moved. Closures for typhoons
 * and black rainstorms are not holidays; add them with `withOverrides`.
 */
export const HK: WorkingCalendar = /* @__PURE__ */ joinYears({ id: "hk", version: "2026.1", weekend: [6, 7] }, hk2007, years);

/**
 * Hong Kong with Sundays off only: branches that open on Saturdays, and the general holidays as the law lists them.
 *
 * Covers 2007-01-01 to 2027-12-31, 2027 provisional.
 */
export const HK6: WorkingCalendar = /* @__PURE__ */ joinYears({ id: "hk6", version: "2026.1", weekend: [7] }, hk2007, years);
