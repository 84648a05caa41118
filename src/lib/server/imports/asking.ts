import { eq } from 'drizzle-orm';
import type { Finding } from '#lib/domain/formats/format.ts';
import type { Decisions } from '#lib/domain/formats/preview/decision.ts';
import type { Way } from '#lib/domain/formats/preview/preview.ts';
import { gazetteer } from '#lib/domain/region/municipality.ts';
import { editsRegion, regionsOf, type User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as municipalities from '#lib/server/regions/municipalities.ts';
import { names } from '#lib/server/regions/names.ts';
import { shipped } from '#lib/server/database/migrations.ts';
import { region_municipalities, regions } from '#lib/server/database/schema/index.ts';
import type { Asked, Policy } from './compare/asked.ts';
import * as shapes from './shapes.ts';

export type Asking = {
	/** Without folders. */
	fileName: string;
	/** null: into the directory as it is, and no edition. */
	year: number | null;
	/** Slug: all rows go there. Otherwise each goes to the region of its town. */
	region?: string | null | undefined;
	/** Category of rows that do not tell theirs. */
	category?: string | null | undefined;
	way?: Way | undefined;
	/** Somebody who is signed in; otherwise the operator. */
	user?: User | null | undefined;
	decisions?: Decisions | undefined;
	undecided?: Policy | undefined;
};

/** Finds what was asked for, and whether somebody may; or why not. */
export function settle(db: Database, asking: Asking): { asked: Asked } | { problem: Finding } {
	const { year, region, category = null, user = null, way = 'revision' } = asking;
	const { vocabularies } = names(db);
	const chosen = region ? regionOf(db, region) : null;
	if (chosen === undefined)
		return { problem: problem('region', `地域「${region}」はありません。`) };
	if (category && !vocabularies.category.has(category)) {
		return { problem: problem('term', `区分「${category}」はありません。`) };
	}
	const refusal = user && refusalFor(user, chosen?.id ?? null, way);
	if (refusal) return { problem: problem('region', refusal) };
	const context = {
		...{ gazetteer: gazetteer(municipalities.list(db)), vocabularies, category },
		...{ fileName: asking.fileName, shapes: shapes.list(dataFolder()) },
		around: chosen ? townsOf(db, chosen.id) : undefined
	};
	const { decisions = new Map(), undecided = 'new' } = asking;
	return {
		asked: {
			...{ chosen, way, user, context, decisions, undecided },
			// What is only proposed stands in no edition.
			year: way === 'revision' ? year : null,
			isLenient: asking.undecided === undefined
		}
	};
}

const regionOf = (db: Database, slug: string) =>
	db
		.select({ id: regions.id, slug: regions.slug, name: regions.name })
		.from(regions)
		.where(eq(regions.slug, slug))
		.get();

const townsOf = (db: Database, regionId: number): string[] =>
	db
		.select({ code: region_municipalities.municipality_code })
		.from(region_municipalities)
		.where(eq(region_municipalities.region_id, regionId))
		.all()
		.map(({ code }) => code);

/** Beside the migrations, wherever the program was started. */
export const dataFolder = (): string => shipped('data');

/** Whether somebody may still put something there in that way, for files that they sent when they could. */
export function maySend(
	db: Database,
	user: User,
	{ region, way }: { region: string | null; way: Way }
): boolean {
	const id = region === null ? null : (regionOf(db, region)?.id ?? 0);
	return refusalFor(user, id, way) === null;
}

function refusalFor(user: User, region: number | null, way: Way): string | null {
	if (user.role === 'partner') {
		return way === 'proposal' ? null : '協力団体の取り込みは、提案になります。';
	}
	if (region === null) {
		const isEverywhere = regionsOf(user) === 'all';
		return isEverywhere ? null : 'どの地域に入れるかを選んでください。';
	}
	return editsRegion(user, region) ? null : '担当の地域ではありません。';
}

const problem = (kind: Finding['kind'], message: string): Finding => ({
	...{ line: null, column: null, kind, found: null, message }
});
