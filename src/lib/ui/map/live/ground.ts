import * as L from 'leaflet';
import { japan, type Point } from '#lib/domain/map/bounds.ts';
import { askJson, isRecord } from '#lib/ui/map/asking.ts';
import { grid, labelsOn } from './grid.ts';
import { nearest, type Mark } from './marks.ts';
import { askOutlines, outlinesOn } from './outlines.ts';

export type Tiles = { attribution: string; maxZoom: number };

/** So many tiles may fail before the ground is another one. */
const patience = 3;
const farthest = 5;

/** Null when there are none to be had, or nobody says so in half a second. */
export async function askTiles(): Promise<Tiles | null> {
	const answer = await askJson('/tiles', 500);
	if (!isRecord(answer) || answer.available !== true) return null;
	const { attribution, maxZoom } = answer;
	return typeof attribution === 'string' && typeof maxZoom === 'number'
		? { attribution, maxZoom }
		: null;
}

/** Leaflet's own layer stops a tile by an image that the content security policy refuses. */
class TileGround extends L.GridLayer {
	override createTile({ x, y, z }: L.Coords, done: L.DoneCallback) {
		const tile = document.createElement('img');
		tile.alt = '';
		tile.onload = () => done(undefined, tile);
		tile.onerror = () => done(new Error(`No tile ${z}/${x}/${y}`), tile);
		tile.src = `/tiles/${z}/${x}/${y}`;
		return tile;
	}
}

export type Ground = {
	/** The places or the towns are others. */
	redraw(): void;
};

/**
 * What lies under the pins: tiles; where they fail, once and for all, outlines; without those a grid.
 * `onCredit` hears whom it is from, or null.
 */
export function groundOn(
	chart: L.Map,
	{
		tiles,
		towns,
		marks,
		onCredit
	}: {
		tiles: Tiles | null;
		towns: () => readonly (Point & { name: string })[];
		/** Of what is seen and somewhat around it. */
		marks: () => readonly Mark[];
		onCredit: (credit: string | null) => void;
	}
): Ground {
	let labels: { draw(): void } | undefined;
	let isGone = false;
	chart.on('unload', () => (isGone = true));

	const drawn = async () => {
		onCredit(null);
		const squares = grid().addTo(chart);
		labels = labelsOn(chart, towns, marks);
		const outlines = await askOutlines();
		if (!outlines || isGone) return;
		squares.remove();
		outlinesOn(chart, outlines).addTo(chart);
		onCredit(outlines.credit);
	};

	if (tiles) {
		const corners: L.LatLngBoundsLiteral = [
			[japan.south, japan.west],
			[japan.north, japan.east]
		];
		const layer = new TileGround({
			className: 'tiles',
			bounds: corners,
			minNativeZoom: farthest,
			maxNativeZoom: tiles.maxZoom,
			maxZoom: nearest
		});
		layer.on('tileunload', ({ tile }: L.TileEvent) => tile.removeAttribute('src'));
		let failed = 0;
		layer.on('tileerror', () => {
			if (++failed !== patience + 1) return;
			layer.remove();
			void drawn();
		});
		layer.addTo(chart);
		onCredit(tiles.attribution);
	} else {
		void drawn();
	}
	return { redraw: () => labels?.draw() };
}
