/** How long this run is, and what it is replayed by: both from the environment, so that a failure can be had again. */

/** Of all that is made by chance. */
export const SEED = Number(process.env["TIERBOOK_SEED"] || 20261123);

/** How many times the usual runs. */
export const FACTOR = Number(process.env["TIERBOOK_RUNS"] || 1);

export const LONG = FACTOR > 1;
