import type { Content } from '#lib/domain/resource/content.ts';
import type { Schedule } from '#lib/domain/schedule/schedule.ts';
import { contentFields, fieldWords, isSame, type ContentField } from './revision-comparison.ts';
import { titles } from './form/titles.ts';
import type { Names } from '#lib/domain/listing/row.ts';

/** A field in which what I typed is not what somebody saved meanwhile. */
export type Divergence<Field extends string = ContentField> = {
	field: Field;
	title: string;
	base: string | null;
	mine: string | null;
	theirs: string | null;
	/** What is meant when only one of us touched it; null: both did. */
	choice: 'mine' | 'theirs' | null;
};

type Versions = { base: Content; mine: Content; theirs: Content };

export function divergences({ base, mine, theirs }: Versions, names: Names): Divergence[] {
	return contentFields(theirs)
		.filter((field) => !isSame(field, mine, theirs))
		.map((field) => ({
			field,
			title: titles[field] ?? field,
			base: fieldWords(field, base, names),
			mine: fieldWords(field, mine, names),
			theirs: fieldWords(field, theirs, names),
			choice: isSame(field, base, theirs) ? 'mine' : isSame(field, base, mine) ? 'theirs' : null
		}));
}

/** Mine, with the fields that were chosen from theirs. */
export const chosenOf = (
	mine: Content,
	theirs: Content,
	fields: readonly ContentField[]
): Content => ({
	...mine,
	...Object.fromEntries(fields.map((field) => [field, theirs[field]]))
});

/** Codes in the order they had, and schedules as they were stored, where they are the same ones. */
export function inOldOrder(content: Content, before: Content): Content {
	const kept = { ...content };
	for (const field of [
		'needs',
		'audiences',
		'accessibility',
		'languages',
		'serviceArea'
	] as const) {
		const isReordered =
			content[field].length === before[field].length &&
			content[field].every((code) => before[field].includes(code));
		if (isReordered) kept[field] = before[field];
	}
	kept.schedules = content.schedules.map((typed, at) => {
		const stored = before.schedules[at];
		const alone = (schedule: Schedule) => ({ ...content, schedules: [schedule] });
		const isUntouched = stored && isSame('schedules', alone(stored), alone(typed));
		return isUntouched ? stored : typed;
	});
	const channels = before.consents.map(({ channel }) => channel);
	const { consents } = content;
	kept.consents = [...consents].sort(
		(a, b) => channels.indexOf(a.channel) - channels.indexOf(b.channel)
	);
	return kept;
}
