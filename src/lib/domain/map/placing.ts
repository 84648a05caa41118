import { contains, japan, type Point } from './bounds.ts';

/** What a form says of where a place is. */
export type Statement = {
	/** Seven digits. */
	postalCode: string | null;
	/** Code. */
	municipality: string | null;
	town: string | null;
	street: string | null;
};

/** Where a place may be. `count`: of so many public places; 0 of none. */
export type Suggested = Point & {
	by: 'postalCode' | 'town' | 'municipality' | 'outline' | 'address';
	name: string;
	count: number;
};

const most = 100;

/** Of anything that was sent; what is not of use is null. */
export function statementOf(sent: Record<string, unknown>): Statement {
	const text = (name: string) => {
		const value = sent[name];
		if (typeof value !== 'string') return null;
		return [...value.normalize('NFC').toWellFormed().trim()].slice(0, most).join('') || null;
	};
	const digits = (text('postalCode') ?? '').normalize('NFKC').replace(/\D/g, '');
	const code = text('municipality') ?? '';
	return {
		postalCode: digits.length === 7 ? digits : null,
		municipality: /^\d{6}$/.test(code) ? code : null,
		town: text('town'),
		street: text('street')
	};
}

/** Both as typed; null for anything but a point in Japan. */
export function pointOf(latitude: unknown, longitude: unknown): Point | null {
	const [up, along] = [degreesOf(latitude), degreesOf(longitude)];
	if (up === null || along === null) return null;
	const point = { latitude: up, longitude: along };
	return contains(japan, point) ? point : null;
}

function degreesOf(value: unknown): number | null {
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	if (typeof value !== 'string') return null;
	const text = value.normalize('NFKC').trim();
	return /^\d{1,3}(\.\d{1,15})?$/.test(text) ? Number(text) : null;
}

/** So many metres to the north and to the east; flat, so for short ways only. */
export function moved({ latitude, longitude }: Point, north: number, east: number): Point {
	const metresPerDegree = 111_320;
	const narrowing = Math.cos((latitude * Math.PI) / 180);
	return {
		latitude: latitude + north / metresPerDegree,
		longitude: longitude + east / (metresPerDegree * narrowing)
	};
}
