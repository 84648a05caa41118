import type { Names } from '#lib/domain/listing/row.ts';
import { addressOf } from '#lib/domain/reader/profile/profile.ts';
import type { PublicContent } from '#lib/domain/resource/publication.ts';
import {
	occurrencesWithin,
	regularDays,
	type Occurrence
} from '#lib/domain/schedule/occurrences.ts';
import { label } from '#lib/domain/labels/vocabulary.ts';

type Json = string | number | undefined | Json[] | { [key: string]: Json };

const mostDates = 5;
const daysShown = 92;
/** Of a week. */
const mostDays = 3;

/**
 * What a page says of a place, in the words of schema.org (JSON-LD), for search engines. Only of a place that is
 * open: what is paused or closed is offered to nobody.
 */
export function structuredData(
	content: PublicContent,
	{ page, today, names }: { page: string; today: string; names: Names }
): string | null {
	if (content.operation !== 'open') return null;
	const { organization } = content;
	const isPublicBody = organization?.corporateNumber?.match(ofPublicBodies) ?? false;
	const { municipalities, vocabularies } = names;
	const area = content.serviceArea.map((code) => municipalities.get(code) ?? code);
	const place = placeOf(content, names, `${page}#place`);
	const data: Json = {
		'@context': 'https://schema.org',
		'@type': isPublicBody ? 'GovernmentService' : 'Service',
		'@id': page,
		url: page,
		name: content.name,
		alternateName: content.plainName ?? undefined,
		description: content.summary ?? content.description ?? undefined,
		serviceType: content.categories.map((code) => label(vocabularies, 'category', code)),
		audience: content.audiences.map((code) => ({
			'@type': 'Audience',
			audienceType: label(vocabularies, 'audience', code)
		})),
		areaServed: area,
		provider: organization
			? {
					'@type': isPublicBody ? 'GovernmentOrganization' : 'Organization',
					name: organization.name,
					url: organization.url ?? undefined
				}
			: undefined,
		availableChannel: channelOf(content, place),
		subjectOf: datesOf(content, today).map((one) => eventOf(one, content, page, place))
	};
	return escaped(JSON.stringify(without(data)));
}

/** 法人番号 of the state and of local governments (国税庁: a check digit, then 00001 or 00002). */
const ofPublicBodies = /^\d0000[12]/;

/** Nothing that ends a script, or begins a comment or another one in it. */
const escaped = (json: string) =>
	json.replace(
		/[<>&\u2028\u2029]/g,
		(letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
	);

/** Empty lists say that nobody knows: they are left out. */
function without(value: Json): Json {
	if (Array.isArray(value)) return value.map(without);
	if (typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, one]) => !(Array.isArray(one) && one.length === 0))
			.map(([key, one]) => [key, without(one)])
	);
}

function placeOf({ name, place }: PublicContent, names: Names, id: string) {
	const address = addressOf(place, names);
	if (!address) return undefined;
	const { latitude, longitude, municipality, postalCode } = place;
	const isExact = latitude !== null && longitude !== null;
	return {
		'@type': 'Place',
		'@id': id,
		name: place.precision === 'exact' ? name : address,
		address: {
			'@type': 'PostalAddress',
			addressCountry: 'JP',
			addressLocality: names.municipalities.get(municipality!) ?? undefined,
			streetAddress:
				[place.town, place.street, place.building].filter(Boolean).join(' ') || undefined,
			postalCode: postalCode ?? undefined
		},
		geo: isExact ? { '@type': 'GeoCoordinates', latitude, longitude } : undefined
	};
}

type Place = ReturnType<typeof placeOf>;

function channelOf({ phones, links }: PublicContent, place: Place): Json {
	const phone = phones.find(({ kind }) => kind === 'voice')?.number;
	const link = links[0]?.url;
	if (!phone && !link && !place) return undefined;
	return {
		'@type': 'ServiceChannel',
		servicePhone: phone ? { '@type': 'ContactPoint', telephone: phone } : undefined,
		serviceUrl: link,
		serviceLocation: place
	};
}

/**
 * Dates that are sure alone: a search engine says no 未確認. That a window is open on most days is no event.
 */
function datesOf({ schedules }: PublicContent, today: string): Occurrence[] {
	if (new Set(regularDays(schedules)).size > mostDays) return [];
	return occurrencesWithin(schedules, today, daysShown)
		.filter(({ isUnsure, startsAt }) => !isUnsure && startsAt !== null)
		.slice(0, mostDates);
}

function eventOf(
	{ on, startsAt, endsAt }: Occurrence,
	{ name, place: { precision } }: PublicContent,
	page: string,
	place: Place
): Json {
	const isOnline = precision === 'online';
	return {
		'@type': 'Event',
		name,
		startDate: `${on}T${startsAt}:00+09:00`,
		endDate: endsAt && endsAt !== '24:00' ? `${on}T${endsAt}:00+09:00` : undefined,
		eventStatus: 'https://schema.org/EventScheduled',
		eventAttendanceMode: `https://schema.org/${isOnline ? 'Online' : 'Offline'}EventAttendanceMode`,
		location: isOnline
			? { '@type': 'VirtualLocation', url: page }
			: place && { '@id': place['@id'] },
		url: page
	};
}
