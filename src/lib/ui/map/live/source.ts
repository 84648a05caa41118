import { boundsText, contains, type Bounds } from '#lib/domain/map/bounds.ts';
import type { Area, Spot } from '#lib/domain/map/drawing.ts';
import { kindsWords, townsPill } from '#lib/domain/map/words.ts';
import { askJson, isRecord } from '#lib/ui/map/asking.ts';
import { marksOf, ofSpots, type Mark } from './marks.ts';

/** Page and query of a list; both may carry an edition. */
type ListAddress = { path: string; own: string };

export type MarksIn = (bounds: Bounds, zoom: number) => Mark[];

/** The marks of a list that is too long for its page. */
export type Source = {
	/** The reader looks here now; what is found comes later, and only of the last look. */
	look(bounds: Bounds, zoom: number): void;
	stop(): void;
};

/** As `/api/map` answers. */
type Answer = {
	hidden: number;
	marks: (Spot | Cluster)[];
	areas: Area[];
};
type Cluster = {
	latitude: number;
	longitude: number;
	count: number;
	first: number;
	zoom: number | null;
	kinds: [string, number][];
	towns: string[];
	spots: Spot[];
};

/** Milliseconds of rest before anything is asked. */
const rest = 120;

/**
 * Asks our own server, for somewhat more than is seen, so that a small move asks for nothing.
 * Words behind the # of the list's address stay where they are. Null is told where no answer came.
 */
export function sourceOf(
	list: ListAddress,
	onAnswer: (answer: { marks: MarksIn; hidden: number; areas: Area[] } | null) => void
): Source {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let asked: { bounds: Bounds; zoom: number } | null = null;
	let turn = 0;

	const ask = async (bounds: Bounds, zoom: number) => {
		const mine = ++turn;
		const window = widened(bounds);
		asked = { bounds: window, zoom };
		const answer = await askJson(windowAddress(list, window, zoom), 8000);
		if (mine !== turn) return;
		if (isAnswer(answer)) onAnswer({ ...answer, marks: marksFrom(answer) });
		else {
			asked = null;
			onAnswer(null);
		}
	};

	return {
		look(bounds, zoom) {
			clearTimeout(timer);
			if (asked?.zoom === zoom && covers(asked.bounds, bounds)) return;
			timer = setTimeout(() => void ask(bounds, zoom), rest);
		},
		stop() {
			clearTimeout(timer);
			turn += 1;
		}
	};
}

/** The bounds of the list are called `within` there: `bbox` is that of the window. */
export function windowAddress({ path, own }: ListAddress, window: Bounds, zoom: number): string {
	const params = new URLSearchParams(own.split('#')[0]);
	const [, region, year] = /^\/regions\/([^/]+)(?:\/(\d{4}))?$/.exec(path) ?? [];
	if (region) params.set('region', region);
	if (year) params.set('year', year);
	const within = params.get('bbox');
	for (const key of ['bbox', 'page', 'view']) params.delete(key);
	if (within) params.set('within', within);
	params.set('bbox', boundsText(window));
	params.set('zoom', String(zoom));
	return `/api/map?${String(params)}`;
}

export function marksFrom({ marks, areas }: Answer): MarksIn {
	const spots = marks.map(markOf);
	const towns = marksOf({ spots: [], areas });
	return (bounds, zoom) =>
		[...spots.filter(({ at }) => contains(bounds, at)), ...towns(bounds, zoom)].sort(
			(one, other) => one.first - other.first
		);
}

function markOf(mark: Spot | Cluster): Mark {
	const { latitude, longitude } = mark;
	const at = { latitude, longitude };
	if (!('count' in mark)) return ofSpots([mark], { at, zoom: null });
	const { count, first, zoom, kinds, towns, spots } = mark;
	const name = kindsWords(count, kinds, towns);
	const key = `${name} ${first} ${zoom}`;
	return { key, at, first, name, town: townsPill(towns), count, spots, areas: [], zoom };
}

function widened({ west, south, east, north }: Bounds): Bounds {
	const [wide, high] = [(east - west) / 3, (north - south) / 3];
	return {
		west: Math.max(-180, west - wide),
		south: Math.max(-85, south - high),
		east: Math.min(180, east + wide),
		north: Math.min(85, north + high)
	};
}

const covers = (whole: Bounds, part: Bounds): boolean =>
	contains(whole, { latitude: part.south, longitude: part.west }) &&
	contains(whole, { latitude: part.north, longitude: part.east });

const isAnswer = (value: unknown): value is Answer =>
	isRecord(value) && Array.isArray(value.marks) && Array.isArray(value.areas);
