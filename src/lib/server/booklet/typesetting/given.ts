import { qrOf } from '#lib/domain/reader/profile/qr.ts';
import { drawable, type Coverage } from './glyphs.ts';

/** Where a text stands in the data. */
export type Path = (string | number)[];
export type Missing = { path: Path; letters: string[] };

type Picture = { type: 'image/jpeg' | 'image/png'; bytes: string; alt: string };

/**
 * Data as a template gets them: every text is one that the fonts can draw, every picture a file beside them
 * (`path`, `alt`).
 */
export function givenOf(data: unknown, coverage: Coverage) {
	const files: Record<string, Uint8Array> = {};
	const missing: Missing[] = [];
	/** Most texts are said many times: 「さくら市」. */
	const known = new Map<string, string>();

	const text = (value: string, path: Path): string => {
		const same = known.get(value);
		if (same !== undefined) return same;
		const { text, missing: letters } = drawable(value, coverage);
		if (letters.length > 0) missing.push({ path, letters });
		else known.set(value, text);
		return text;
	};
	const picture = ({ type, bytes, alt }: Picture, path: Path) => {
		const name = `picture-${Object.keys(files).length}.${type === 'image/png' ? 'png' : 'jpg'}`;
		files[name] = Buffer.from(bytes, 'base64');
		return { path: name, alt: text(alt, [...path, 'alt']) };
	};
	const clean = (value: unknown, path: Path): unknown => {
		if (typeof value === 'string') return text(value, path);
		if (typeof value !== 'object' || value === null) return value;
		if (Array.isArray(value)) return value.map((one, at) => clean(one, [...path, at]));
		if (isPicture(value)) return picture(value, path);
		const pairs = Object.entries(value).map(([key, one]) => [key, clean(one, [...path, key])]);
		return Object.fromEntries(pairs) as unknown;
	};
	return { data: clean(data, []), files, missing };
}

const isPicture = (value: object): value is Picture =>
	'bytes' in value && 'alt' in value && 'type' in value;

/** QR codes by the text they hold: hundreds, of one mask. */
export const codesOf = (texts: readonly string[]) =>
	Object.fromEntries(texts.map((text) => [text, qrOf(text, { mask: 2 })]));
