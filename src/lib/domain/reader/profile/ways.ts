import type { PublicContent } from '#lib/domain/resource/publication.ts';
import { telephonesIn } from '#lib/domain/input/telephone.ts';
import { addressProblem } from '#lib/domain/input/web-address.ts';

/** One way to get in touch, ready to be shown. */
export type Way = {
	kind: Kind | 'voice' | 'fax';
	title: string;
	words: string;
	/** `mailto:`, `tel:` or an address of the web; null where there is nothing to follow. */
	href: string | null;
	note: string | null;
};

type Kind = PublicContent['contacts'][number]['kind'];

/** What needs no voice comes before what does. */
const written: Partial<Record<Kind, string>> = {
	mail: 'メール',
	form: '申込フォーム',
	line: 'LINE',
	chat: 'チャット',
	social: 'SNS'
};
const otherwise: Partial<Record<Kind, string>> = { visit: '直接たずねる', post: '手紙' };
const phoneTitles = { voice: '電話', fax: 'ファクス' };

export function waysOf({ contacts, phones }: Pick<PublicContent, 'contacts' | 'phones'>): Way[] {
	const by = (titles: Partial<Record<Kind, string>>) =>
		(Object.keys(titles) as Kind[]).flatMap((kind) =>
			contacts
				.filter((contact) => contact.kind === kind)
				.map(({ value, label }) => ({
					kind,
					title: titles[kind]!,
					words: value,
					href: kind === 'mail' ? mailAddress(value) : webAddress(value),
					note: label
				}))
		);
	const telephones = (kind: 'voice' | 'fax') =>
		phones
			.filter((phone) => phone.kind === kind)
			.flatMap(({ number, label }) =>
				(kind === 'fax' ? [unlinked(number)] : numbersIn(number)).map(({ words, href }) => ({
					...{ kind, title: phoneTitles[kind], words, href, note: label }
				}))
			);
	return [...by(written), ...telephones('voice'), ...telephones('fax'), ...by(otherwise)];
}

/** RFC 6068; nothing may be added to the address that opens a subject or a second receiver. */
function mailAddress(value: string): string | null {
	const match = /^([^\s@,;:<>"()]+)@([a-z0-9.-]+\.[a-z]{2,})$/i.exec(value.trim());
	return match && `mailto:${encodeURIComponent(match[1]!)}@${match[2]}`;
}

const webAddress = (value: string): string | null =>
	addressProblem(value) === null ? value : null;

const unlinked = (words: string): Pick<Way, 'words' | 'href'> => ({ words, href: null });

/** Each number to call; what has none is left to be read. */
function numbersIn(text: string): Pick<Way, 'words' | 'href'>[] {
	const found = telephonesIn(text);
	return found.length > 0 ? found : [unlinked(text)];
}
