import type { Content } from '#lib/domain/resource/content.ts';
import { isSameWay } from '#lib/domain/input/spelling.ts';
import { hoursNotePattern, hoursPattern } from './hours.ts';

/**
 * What the file says replaces what an earlier file said; what people added or decided since
 * (eases, precision, a number only for staff) stays.
 */
export function keepAdditions(file: Content, before: Content): Content {
	const kept = before.phones.filter((phone) => phone.visibility !== 'public' || phone.label);
	const isKept = (number: string) => kept.some((phone) => isSameWay(phone.number, number));
	const label = file.links[0]?.label ?? '事業所のサイト';
	return {
		...before,
		name: file.name,
		kana: file.kana,
		organization: file.organization,
		capacity: file.capacity,
		hoursNote: joined(
			file.hoursNote,
			lines(before.hoursNote).filter((line) => !hoursNotePattern.test(line))
		),
		schedules: [
			...file.schedules,
			...before.schedules.filter((schedule) => !hoursPattern.test(schedule.text))
		],
		phones: [...file.phones.filter((phone) => !isKept(phone.number)), ...kept],
		links: [...file.links, ...before.links.filter((link) => link.label !== label)],
		location: {
			...before.location,
			municipality: file.location.municipality,
			latitude: file.location.latitude,
			longitude: file.location.longitude,
			...(address(before) === address(file)
				? {}
				: { town: null, street: file.location.street, building: null })
		},
		staffNote: joined(
			before.staffNote,
			lines(file.staffNote).filter((line) => !lines(before.staffNote).includes(line))
		)
	};
}

const address = ({ location: { town, street, building } }: Content) =>
	[town, street, building].join('');

const lines = (text: string | null) => (text ? text.split('\n') : []);

const joined = (text: string | null, more: string[]) =>
	[...lines(text), ...more].join('\n') || null;
