import type { Moment } from '#lib/domain/calendar/calendar.ts';
import { codesOf } from '#lib/domain/listing/catalogue-document.ts';
import type { RegionFile, RegionWords } from './region-file.ts';
import { namesIn, type RegionResources } from './region-resources.ts';
import { nextWords, rowOf } from '#lib/domain/listing/row.ts';

/** As in a list of the server. */
const datesInRow = 2;

/** What a region is searched by, made of its places on a day: the same file as the server's. */
export function regionFileOf(file: RegionResources, words: RegionWords, now: Moment): RegionFile {
	const names = namesIn(file);
	const { slug, name, kana } = file.region;
	const open = file.resources.filter(({ content }) => content.operation !== 'closed');
	const codes = new Set(open.flatMap(({ content }) => content.place.municipality ?? []));
	return {
		region: { slug, name, kana },
		resources: open.map(({ id, content, verification, made }) => {
			const { plainName, description, activities, organization, place } = content;
			const { latitude, longitude } = place;
			return {
				row: {
					...rowOf(id, content, verification, names),
					region: slug,
					next: nextWords(content, now, datesInRow)
				},
				plainName,
				description,
				activities,
				organization: organization && { name: organization.name, kana: organization.kana },
				town: place.town,
				point: latitude === null || longitude === null ? null : { latitude, longitude },
				...(made ? { made } : {}),
				codes: codesOf(content),
				checkedOn: verification?.on ?? null
			};
		}),
		...words,
		municipalities: file.municipalities.filter(({ code }) => codes.has(code))
	};
}
