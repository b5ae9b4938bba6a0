/** The priorities of jobs: a higher one comes first. */
export const LOWEST_PRIORITY = -5;
export const HIGHEST_PRIORITY = 5;
export const DEFAULT_PRIORITY = 0;
