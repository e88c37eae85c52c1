/** What a workbook is: the names other rooms import. */
export * from "./chart.ts";
export * from "./classifier.ts";
export * from "./colour.ts";
export * from "./exports.ts";
export * from "./field.ts";
export * from "./filter.ts";
export * from "./hanOrder.ts";
export * from "./ids.ts";
export * from "./normalise.ts";
export * from "./recipe.ts";
export * from "./sent.ts";
export * from "./today.ts";
export * from "./totals.ts";
export * from "./value.ts";
export * from "./vector.ts";
export * from "./view.ts";
export * from "./workbook.ts";
