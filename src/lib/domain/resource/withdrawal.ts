/**
 * Why a resource is off the live pages: somebody decided it, an import no longer found it in public data
 * (nobody has hidden anything), or a person asked that its words be erased.
 */
export type WithdrawalCause = 'decision' | 'absence' | 'erasure';

/** The reason that an import writes down, for people; the year is a column of its own. */
export const absence = (year: number | null): string =>
	year === null ? '公的データに載っていません' : `${year}年度の公的データに載っていません`;
