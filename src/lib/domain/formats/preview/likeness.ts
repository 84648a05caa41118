import { withoutLongMarks, withoutLegalForms } from '#lib/domain/text/normalise.ts';

/** What two records of one place have in common, folded. */
export type Traits = {
	name: string;
	kana: string;
	phones: string[];
	municipality: string | null;
	address: string;
	/** About a hundred metres wide; null without a point. */
	spot: string | null;
};

type Described = {
	name: string;
	kana: string | null;
	phones: readonly { number: string }[];
	location: {
		municipality: string | null;
		town: string | null;
		street: string | null;
		latitude: number | null;
		longitude: number | null;
	};
};

export function traitsOf({ name, kana, phones, location }: Described): Traits {
	const { municipality, town, street, latitude, longitude } = location;
	return {
		name: withoutLongMarks(withoutLegalForms(name.normalize('NFKC'))),
		kana: kana ? withoutLongMarks(kana) : '',
		phones: phones.map(({ number }) => digits(number)).filter((number) => number.length >= 9),
		municipality,
		address: withoutLongMarks(`${town ?? ''}${street ?? ''}`),
		spot:
			latitude === null || longitude === null
				? null
				: `${latitude.toFixed(3)} ${longitude.toFixed(3)}`
	};
}

const digits = (text: string) => text.normalize('NFKC').replace(/\D/g, '');

type Entry<Key> = { key: Key; traits: Traits; publishers: readonly string[] };
/** `isStrong`: nobody would doubt it. */
export type Likeness<Key> = { key: Key; why: string; isStrong: boolean };

/** Looks up by what they have in common, so that a file of many rows is compared with many places. */
export function likenesses<Key>(entries: Entry<Key>[], { onlyByName = false } = {}) {
	const keysOf = (traits: Traits) => (onlyByName ? [traits.name] : traitKeys(traits));
	const byTrait = new Map<string, Entry<Key>[]>();
	const add = (entry: Entry<Key>): void => {
		for (const trait of keysOf(entry.traits)) {
			const list = byTrait.get(trait);
			if (list) list.push(entry);
			else byTrait.set(trait, [entry]);
		}
	};
	entries.forEach(add);
	return {
		add,
		like(traits: Traits, publishers: readonly string[]): Likeness<Key>[] {
			const near = new Set<Entry<Key>>();
			for (const trait of keysOf(traits)) {
				// A telephone or a building of hundreds of places tells nothing.
				for (const entry of (byTrait.get(trait) ?? []).slice(0, mostAlike)) near.add(entry);
			}
			return [...near]
				.filter((entry) => !entry.publishers.some((one) => publishers.includes(one)))
				.flatMap(({ key, traits: other }) => {
					const found = compare(traits, other);
					return found ? [{ key, ...found }] : [];
				})
				.sort((a, b) => Number(b.isStrong) - Number(a.isStrong));
		}
	};
}

const mostAlike = 50;

const traitKeys = ({ name, kana, phones, municipality, address, spot }: Traits): string[] => [
	...(name ? [`n${name}`] : []),
	...(kana ? [`k${kana}`] : []),
	...phones.map((phone) => `p${phone}`),
	...(address && municipality ? [`a${municipality}${address}`] : []),
	...(spot ? [`s${spot}`] : [])
];

function compare(a: Traits, b: Traits): Omit<Likeness<never>, 'key'> | null {
	const sameName = a.name !== '' && a.name === b.name;
	const sameKana = a.kana.length >= 3 && a.kana === b.kana;
	const isNamedSo = sameName || sameKana;
	const samePhone = a.phones.some((phone) => b.phones.includes(phone));
	const sameTown = a.municipality !== null && a.municipality === b.municipality;
	const sameAddress = sameTown && a.address !== '' && a.address === b.address;
	const sameSpot = a.spot !== null && a.spot === b.spot;
	const isElsewhere = a.municipality !== null && b.municipality !== null && !sameTown;
	const isNear = samePhone || sameAddress || sameSpot;
	const isLike = (isNamedSo && (isNear || !isElsewhere)) || (isNear && alikeNames(a.name, b.name));
	if (!isLike) return null;
	const common = [
		sameName ? '名前' : sameKana ? 'よみ' : '',
		samePhone ? '電話' : '',
		sameAddress ? '住所' : sameTown ? '市区町村' : '',
		sameSpot ? '地図の位置' : ''
	].filter(Boolean);
	const why = `${common.join('と')}が同じ${isNamedSo ? '' : '、名前が似ている'}`;
	return { why, isStrong: sameName && (samePhone || sameAddress) };
}

/** One holds the other, or most of their pairs of letters are the same. */
function alikeNames(a: string, b: string): boolean {
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	if (short.length < 2) return false;
	if (short.length >= 3 && long.includes(short)) return true;
	const own = pairsOf(short);
	const others = pairsOf(long);
	const shared = [...own].filter((pair) => others.has(pair)).length;
	return (2 * shared) / (own.size + others.size) >= 0.6;
}

const pairsOf = (text: string): Set<string> =>
	new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
