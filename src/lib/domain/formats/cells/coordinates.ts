import type { Point } from '#lib/domain/map/bounds.ts';

const decimal = /^[+-]?\d{1,3}(?:\.\d+)?$/;
const sexagesimal = /^(\d{1,3})[°度](\d{1,2})[′'分](?:(\d{1,2}(?:\.\d+)?)(?:[″"秒]|'')?)?$/;

/** 36.5, 北緯36度30分0.5秒 and 36°30′00″N in degrees; undefined for anything else. */
export function readDegrees(cell: string): { degrees: number; converted: boolean } | undefined {
	const text = cell
		.normalize('NFKC')
		.replace(/[\s\p{Cf}]+/gu, '')
		.replace(/^(?:北緯|東経|[NE])|(?:[NE])$/gi, '')
		.replace(/度$|°$/u, '')
		.replace(/[’′]/g, "'")
		.replace(/[”″]|''/g, '"');
	if (decimal.test(text)) return { degrees: Number(text), converted: false };
	const [, degrees, minutes, seconds = '0'] = sexagesimal.exec(text) ?? [];
	if (!degrees || Number(minutes) >= 60 || Number(seconds) >= 60) return undefined;
	const whole = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
	return { degrees: Math.round(whole * 1e7) / 1e7, converted: true };
}

const isLatitude = (degrees: number) => degrees >= 20 && degrees <= 46;
const isLongitude = (degrees: number) => degrees >= 122 && degrees <= 154;

type Read = { point: Point; warning: string | null } | { issue: string };

/** Two cells as a point in Japan; mended only where there is one way to. */
export function readCoordinates(latitude: string, longitude: string): Read {
	const [one, other] = [readDegrees(latitude), readDegrees(longitude)];
	if (!one || !other) return { issue: '緯度・経度として読めないので、空にしました。' };
	const [first, second] = [one.degrees, other.degrees];
	const converted = one.converted || other.converted ? '度分秒を度に直しました。' : null;
	if (isLatitude(first) && isLongitude(second)) {
		return { point: { latitude: first, longitude: second }, warning: converted };
	}
	if (isLatitude(second) && isLongitude(first)) {
		const swapped = '緯度と経度が逆になっていたので、入れかえました。';
		return {
			point: { latitude: second, longitude: first },
			warning: [swapped, converted].filter(Boolean).join('')
		};
	}
	return { issue: '日本の中の緯度・経度ではないので、空にしました。' };
}

/** 「34.345,134.086」 in one cell. */
export function readPair(cell: string): [string, string] | null {
	const parts = cell
		.normalize('NFKC')
		.replace(/[()]/g, '')
		.split(/[,、;\s]+/)
		.filter(Boolean);
	return parts.length === 2 ? [parts[0]!, parts[1]!] : null;
}
