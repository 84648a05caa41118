import type { Finding } from '#lib/domain/formats/format.ts';

/** What became, or would become, of a file. */
export type Report = {
	/** false: nothing was written, and `problems` says why. */
	accepted: boolean;
	dryRun: boolean;
	file: string;
	/** null: not recognised. */
	format: string | null;
	year: number;
	rows: number;
	counts: Counts;
	regions: ({ slug: string; name: string } & Counts)[];
	/** How many of the changed ones differ in a field, by its title. */
	fields: Record<string, number>;
	new: Line[];
	changed: (Line & { fields: string[] })[];
	missing: Missing[];
	warnings: Finding[];
	problems: Finding[];
};

export type Counts = {
	new: number;
	changed: number;
	unchanged: number;
	missing: number;
	/** Rows of places that were withdrawn by hand, and stay so. */
	withdrawn: number;
};

type Line = { line: number; region: string; name: string };
export type Missing = { id: string; region: string; name: string; withdrawn: boolean };

export const noCounts = (): Counts => ({
	new: 0,
	changed: 0,
	unchanged: 0,
	missing: 0,
	withdrawn: 0
});

export function rejected(
	about: { file: string; year: number; dryRun: boolean },
	problems: Finding[],
	more: Partial<Report> = {}
): Report {
	return {
		...about,
		accepted: false,
		format: null,
		rows: 0,
		counts: noCounts(),
		regions: [],
		fields: {},
		new: [],
		changed: [],
		missing: [],
		warnings: [],
		...more,
		problems
	};
}
