import type { PublicContent } from '#lib/domain/resource/publication.ts';
import { reworded } from '#lib/domain/schedule/binding/parted.ts';
import { shortened } from './letter-size.ts';

const most = {
	plainName: 40,
	note: 60,
	label: 20,
	description: 160,
	fact: 70,
	approach: 130,
	referral: 240,
	access: 80,
	alert: 90
};

/** The same in fewer words, for paper on which all of them have no room; each says that there is more. */
export function briefOf(content: PublicContent): PublicContent {
	const cut = (text: string | null, length: number) => text && shortened(text, length);
	const labelled = <T extends { label: string | null }>(one: T): T => ({
		...one,
		label: cut(one.label, most.label)
	});
	const facts = Object.entries(content.firstVisit).map(([name, text]) => [
		name,
		cut(text, most.fact)
	]);
	return {
		...content,
		plainName: cut(content.plainName, most.plainName),
		description: cut(content.description, most.description),
		firstVisit: Object.fromEntries(facts) as PublicContent['firstVisit'],
		genderNote: cut(content.genderNote, most.note),
		residencyNote: cut(content.residencyNote, most.note),
		approach: cut(content.approach, most.approach),
		referral: cut(content.referral, most.referral),
		feeNote: cut(content.feeNote, most.note),
		operationNote: cut(content.operationNote, most.note),
		access: cut(content.access, most.access),
		alert: content.alert && { ...content.alert, text: shortened(content.alert.text, most.alert) },
		schedules: content.schedules.map((one) => reworded(one, shortened(one.text, most.note))),
		phones: content.phones.map(labelled),
		contacts: content.contacts.map(labelled)
	};
}
