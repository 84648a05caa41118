import type { Booklet } from '#lib/domain/booklet/booklet.ts';
import { plainOf } from '#lib/domain/reader/profile/ruby.ts';
import { TypesettingError } from './child.ts';

/** What can fail by itself: an entry, the map of a chapter, the picture of the cover. */
type Part = { key: string; words: string };

const partsOf = ({ chapters, cover }: Booklet): Part[] => [
	...(cover ? [{ key: 'cover', words: '表紙の写真' }] : []),
	...chapters.flatMap(({ place, label, map }) =>
		map ? [{ key: `map ${place}`, words: `「${plainOf(label)}」の章の地図` }] : []
	),
	...chapters.flatMap(({ entries }) =>
		entries.map(({ number, name }) => ({
			key: `entry ${number}`,
			words: `${number}番「${plainOf(name)}」`
		}))
	)
];

function only(booklet: Booklet, parts: readonly Part[]): Booklet {
	const kept = new Set(parts.map(({ key }) => key));
	return {
		...booklet,
		cover: kept.has('cover') ? booklet.cover : null,
		windows: [],
		chapters: booklet.chapters.map((chapter) => ({
			...chapter,
			map: kept.has(`map ${chapter.place}`) ? chapter.map : null,
			entries: chapter.entries.filter(({ number }) => kept.has(`entry ${number}`))
		}))
	};
}

/** The failure of a booklet with the name of the part that fails alone, found by halves; as it is where none does. */
export async function named(
	error: unknown,
	booklet: Booklet,
	make: (booklet: Booklet) => Promise<unknown>
): Promise<unknown> {
	if (!isRefused(error)) return error;
	const fails = async (parts: readonly Part[]): Promise<boolean> => {
		try {
			await make(only(booklet, parts));
			return false;
		} catch (again) {
			if (isRefused(again)) return true;
			throw again;
		}
	};
	let parts = partsOf(booklet);
	if (parts.length === 0 || (await fails([]))) return error;
	while (parts.length > 1) {
		const half = parts.slice(0, Math.ceil(parts.length / 2));
		parts = (await fails(half)) ? half : parts.slice(half.length);
	}
	if (!(await fails(parts))) return error;
	return new TypesettingError(
		`${parts[0]!.words}を組めませんでした。その文か写真を見てください。`,
		{
			diagnostics: error.diagnostics
		}
	);
}

/** By the compiler, not for want of time or memory, nor since somebody cancelled. */
const isRefused = (error: unknown): error is TypesettingError =>
	error instanceof TypesettingError && error.diagnostics.length > 0;
