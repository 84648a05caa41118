import { codesOf } from '#lib/domain/listing/catalogue-document.ts';
import type { Point } from '#lib/domain/map/bounds.ts';
import { distance } from '#lib/domain/map/distance.ts';
import type { PublicContent } from '#lib/domain/resource/publication.ts';
import type { Row } from '#lib/domain/listing/row.ts';

/** A place that may stand in for another one. */
export type Candidate = {
	row: Row;
	/** 「category=ibasho」「need=feel-safe」 */
	codes: ReadonlySet<string> | readonly string[];
	point: Point | null;
};

export const mostAlternatives = 4;

export function candidateOf(row: Row, content: PublicContent): Candidate {
	const { latitude, longitude } = content.place;
	return {
		row,
		codes: codesOf(content),
		point: latitude === null || longitude === null ? null : { latitude, longitude }
	};
}

const worth = { category: 4, need: 1, town: 3, audience: 1 };
/** Nearer than this counts as near, in metres. */
const near = 15_000;

/**
 * Several other places for when one is full: of the same kind or for the same wish, near before far.
 * What takes nobody now, and what is for others, is not among them. Nobody is a best one: places that
 * fit equally well stand by their kana.
 */
export function alternativesOf(
	own: Candidate,
	candidates: readonly Candidate[],
	count: number
): Candidate[] {
	const codes = new Set(own.codes);
	const audiences = valuesOf(codes, 'audience');
	return candidates
		.filter(({ row }) => row.id !== own.row.id && row.notice === null)
		.filter((one) => isForSame(audiences, valuesOf(new Set(one.codes), 'audience')))
		.map((one) => ({ one, fits: fitsOf(own, codes, one) }))
		.filter(({ fits }) => fits > 0)
		.sort((a, b) => b.fits - a.fits || order(a.one.row, b.one.row))
		.slice(0, count)
		.map(({ one }) => one);
}

function fitsOf(own: Candidate, codes: ReadonlySet<string>, one: Candidate): number {
	const shared = [...one.codes].filter((code) => codes.has(code));
	const has = (facet: string) => shared.filter((code) => code.startsWith(`${facet}=`)).length;
	const alike = Math.min(1, has('category')) * worth.category + has('need') * worth.need;
	if (alike === 0) return 0;
	const isNear =
		own.point && one.point
			? distance(own.point, one.point) <= near
			: has('municipality') > 0 || [...one.codes].includes('online=yes');
	return (
		alike +
		(has('municipality') > 0 ? worth.town : isNear ? 1 : 0) +
		Math.min(1, has('audience')) * worth.audience
	);
}

/** 「どなたでも」 is for everybody; a place that says nothing is left in. */
function isForSame(own: readonly string[], other: readonly string[]): boolean {
	if (own.length === 0 || other.length === 0) return true;
	if (own.includes('anyone') || other.includes('anyone')) return true;
	return other.some((code) => own.includes(code));
}

const valuesOf = (codes: ReadonlySet<string>, facet: string): string[] =>
	[...codes]
		.filter((code) => code.startsWith(`${facet}=`))
		.map((code) => code.slice(facet.length + 1));

const order = (a: Row, b: Row) => {
	const [one, other] = [a.kana ?? a.name, b.kana ?? b.name];
	return one < other ? -1 : one > other ? 1 : 0;
};
