import { japan } from '#lib/domain/map/tile.ts';

/** A file that cannot be drawn; the message is a Japanese sentence. */
export class GeometryError extends Error {
	override name = 'GeometryError';
}

type Position = [number, number];

const broken = (what: string) =>
	new GeometryError(`図形が壊れています（${what}）。ファイルを作り直してください。`);

function position(x: unknown, y: unknown): Position {
	if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x + y)) {
		throw broken('座標が数ではありません');
	}
	if (x < japan.west || x > japan.east || y < japan.south || y > japan.north) {
		throw new GeometryError(
			`座標 ${x}, ${y} が日本の外です。平面直角座標などではなく、経度・緯度（JGD2011 か WGS 84）の順のファイルを使ってください。`
		);
	}
	return [x, y];
}

function listOf(value: unknown, what: string): unknown[] {
	if (!Array.isArray(value)) throw broken(what);
	return value;
}

function filled(value: unknown, what: string): unknown[] {
	const list = listOf(value, what);
	if (list.length === 0) throw broken('空の図形');
	return list;
}

const isSame = (one: Position, other: Position) => one[0] === other[0] && one[1] === other[1];

/** The lines of a TopoJSON file in degrees, whether it is quantized or not. */
export function readLines(arcs: unknown[], transform: unknown): Position[][] {
	const { scale, translate } = (transform ?? {}) as { scale?: unknown; translate?: unknown };
	const isQuantized = transform != null;
	const pair = (value: unknown, what: string): Position => {
		const [x, y] = listOf(value, what);
		if (typeof x !== 'number' || typeof y !== 'number') throw broken(what);
		return [x, y];
	};
	const [across, up] = isQuantized ? pair(scale, 'transform') : [1, 1];
	const [west, south] = isQuantized ? pair(translate, 'transform') : [0, 0];
	return arcs.map((arc) => {
		let [x, y] = [0, 0];
		const line = listOf(arc, 'arcs').map((place) => {
			const [right, upwards] = pair(place, 'arcs');
			[x, y] = isQuantized ? [x + right, y + upwards] : [right, upwards];
			return position(west + x * across, south + y * up);
		});
		if (line.length < 2) throw broken('点が1つの線');
		return line;
	});
}

/** The numbers of the lines of a TopoJSON geometry, as those of a MultiPolygon. */
export function readReferences(geometry: unknown, lines: Position[][]): number[][][] {
	const { type, arcs } = (geometry ?? {}) as Record<string, unknown>;
	return asPolygons(type, arcs).map((rings) =>
		filled(rings, 'arcs').map((ring) => {
			const numbers = filled(ring, 'arcs').map((number) => {
				// Not ~, which makes a small number of any large one.
				const index = Number(number) < 0 ? -1 - Number(number) : Number(number);
				if (!Number.isInteger(number) || index >= lines.length)
					throw broken('無い線を指しています');
				return Number(number);
			});
			const ends = numbers.map((number) => {
				const line = lines[number < 0 ? ~number : number]!;
				return number < 0 ? [line.at(-1)!, line[0]!] : [line[0]!, line.at(-1)!];
			});
			ends.forEach(([start], index) => {
				if (!isSame(ends.at(index - 1)![1]!, start!)) throw broken('閉じていない輪');
			});
			return numbers;
		})
	);
}

/** The coordinates of a GeoJSON geometry, as those of a MultiPolygon. */
export function readPolygons(geometry: unknown): Position[][][] {
	const { type, coordinates } = (geometry ?? {}) as Record<string, unknown>;
	return asPolygons(type, coordinates).map((rings) =>
		filled(rings, 'coordinates').map((ring) => {
			const line = listOf(ring, 'coordinates').map((place) => {
				const [x, y] = listOf(place, 'coordinates');
				return position(x, y);
			});
			const [first, last] = [line[0], line.at(-1)];
			if (line.length < 4 || !isSame(first!, last!)) {
				throw broken('閉じていない輪');
			}
			return line;
		})
	);
}

function asPolygons(type: unknown, parts: unknown): unknown[] {
	if (type === 'MultiPolygon') return filled(parts, 'MultiPolygon');
	if (type === 'Polygon') return [parts];
	throw new GeometryError('市区町村の図形が面（Polygon・MultiPolygon）ではありません。');
}
