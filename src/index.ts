/**
 * Everything but the data: all rooms under one name. Holiday data, labels and schemas have their own subpaths.
 *
 * @packageDocumentation
 */
export * from "./core/index.ts";
export * from "./money/index.ts";
export * from "./calendar/index.ts";
export * from "./time-value/index.ts";
export * from "./client/index.ts";
export * from "./loans/index.ts";
export * from "./telling/index.ts";
export * from "./customer-classification/index.ts";
export * from "./relationship-value/index.ts";
export * from "./sla/index.ts";
export * from "./duties/index.ts";
export * from "./financial-planning/index.ts";
export * from "./strategy-plan/index.ts";
export * from "./complaints/index.ts";
export * from "./rendering/index.ts";
