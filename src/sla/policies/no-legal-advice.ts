/** The words every reading of a law or regulation carries (非法律意见). */
export const NO_LEGAL_ADVICE =
  "A reading of published text for planning work; not legal advice. Have it confirmed before relying on it.";
