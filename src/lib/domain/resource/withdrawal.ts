/**
 * Why a resource is off the live pages: somebody decided it, an import no longer found it in public data
 * (nobody has hidden anything), or a person asked that its words be erased.
 */
export type WithdrawalCause = 'decision' | 'absence' | 'erasure';

/** The reason that an import writes down. */
export const absence = (year: number): string => `${year}年度の公的データに載っていません`;
