import type { Content, Visibility } from './content.ts';

export type ContactLine = { what: string; value: string; visibility: Visibility };

const kinds: Record<Content['contacts'][number]['kind'], string> = {
	mail: 'メール',
	form: 'フォーム',
	line: 'LINE',
	chat: 'チャット',
	social: 'SNS',
	post: '郵送先',
	visit: '窓口'
};

/** All ways to reach a place, those for staff alone among them: for those who ask it each year. */
export const contactLines = ({
	phones,
	contacts
}: Pick<Content, 'phones' | 'contacts'>): ContactLine[] => [
	...phones.map(({ kind, number, label, visibility }) => ({
		what: [kind === 'fax' ? 'ファクス' : '電話', label].filter(Boolean).join(' '),
		value: number,
		visibility
	})),
	...contacts.map(({ kind, value, label, visibility }) => ({
		what: [kinds[kind], label].filter(Boolean).join(' '),
		value,
		visibility
	}))
];

export const visibilityNames: Record<Visibility, string> = {
	public: '公開',
	paper: '冊子だけ',
	staff: '職員だけ'
};
