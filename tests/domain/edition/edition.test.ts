import { expect, it } from 'vitest';
import { newestBefore, type EditionState } from '#lib/domain/edition/edition.ts';

it('The edition before is the newest of an earlier year that stands, in whatever order they come', () => {
	const edition = (year: number, state: EditionState) => ({ year, state });
	const all = [
		edition(2024, 'superseded'),
		edition(2027, 'verifying'),
		edition(2026, 'withdrawn'),
		edition(2025, 'superseded')
	];
	expect(newestBefore(all, 2027)?.year).toBe(2025);
	expect(newestBefore(all, 2030)?.year).toBe(2027);
	expect(newestBefore(all, 2024)).toBeUndefined();
});
