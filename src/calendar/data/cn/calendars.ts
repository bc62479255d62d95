import { joinYears } from "../../definition/define.ts";
import type { WorkingCalendar } from "../../types.ts";
import { cn2007 } from "./2007.ts";
import { cn2008 } from "./2008.ts";
import { cn2009 } from "./2009.ts";
import { cn2010 } from "./2010.ts";
import { cn2011 } from "./2011.ts";
import { cn2012 } from "./2012.ts";
import { cn2013 } from "./2013.ts";
import { cn2014 } from "./2014.ts";
import { cn2015 } from "./2015.ts";
import { cn2016 } from "./2016.ts";
import { cn2017 } from "./2017.ts";
import { cn2018 } from "./2018.ts";
import { cn2019 } from "./2019.ts";
import { cn2020 } from "./2020.ts";
import { cn2021 } from "./2021.ts";
import { cn2022 } from "./2022.ts";
import { cn2023 } from "./2023.ts";
import { cn2024 } from "./2024.ts";
import { cn2025 } from "./2025.ts";
import { cn2026 } from "./2026.ts";

const years = [cn2007, cn2008, cn2009, cn2010, cn2011, cn2012, cn2013, cn2014, cn2015, cn2016, cn2017, cn2018, cn2019, cn2020, cn2021, cn2022, cn2023, cn2024, cn2025, cn2026];

/**
 * Mainland China as banks and government work it (银行工作日): make-up weekends (调休补班) are worked.
 *
 * Covers 2007-01-01 to 2026-12-31. The notice for 2027 is not in the data; add it with `extendCalendar`, or plan with
 * `CN_2027_PROVISIONAL` until it is out.
 */
export const CN: WorkingCalendar = /* @__PURE__ */ joinYears({ id: "cn", version: "2026.1", weekend: [6, 7] }, cn2007, years);

/** Closed by the exchanges' own notice although a working day of the State Council's notice. */
const CLOSED_BY_EXCHANGES = { date: "2024-02-09", name: "春节" } as const;

/**
 * The stock exchanges of mainland China (交易日): the same holidays, but make-up weekends are not worked, and 2024-02-09
 * is closed by the exchanges' own notice.
 *
 * Covers 2007-01-01 to 2026-12-31.
 */
export const CN_EXCHANGE: WorkingCalendar = /* @__PURE__ */ joinYears(
  { id: "cn-exchange", version: "2026.1", weekend: [6, 7] },
  cn2007,
  /* @__PURE__ */ years.map((year) => ({
    ...year,
    off: year === cn2024 ? [...year.off, CLOSED_BY_EXCHANGES] : year.off,
    work: [],
    sources:
      year === cn2024
        ? [...year.sources, "上海证券交易所、深圳证券交易所、北京证券交易所 notices of 2023-12-26 on closing days of 2024"]
        : year.sources,
  })),
);
