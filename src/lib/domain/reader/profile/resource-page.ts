import { editionName } from '#lib/domain/edition/edition.ts';
import { geoAddress } from './place-map.ts';
import { profileOf, type Profile } from './profile.ts';
import type { PublicResource } from './public-resource.ts';
import type { Names } from '#lib/domain/listing/row.ts';

/** Everything that the page of a resource says, wherever it is put together. */
export type ResourcePage = {
	id: string;
	/** `fictional` is absent in copies of before it was kept. */
	region: { slug: string; name: string; fictional?: boolean };
	printed: { year: number; number: number; name: string } | null;
	row: { place: string; who: string | null; when: string | null };
	profile: Profile;
	next: string[];
	/** Opens a map program; null where no point may be told, absent in older copies. */
	geo?: string | null;
	text: Pick<
		PublicResource['content'],
		| 'name'
		| 'kana'
		| 'plainName'
		| 'summary'
		| 'description'
		| 'activities'
		| 'approach'
		| 'referral'
		| 'hoursNote'
		| 'access'
		| 'accessibilityNote'
		| 'links'
	> & { organization: { name: string; url: string | null } | null };
	history: PublicResource['history'];
	siblings: PublicResource['siblings'];
	alike: { category: string; municipality: string | null; municipalityName: string | null };
};

/** `today` in Japan; as printed nothing depends on the day. */
export function pageOf(
	found: Omit<PublicResource, 'region' | 'gone'> & {
		region: { slug: string; name: string; fictional: boolean };
	},
	names: Names,
	today: string
): ResourcePage {
	const { content, region, printed, row } = found;
	const { municipality } = content.place;
	return {
		id: found.id,
		region: {
			slug: region.slug,
			name: region.name,
			...(region.fictional && { fictional: true })
		},
		printed: printed && {
			year: printed.year,
			number: printed.number,
			name: editionName(printed.slug, printed.year)
		},
		row: { place: row.place, who: row.who, when: row.when },
		profile: profileOf(found, names, printed ? null : today),
		next: found.next,
		geo: printed ? null : geoAddress(content.place, content.name),
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
			municipalityName: municipality && (names.municipalities.get(municipality) ?? null)
		}
	};
}
