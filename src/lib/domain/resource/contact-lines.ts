import type { Content, Visibility } from './content.ts';
import { contactKinds, phoneKinds } from '#lib/domain/labels/choices.ts';

export type ContactLine = { what: string; value: string; visibility: Visibility };

/** All ways to reach a place, those for staff alone among them: for those who ask it each year. */
export const contactLines = ({
	phones,
	contacts
}: Pick<Content, 'phones' | 'contacts'>): ContactLine[] => [
	...phones.map(({ kind, number, label, visibility }) => ({
		what: [phoneKinds[kind], label].filter(Boolean).join(' '),
		value: number,
		visibility
	})),
	...contacts.map(({ kind, value, label, visibility }) => ({
		what: [contactKinds[kind], label].filter(Boolean).join(' '),
		value,
		visibility
	}))
];
