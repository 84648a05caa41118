import type { Content, Visibility } from './content.ts';
import { mayShowDirections, placeOf, type Place } from './precision.ts';
import { isAmong, staffWays } from './staff-only.ts';
import { shownSchedule } from '#lib/domain/schedule/binding.ts';

type Phone = Omit<Content['phones'][number], 'visibility'>;
type Contact = Omit<Content['contacts'][number], 'visibility'>;

/** Readers of the web, or of the printed booklet, who see what is for paper alone as well. */
export type Audience = 'web' | 'paper';

/** What readers may see of a revision: built by naming what is allowed, never by removing. */
export type PublicContent = Pick<
	Content,
	| 'name'
	| 'kana'
	| 'plainName'
	| 'organization'
	| 'categories'
	| 'needs'
	| 'audiences'
	| 'accessibility'
	| 'languages'
	| 'eases'
	| 'ageMin'
	| 'ageMax'
	| 'ageOpen'
	| 'gender'
	| 'genderNote'
	| 'residency'
	| 'residencyNote'
	| 'serviceArea'
	| 'summary'
	| 'description'
	| 'activities'
	| 'firstVisit'
	| 'approach'
	| 'referral'
	| 'fee'
	| 'feeNote'
	| 'intake'
	| 'intakeOn'
	| 'operation'
	| 'operationOn'
	| 'operationNote'
	| 'capacity'
	| 'hoursNote'
	| 'schedules'
	| 'links'
	| 'accessibilityNote'
	| 'alert'
	| 'sources'
> & {
	phones: Phone[];
	contacts: Contact[];
	access: string | null;
	place: Place;
};

/** Consent is given per channel; without it nothing of the resource is shown there. */
export function hasConsent(content: Pick<Content, 'consents'>, channel: Audience): boolean {
	return content.consents.some((consent) => consent.channel === channel);
}

/** Whether a way to reach a place is for these readers. */
export const isOpenTo = (audience: Audience, visibility: Visibility): boolean =>
	visibility === 'public' || (visibility === 'paper' && audience === 'paper');

/** What the web may show. */
export const publicContent = (content: Content): PublicContent => contentFor('web', content);

export function contentFor(audience: Audience, content: Content): PublicContent {
	const directions = mayShowDirections(content.precision);
	const { phones, contacts, links } = withoutWaysForStaff(content);
	return {
		name: content.name,
		kana: content.kana,
		plainName: content.plainName,
		organization: content.organization,
		categories: content.categories,
		needs: content.needs,
		audiences: content.audiences,
		accessibility: content.accessibility,
		languages: content.languages,
		eases: content.eases,
		ageMin: content.ageMin,
		ageMax: content.ageMax,
		ageOpen: content.ageOpen,
		gender: content.gender,
		genderNote: content.genderNote,
		residency: content.residency,
		residencyNote: content.residencyNote,
		serviceArea: content.serviceArea,
		summary: content.summary,
		description: content.description,
		activities: content.activities,
		firstVisit: content.firstVisit,
		approach: content.approach,
		referral: content.referral,
		fee: content.fee,
		feeNote: content.feeNote,
		intake: content.intake,
		intakeOn: content.intakeOn,
		operation: content.operation,
		operationOn: content.operationOn,
		operationNote: content.operationNote,
		capacity: content.capacity,
		hoursNote: content.hoursNote,
		schedules: content.schedules.map(shownSchedule),
		links,
		accessibilityNote: content.accessibilityNote,
		alert: content.alert,
		sources: content.sources,
		phones: phones
			.filter(({ visibility }) => isOpenTo(audience, visibility))
			.map(({ kind, number, label }) => ({ kind, number, label })),
		contacts: contacts
			.filter(({ visibility }) => isOpenTo(audience, visibility))
			.filter((contact) => directions || (contact.kind !== 'post' && contact.kind !== 'visit'))
			.map(({ kind, value, label }) => ({ kind, value, label })),
		access: directions ? content.access : null,
		place: placeOf(content.location, content.precision)
	};
}

type Ways = Pick<Content, 'phones' | 'contacts' | 'links'>;

/** A way that one row keeps for staff is kept by every other row too, however that spells it. */
function withoutWaysForStaff({ phones, contacts, links }: Ways): Ways {
	const ways = staffWays({ phones, contacts });
	if (ways.length === 0) return { phones, contacts, links };
	return {
		phones: phones.filter(({ number }) => !isAmong(ways, number)),
		contacts: contacts.filter(({ value }) => !isAmong(ways, value)),
		links: links.filter(({ url }) => !isAmong(ways, url))
	};
}
