import { version } from '$app/environment';
import { error, redirect } from '@sveltejs/kit';
import { dateWords, japanDate } from '#lib/domain/calendar.ts';
import { pinOf } from '#lib/domain/edition-heading.ts';
import { editionName } from '#lib/domain/edition.ts';
import { profileOf } from '#lib/domain/profile.ts';
import { isResourceId } from '#lib/domain/resource.ts';
import * as editions from '#lib/server/editions.ts';
import { names } from '#lib/server/names.ts';
import * as regions from '#lib/server/regions.ts';
import * as resources from '#lib/server/resources.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals }) => {
	const { db, now } = locals;
	const asked = url.searchParams.get('edition');
	const edition = asked === null ? undefined : editions.findByName(db, asked);
	const found =
		isResourceId(params.id) && (asked === null || edition)
			? resources.find(db, params.id, { now, edition })
			: undefined;
	if (!found) error(404, 'ここには、いまは何も載っていません。');
	const { content, region, printed, gone, row } = found;
	if (gone?.mergedInto) redirect(308, `/resources/${gone.mergedInto}`);
	if (gone) error(410, `${dateWords(gone.on)}に、ここの掲載は終わりました。`);
	const pin = edition ? pinOf(edition, version) : null;
	locals.frozen = pin !== null && url.searchParams.get('v') === pin;
	const { municipality } = content.place;
	const window = printed ? null : regions.find(db, region.slug)!.generalWindowId;
	return {
		isSample: region.fictional,
		id: found.id,
		region: { slug: region.slug, name: region.name },
		window: window === found.id ? null : window,
		printed: printed && {
			year: printed.year,
			number: printed.number,
			name: editionName(printed.slug, printed.year),
			previewed: edition!.previewed
		},
		row: { place: row.place, who: row.who, when: row.when },
		profile: profileOf(found, names(db), printed ? null : japanDate(now)),
		next: found.next,
		text: {
			name: content.name,
			kana: content.kana,
			plainName: content.plainName,
			organization: content.organization && {
				name: content.organization.name,
				url: content.organization.url
			},
			summary: content.summary,
			description: content.description,
			activities: content.activities,
			approach: content.approach,
			referral: content.referral,
			hoursNote: content.hoursNote,
			access: content.access,
			accessibilityNote: content.accessibilityNote,
			links: content.links
		},
		history: found.history,
		siblings: found.siblings,
		alike: {
			category: content.categories[0]!,
			municipality,
			municipalityName: municipality && (names(db).municipalities.get(municipality) ?? null)
		}
	};
};
