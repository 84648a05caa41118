/** What is typed into the forms of staff, on this device, until it is saved or thrown away. */
export type Copy = {
	/** Whose: nobody else is shown it. */
	staff: string;
	/** Path of the page and name of the form in it. */
	path: string;
	form: string;
	/** The tab that it was typed in. */
	tab: string;
	/** ISO instant. */
	at: string;
	pairs: [name: string, value: string][];
	/** Under which name it was sent last; the server says by that name that it has taken it. */
	sent?: string;
	/** As it was sent to be given back, and nothing was typed since: the answer is newer. */
	isAsked?: boolean;
};

const prefix = 'written ';
/** Days; longer than a weekend with holidays, shorter than anybody forgets a shared machine. */
const longest = 7;

type Place = Pick<Copy, 'staff' | 'path' | 'form' | 'tab'>;

const keyOf = ({ staff, path, form, tab }: Place) => prefix + [staff, path, form, tab].join(' ');

/** false where the device keeps nothing. */
export function keep(copy: Omit<Copy, 'at'>): boolean {
	try {
		const at = new Date().toISOString();
		localStorage.setItem(keyOf(copy), JSON.stringify({ ...copy, at }));
		return true;
	} catch {
		return false;
	}
}

export function drop(place: Place): void {
	dropWhere((copy) => keyOf(copy) === keyOf(place));
}

/** Those of one person, the newest first. Whoever asks also clears away what is old. */
export function list(staff: string): Copy[] {
	const oldest = new Date(Date.now() - longest * 86_400_000).toISOString();
	dropWhere(({ at }) => at < oldest);
	return all()
		.filter((copy) => copy.staff === staff)
		.sort((a, b) => b.at.localeCompare(a.at));
}

export function dropWhere(isDropped: (copy: Copy) => boolean): void {
	for (const copy of all()) if (isDropped(copy)) localStorage.removeItem(keyOf(copy));
}

function all(): Copy[] {
	try {
		return Object.keys(localStorage)
			.filter((key) => key.startsWith(prefix))
			.map((key) => JSON.parse(localStorage.getItem(key)!) as Copy);
	} catch {
		return [];
	}
}

/** Of this tab, the same after a reload. */
export function tabOf(): string {
	try {
		const known = sessionStorage.getItem('tab');
		if (known) return known;
		const drawn = drawName();
		sessionStorage.setItem('tab', drawn);
		return drawn;
	} catch {
		return '';
	}
}

export const drawName = (): string =>
	[...crypto.getRandomValues(new Uint8Array(12))]
		.map((byte) => byte.toString(16).padStart(2, '0'))
		.join('');
