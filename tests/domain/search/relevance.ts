import { lineage, type Vocabularies } from '#lib/domain/labels/vocabulary.ts';
import type { Searched } from '../../../bench/search-data.ts';

export const queryClasses = [
	'exact',
	'part',
	'typo',
	'transposition',
	'kana',
	'script',
	'romaji',
	'variant',
	'width',
	'synonym',
	'words',
	'two'
] as const;

export type QueryClass = (typeof queryClasses)[number];

/** What a query must find: the resources for which everything that is said here holds. */
export type Answer = {
	/** It is called exactly this, spaces and brackets aside. */
	name?: string;
	/** Its name or its reading contains this. */
	like?: string;
	/** Its name contains one of these, letter by letter. */
	holds?: string[];
	/** Its row or page says one of these. */
	says?: string[];
	/** And one of these. */
	also?: string[];
	/** It lies there. */
	town?: string;
};

export type Golden = { class: QueryClass; query: string; finds: Answer };

/** A resource as the judge reads it. */
type Read = { name: string; names: string[]; written: string; says: string; town: string };

const fold = (text: string) =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s「」]+/gu, '')
		.replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

function read({ content, place }: Searched, vocabularies: Vocabularies): Read {
	const labels = (['category', 'need', 'audience', 'ease'] as const).flatMap((name) => {
		const codes = {
			category: content.categories,
			need: content.needs,
			audience: content.audiences,
			ease: Object.keys(content.eases).filter((code) => content.eases[code] === 'yes')
		}[name];
		return codes
			.flatMap((code) => lineage(vocabularies[name], code))
			.map((code) => vocabularies[name].get(code)?.label);
	});
	const { name, kana, plainName, organization, summary, description, activities } = content;
	const texts = [
		name,
		plainName,
		organization?.name,
		place?.name,
		summary,
		description,
		activities
	];
	return {
		name: fold(name),
		names: [name, kana ?? ''].map(fold),
		written: name,
		says: [...texts, ...labels].map((text) => fold(text ?? '')).join('\n'),
		town: place?.name ?? ''
	};
}

/** Answers which of the documents, by number, a query must find. */
export function judge(documents: readonly Searched[], vocabularies: Vocabularies) {
	const all = documents.map((document) => read(document, vocabularies));
	return ({ class: queryClass, query, finds }: Golden): Set<number> => {
		const { holds, town } = finds;
		const [name, like] = [finds.name, finds.like].map((text) => text && fold(text));
		const said = [finds.says, finds.also].flatMap((words) => (words ? [words.map(fold)] : []));
		const isMeant = (one: Read) =>
			(!name || one.name === name) &&
			(!like || one.names.some((text) => text.includes(like))) &&
			(!holds || holds.some((part) => one.written.includes(part))) &&
			said.every((words) => words.some((word) => one.says.includes(word))) &&
			(!town || one.town.includes(town));
		// A slip may happen to be somebody else's name; then that place is an answer too.
		const slipped = queryClass === 'typo' || queryClass === 'transposition' ? fold(query) : null;
		const numbers = all.flatMap((one, number) =>
			isMeant(one) || (slipped && one.name.includes(slipped)) ? [number] : []
		);
		return new Set(numbers);
	};
}

/** Shares of what must be found, in the first ten. */
export function measure(relevant: ReadonlySet<number>, found: readonly number[]) {
	const ten = found.slice(0, 10);
	const hits = ten.filter((number) => relevant.has(number)).length;
	const first = ten.findIndex((number) => relevant.has(number));
	return {
		recall: hits / Math.min(10, relevant.size),
		reciprocalRank: first < 0 ? 0 : 1 / (first + 1)
	};
}
