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
	/** In words. */
	hours: string;
	/** Somebody answers on every day, at any hour. */
	allDay?: true;
	for: string;
	topics: (typeof topics)[number][];
	/** Among those of the same way, from 1. */
	rank: number;
	/** Where it says so. */
	source: string;
	/** Day on which it was written into the file. */
	enteredOn: string;
	/** Day on which a person last compared it with its source; absent: nobody has. */
	confirmedOn?: string;
};

/** For the matter, writing before speaking, and within that as the file ranks them. */
export function contactsFor(contacts: readonly Contact[], topics: ReadonlySet<string>): Contact[] {
	return contacts
		.filter((contact) => contact.topics.some((topic) => topics.has(topic)))
		.sort((one, other) => ways.indexOf(one.way) - ways.indexOf(other.way) || one.rank - other.rank);
}

/** All there is, by way: first those who are there for everybody, since nobody has said what it is about. */
export const contactsForAll = (contacts: readonly Contact[]): Contact[] =>
	contactsFor(contacts, new Set(topics)).sort(
		(one, other) =>
			ways.indexOf(one.way) - ways.indexOf(other.way) || other.topics.length - one.topics.length
	);

export const isWritten = ({ way }: Contact): boolean => way === 'chat' || way === 'sns';

const mostWritten = 3;

/** Enough for a tired person: some in writing and one by telephone, of each one that answers at this hour. */
export function firstOf(contacts: readonly Contact[]): Contact[] {
	const written = contacts.filter(isWritten);
	const spoken = contacts.filter(({ way }) => way === 'phone');
	const awake = (some: Contact[]) => some.find(({ allDay }) => allDay);
	const some = written.slice(0, mostWritten);
	const answering = awake(written);
	if (answering && !awake(some)) some.splice(-1, 1, answering);
	const voice = awake(spoken) ?? spoken[0];
	return [...some, ...(voice ? [voice] : [])];
}

/** How old the oldest of it is; `isConfirmed`: a person has compared each with its source. */
export function standOf(contacts: readonly Contact[]): { on: string; isConfirmed: boolean } {
	const isConfirmed = contacts.every(({ confirmedOn }) => confirmedOn !== undefined);
	const days = contacts.map(({ enteredOn, confirmedOn }) => confirmedOn ?? enteredOn);
	return { on: days.toSorted()[0]!, isConfirmed };
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
