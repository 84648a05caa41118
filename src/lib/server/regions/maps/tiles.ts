import { tileAt, type Tile } from '#lib/domain/map/tile.ts';
import { createBreaker } from './tiles/breaker.ts';
import { createCache, type TileCache } from './tiles/cache.ts';
import { blank, type TileImage } from './tiles/image.ts';
import { createQueue } from './tiles/queue.ts';
import { createUpstream, survey } from './tiles/upstream.ts';

export type Tiles = {
	/** Null when no tile can be had now. */
	get(tile: Tile): Promise<TileImage | null>;
	/** Whether tiles are to be had, said within half a second. */
	isAvailable(): Promise<boolean>;
	/** Who made the map. */
	readonly attribution: string;
	/** What the cache takes on the disk. */
	readonly bytes: number;
};

export type TilesOptions = {
	/** Address with `{z}`, `{x}` and `{y}`; `off` asks nobody. */
	upstream: string;
	attribution?: string | undefined;
	folder: string;
	maxBytes: number;
	/** After how many days a tile is asked for again. */
	days: number;
	/** Milliseconds. */
	timeout?: number;
	/** Milliseconds without an upstream after it has failed three times. */
	pause?: number;
	now?: () => number;
	/** Told when the upstream stops answering and when it answers again. */
	changed?: (isDead: boolean) => void;
};

const patience = 400;
const trusted = 300_000;
const tokyo = tileAt(139.75, 35.68, 5);

export function createTiles(options: TilesOptions): Tiles {
	const attribution =
		options.attribution ?? (options.upstream.startsWith(survey) ? '地理院タイル' : '');
	if (options.upstream === 'off') {
		const none = async () => null;
		return { get: none, isAvailable: async () => false, attribution, bytes: 0 };
	}
	return fetched({ ...options, attribution });
}

/** Whether an image comes while somebody would wait. */
async function isSoon(answer: Promise<TileImage | null>): Promise<boolean> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<null>((resolve) => {
		timer = setTimeout(() => resolve(null), patience);
	});
	const image = await Promise.race([answer, late]);
	clearTimeout(timer);
	return image !== null;
}

function fetched(options: TilesOptions & { attribution: string }): Tiles {
	const { now = Date.now, timeout = 3000 } = options;
	const cache: TileCache = createCache({ ...options, now });
	const upstream = createUpstream(options.upstream, timeout);
	const queue = createQueue(6, 400);
	const breaker = createBreaker({
		now,
		pause: options.pause ?? 30_000,
		changed(isOpen) {
			if (isOpen) queue.empty();
			options.changed?.(isOpen);
		}
	});
	const underWay = new Map<string, Promise<TileImage | null>>();
	let answeredAt = -Infinity;
	let trial: Promise<boolean> | null = null;

	/** Every request for a tile that is being fetched waits for that one fetch. */
	function fetchOnce(tile: Tile): Promise<TileImage | null> {
		const key = `${tile.z}/${tile.x}/${tile.y}`;
		const known = underWay.get(key);
		if (known) return known;
		const image = ask(tile);
		underWay.set(key, image);
		void image
			.then((found) => (found ? cache.write(tile, found) : undefined))
			.finally(() => underWay.delete(key));
		return image;
	}

	async function ask(tile: Tile): Promise<TileImage | null> {
		if (!breaker.isWilling || !(await queue.enter())) return null;
		try {
			return breaker.allows() ? await answered(tile) : null;
		} finally {
			queue.leave();
		}
	}

	async function answered(tile: Tile): Promise<TileImage | null> {
		try {
			const image = await upstream.ask(tile);
			// An address that is wrong finds nothing either: only who has sent maps is believed.
			if (!image && answeredAt === -Infinity && cache.bytes === 0) {
				throw new Error('The tile server knows no tile');
			}
			breaker.succeeded();
			answeredAt = now();
			return image ?? blank;
		} catch {
			breaker.failed(answeredAt === -Infinity);
			return null;
		}
	}

	return {
		attribution: options.attribution,
		get bytes() {
			return cache.bytes;
		},
		async get(tile) {
			const kept = await cache.read(tile);
			if (kept && !kept.isOld) return kept.image;
			const fresh = fetchOnce(tile);
			return kept ? kept.image : fresh;
		},
		async isAvailable() {
			if (now() - answeredAt < trusted && !breaker.isOpen) return true;
			if (!trial) {
				const answer = fetchOnce(tokyo);
				// Kept until the answer is there: who asks meanwhile does not wait anew.
				trial = isSoon(answer);
				void answer.finally(() => (trial = null));
			}
			return trial;
		}
	};
}
