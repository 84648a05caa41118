import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { agree } from '#lib/domain/region/former-municipality.ts';
import { readTextTable } from '#lib/domain/formats/file/table.ts';
import { wamnet } from '#lib/domain/formats/wamnet/wamnet.ts';
import { gazetteer, type Municipality } from '#lib/domain/region/municipality.ts';
import type { Band } from '#lib/domain/map/outline.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as municipalities from '#lib/server/regions/municipalities.ts';
import * as outlines from '#lib/server/regions/maps/outlines.ts';
import { plan, replace, usualCredit } from '#lib/server/regions/maps/outlines/loading.ts';
import { prepare } from '#lib/server/start/seed.ts';
import { vocabularies } from '../search-data.ts';
import { note, timed, type Extra } from '../search/extra.ts';
import { percentile } from '../search/figures.ts';

type Stated = { municipality: Municipality; latitude: number; longitude: number };

export type Located = {
	places: number;
	/** The same municipality. */
	same: number;
	/** A city and its ward: 浜松市 for its old 北区, which was divided. */
	sameCity: number;
	nowhere: number;
	wrongPrefecture: number;
	/** Stated and found, where they differ. */
	differences: string[];
};

/** A database in memory with the outlines of a file; without one, those that ship. */
export function withOutlines(file: string | undefined): { db: Database; seconds: number } {
	const db = openDatabase(':memory:');
	prepare(db, { now: new Date(), sample: false });
	const time = timed(() => {
		if (!file) return;
		const made = plan(db, readFileSync(file));
		if ('problem' in made) throw new Error(made.problem);
		replace(db, made, { credit: usualCredit, fileName: 'basemap', at: new Date() });
	});
	return { db, seconds: time / 1000 };
}

/** Every place with coordinates in the WAM NET files of a folder (docs/formats/wamnet.md). */
function stated(db: Database, folder: string): Stated[] {
	const known = municipalities.list(db);
	const byCode = new Map(known.map((one) => [one.code, one]));
	const context = { gazetteer: gazetteer(known), vocabularies, category: null };
	return globSync('**/csvdownload*.csv', { cwd: folder }).flatMap((file) => {
		const read = readTextTable(readFileSync(`${folder}/${file}`));
		if ('problems' in read) throw new Error(`${file}: ${read.problems[0]!.message}`);
		return read.table.rows.flatMap((row) => {
			const {
				municipality: code,
				latitude,
				longitude
			} = wamnet.read(row, context).content?.location ?? {};
			const municipality = byCode.get(code ?? '');
			if (!municipality || latitude == null || longitude == null) return [];
			return [{ municipality, latitude, longitude }];
		});
	});
}

export function locate(db: Database, folder: string): { located: Located; rows: Extra[] } {
	const byCode = new Map(municipalities.list(db).map((one) => [one.code, one]));
	const places = stated(db, folder);
	const located: Located = {
		places: places.length,
		same: 0,
		sameCity: 0,
		nowhere: 0,
		wrongPrefecture: 0,
		differences: []
	};
	const times: number[] = [];
	for (const place of places) {
		let code: string | null = null;
		times.push(timed(() => (code = outlines.municipalityAt(db, place))));
		const found = byCode.get(code ?? '');
		const { municipality } = place;
		if (found?.code === municipality.code) located.same += 1;
		else if (found && agree(found, municipality)) located.sameCity += 1;
		else located.differences.push(`${municipality.name} → ${found?.name ?? '—'}`);
		if (!found) located.nowhere += 1;
		else if (found.prefecture.code !== municipality.prefecture.code) located.wrongPrefecture += 1;
	}
	const share = ((located.same + located.sameCity) / places.length) * 100;
	return {
		located,
		rows: [
			{
				what: `${places.length} real places: agrees with the stated municipality`,
				figure: `${share.toFixed(2)} % (${located.same} the same, ${located.sameCity} city and ward)`,
				asked: '≥ 98.5 %',
				reached: share >= 98.5
			},
			{
				what: 'names a wrong prefecture',
				figure: `${located.wrongPrefecture}`,
				asked: '0',
				reached: located.wrongPrefecture === 0
			},
			note('lies in no outline', `${located.nowhere}`),
			note(
				'one check: p50, p95',
				[0.5, 0.95].map((at) => `${percentile(times, at).toFixed(3)} ms`).join(', ')
			)
		]
	};
}

/** Gzip as the app sends it. */
export function weights(db: Database): Extra[] {
	const weigh = (slug: string, band: Band) =>
		gzipSync(outlines.find(db, slug, band) ?? '', { level: 6 }).byteLength / 1024;
	const most = (what: string, kilo: number, limit: number): Extra => ({
		what,
		figure: `${kilo.toFixed(1)} KB`,
		asked: `≤ ${limit} KB`,
		reached: kilo <= limit
	});
	const { prefectures } = outlines.list(db);
	const detailed = prefectures.map(({ slug }) => weigh(slug, 'detail'));
	const some = ['tokyo', 'hokkaido'].filter((slug) => prefectures.some((one) => one.slug === slug));
	return [
		most('outlines of the country, gzip', weigh('japan', 'overview'), 40),
		most('outlines of a prefecture in detail, gzip: the largest', Math.max(...detailed), 60),
		note('the median', `${percentile(detailed, 0.5).toFixed(1)} KB`),
		...some.map((slug) =>
			note(
				`${slug}: overview, middle, detail`,
				(['overview', 'middle', 'detail'] as const)
					.map((band) => `${weigh(slug, band).toFixed(1)} KB`)
					.join(', ')
			)
		)
	];
}
