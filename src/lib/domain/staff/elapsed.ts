/** How far ahead a time may lie: clocks of two processes differ a little. */
const tolerance = 5 * 60_000;

/**
 * Whether `elapsed` milliseconds are at most `most`. A time that lies further ahead than the tolerance was
 * written by a clock that has been put right since: it is not within.
 */
export const isWithin = (elapsed: number, most: number): boolean =>
	elapsed <= most && elapsed >= -tolerance;
