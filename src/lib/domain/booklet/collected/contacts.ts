import type { PublicContent } from '#lib/domain/resource/publication.ts';
import { waysOf, type Way } from '#lib/domain/reader/profile/ways.ts';
import { inLine } from './lines.ts';

export type PrintedContact = { words: string; link: string | null };

/** How to get in touch as the booklet prints it: telephones first, links last, each with what it is. */
export function printedContacts({
	phones,
	contacts,
	links
}: Pick<PublicContent, 'phones' | 'contacts' | 'links'>): PrintedContact[] {
	return [
		...phones.flatMap((phone) => waysOf({ phones: [phone], contacts: [] })),
		...contacts.flatMap((contact) => waysOf({ phones: [], contacts: [contact] })),
		...links.map(({ label, url }) => ({ title: 'サイト', words: url, href: url, note: label }))
	].map((way) => ({ words: wordsOf(way), link: way.href }));
}

/** 「電話（受付） 000-111-2222」 */
const wordsOf = ({ title, note, words }: Pick<Way, 'title' | 'note' | 'words'>) =>
	inLine(`${title}${note ? `（${note}）` : ''} ${words}`);
