/** What danger is about. */
export const topics = ['life', 'violence', 'child', 'sexual'] as const;
/** In the order in which somebody may manage them. */
export const ways = ['chat', 'sns', 'phone', 'list', 'emergency'] as const;

/** `data/crisis.json`. */
export type Crisis = { words: CrisisWord[]; contacts: Contact[] };

export type CrisisWord = {
	word: string;
	kana: string;
	topics: (typeof topics)[number][];
	/** Other ways to write it, slips of short words included. */
	spellings?: string[];
	/** Longer words that hold it by chance. */
	except?: string[];
	/** Although it is short, it is found within other kana. */
	inside?: true;
};

export type Contact = {
	name: string;
	way: (typeof ways)[number];
	/** An address, or a number to call. */
	at: string;
	hours: string;
	for: string;
	topics: (typeof topics)[number][];
	/** Where it says so. */
	source: string;
	/** Day on which somebody looked there. */
	checkedOn: string;
};

/** Those for the matter alone before those for everything, and writing before speaking. */
export function contactsFor(contacts: readonly Contact[], topics: ReadonlySet<string>): Contact[] {
	const rank = ({ way, topics: all }: Contact) => ways.indexOf(way) * 10 + all.length;
	return contacts
		.filter((contact) => contact.topics.some((topic) => topics.has(topic)))
		.sort((one, other) => rank(one) - rank(other));
}

export const wayWords: Record<Contact['way'], string> = {
	chat: 'チャット',
	sns: 'SNS',
	phone: '電話',
	list: 'ページ',
	emergency: '電話'
};

export const contactHref = ({ way, at }: Pick<Contact, 'way' | 'at'>): string =>
	way === 'phone' || way === 'emergency' ? `tel:${at.replaceAll('-', '').replace('#', '%23')}` : at;
