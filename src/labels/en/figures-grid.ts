import type { FiguresGridWords } from "../words.ts";

/** Coverage, power maps, timelines and calendars: labels. */
export const figuresGrid = {
  "gridFigure.coverage": "Products with us",
  "gridFigure.coverage-text":
    "For each product of the bank: where the client stands, which other banks supply it, and what there is to win. The fill of the first column shows the standing, as the legend says.",
  "gridFigure.coverage-group": "Products by client · number: open actions",
  "gridFigure.coverage-group-text":
    "For each product of the bank and each client: where the client stands, and in how many open actions we offer the product.",
  "gridFigure.product": "Product",
  "gridFigure.standing": "Standing",
  "gridFigure.other-banks": "Other banks",
  "gridFigure.needs": "Needs",
  "gridFigure.open-actions": "Open actions",
  "gridFigure.may-be-worth": "May be worth",
  "gridFigure.also-elsewhere": "Yes, bank not named",
  "gridFigure.peers": "Peers who use it",
  "gridFigure.person": "Person",
  "gridFigure.power-map": "Power map",
  "gridFigure.power-map-text":
    "People by their influence, upwards, and by their support for us, to the right. Arrows lead from those who have the ear of others to these. People of influence whom nobody of ours deals with stand out.",
  "gridFigure.several-contacts": "Several of ours deal with them",
  "gridFigure.one-contact": "One contact only",
  "gridFigure.no-contact": "Nobody of ours deals with them",
  "gridFigure.contact-unknown": "Not known who deals with them",
  "gridFigure.of-less-weight": "Not covered; low or unknown influence",
  "gridFigure.way-in": "Way in",
  "gridFigure.timeline": "Actions and dates",
  "gridFigure.timeline-text":
    "Each row shows the day or the days of an action or a date. An arrow at the edge shows what lies outside the scale.",
  "gridFigure.without-day": "Without a day",
  "gridFigure.planned-for": "Planned for",
  "gridFigure.today": "As of",
  "gridFigure.duties": "Calendar of duties",
  "gridFigure.duties-text":
    "The days on which duties fall due. The fill of a day shows its most urgent duty; a small number says how many there are.",
  "gridFigure.to-do": "Due",
} as const satisfies FiguresGridWords;
