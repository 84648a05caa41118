import { RateLimiterMemory } from 'rate-limiter-flexible';
import { contains, japan, type Point } from '#lib/domain/map/bounds.ts';

/** Finds where an address is, with the help of somebody else's server. */
export type Geocoder = {
	/** Whose server it is, for those who are about to send an address there; null: nobody is asked. */
	readonly host: string | null;
	/** `by`: who asks. Null when no answer of use came. */
	find(address: string, by: string): Promise<Found[] | 'too-many' | null>;
};

export type Found = Point & { name: string };

export const mostFound = 5;
const longestAddress = 120;
const mostBytes = 256 * 1024;
/** Whoever answers does so for nothing. An hour of quick work, and all who work at once. */
const limits = { own: { points: 60, duration: 3600 }, all: { points: 300, duration: 3600 } };

/** `upstream`: an address with `{q}` that answers with GeoJSON features, or `off`. */
export function createGeocoder({
	upstream,
	timeout = 3000
}: {
	upstream: string;
	timeout?: number;
}): Geocoder {
	if (upstream === 'off') return { host: null, find: async () => null };
	const own = new RateLimiterMemory(limits.own);
	const all = new RateLimiterMemory(limits.all);
	return {
		host: new URL(upstream.replace('{q}', '')).host,
		async find(address, by) {
			const words = [...address.toWellFormed().trim()].slice(0, longestAddress).join('');
			if (words === '') return [];
			try {
				await own.consume(by);
				await all.consume('');
			} catch {
				return 'too-many';
			}
			try {
				return foundIn(await ask(upstream.replace('{q}', encodeURIComponent(words)), timeout));
			} catch {
				return null;
			}
		}
	};
}

async function ask(url: string, timeout: number): Promise<unknown> {
	const response = await fetch(url, {
		headers: {
			accept: 'application/geo+json,application/json',
			'accept-language': 'ja',
			'user-agent': 'chiiki-bookmark'
		},
		redirect: 'manual',
		signal: AbortSignal.timeout(timeout)
	});
	if (response.status !== 200) {
		await response.body?.cancel();
		throw new Error(`The geocoder answered ${response.status}`);
	}
	const parts: Uint8Array[] = [];
	let length = 0;
	for await (const part of response.body ?? []) {
		length += part.byteLength;
		// Leaving the loop cancels the rest.
		if (length > mostBytes) throw new Error('The answer is too large');
		parts.push(part);
	}
	return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

/** A list of features, as the Survey Institute answers, or a collection of them (RFC 7946). */
export function foundIn(answer: unknown): Found[] {
	const features = isRecord(answer) ? answer.features : answer;
	if (!Array.isArray(features)) throw new Error('The answer is no GeoJSON');
	return features.flatMap((feature) => foundOf(feature) ?? []).slice(0, mostFound);
}

function foundOf(feature: unknown): Found | null {
	if (!isRecord(feature) || !isRecord(feature.geometry)) return null;
	const { type, coordinates } = feature.geometry;
	if (type !== 'Point' || !Array.isArray(coordinates)) return null;
	const [longitude, latitude] = coordinates as unknown[];
	if (typeof longitude !== 'number' || typeof latitude !== 'number') return null;
	if (!contains(japan, { latitude, longitude })) return null;
	const properties = isRecord(feature.properties) ? feature.properties : {};
	const { title, display_name, name } = properties;
	const said = [title, display_name, name].filter((one) => typeof one === 'string')[0];
	return { latitude, longitude, name: [...(said ?? '見つかったところ')].slice(0, 100).join('') };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
