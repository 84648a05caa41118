import * as L from 'leaflet';
import { contains, japan, type Point } from '#lib/domain/map/bounds.ts';
import { askJson, isRecord } from '#lib/ui/map/asking.ts';
import { nearest } from './marks.ts';
import { askOutlines, outlinesOn, type Outlines } from './outlines.ts';
import type { Towns } from './towns.ts';

/** `invented`: there is a region of which there is no tile. */
export type Tiles = { attribution: string; maxZoom: number; invented: boolean };

/** So many tiles may fail before the ground is another one. */
const patience = 3;
const farthest = 5;

/** Null when there are none to be had, or nobody says so in half a second. */
export async function askTiles(): Promise<Tiles | null> {
	const answer = await askJson('/tiles', 500);
	if (!isRecord(answer) || answer.available !== true) return null;
	const { attribution, maxZoom, invented } = answer;
	return typeof attribution === 'string' && typeof maxZoom === 'number'
		? { attribution, maxZoom, invented: invented === true }
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
	/** Those of the towns whose names are not on it already. */
	nameless(towns: Towns): Towns;
};

/**
 * What lies under the pins: tiles, and what no tile shows; where they fail, once and for all, outlines.
 * `onCredit` hears whom it is from, or null; `onChange`, that other towns are nameless.
 */
export function groundOn(
	chart: L.Map,
	{
		tiles,
		onCredit,
		onChange
	}: {
		tiles: Tiles | null;
		onCredit: (credit: string | null) => void;
		onChange: () => void;
	}
): Ground {
	let isNameless: (town: Point) => boolean = () => tiles === null;
	let isGone = false;
	let ofTiles: string | null = tiles?.attribution ?? null;
	let ofOutlines: string | null = null;
	chart.on('unload', () => (isGone = true));

	const tell = () => onCredit([ofTiles, ofOutlines].filter(Boolean).join('／') || null);
	const lay = (outlines: Outlines) =>
		outlinesOn(chart, outlines, (credit) => {
			ofOutlines = credit;
			tell();
		}).addTo(chart);
	let over: L.LayerGroup | undefined;

	const drawn = async () => {
		ofTiles = null;
		isNameless = () => true;
		tell();
		onChange();
		const outlines = await askOutlines();
		if (!outlines || isGone) return;
		over?.remove();
		chart.getContainer().classList.add('sea');
		lay(outlines);
	};

	const invented = async () => {
		const outlines = await askOutlines();
		if (!outlines || isGone || ofTiles === null) return;
		const prefectures = outlines.prefectures.filter(({ invented }) => invented);
		over = lay({ ...outlines, prefectures, hasCountry: false });
		isNameless = (town) => prefectures.some(({ bounds }) => contains(bounds, town));
		onChange();
	};

	if (tiles) {
		const layer = tilesOf(tiles);
		let failed = 0;
		layer.on('tileerror', () => {
			if (++failed !== patience + 1) return;
			layer.remove();
			void drawn();
		});
		layer.addTo(chart);
		tell();
		if (tiles.invented) void invented();
	} else {
		void drawn();
	}
	return { nameless: (towns) => towns.filter(isNameless) };
}

function tilesOf({ maxZoom }: Tiles): L.GridLayer {
	const corners: L.LatLngBoundsLiteral = [
		[japan.south, japan.west],
		[japan.north, japan.east]
	];
	const layer = new TileGround({
		className: 'tiles',
		bounds: corners,
		minNativeZoom: farthest,
		maxNativeZoom: maxZoom,
		maxZoom: nearest
	});
	layer.on('tileunload', ({ tile }: L.TileEvent) => tile.removeAttribute('src'));
	return layer;
}
