import * as L from 'leaflet';
import type { Point } from '#lib/domain/map/bounds.ts';
import { apart } from '#lib/domain/map/clusters.ts';
import type { Offset } from '#lib/domain/map/labels.ts';
import { areasNumbers, townsPill } from '#lib/domain/map/words.ts';
import { areaBox } from './layout.ts';
import { symbolPath } from '#lib/domain/labels/symbols.ts';
import type { Mark } from './marks.ts';

export type Pins = {
	/** Instead of those before; what had the focus hands it on to what stands for it now. */
	show(marks: readonly Mark[], asideOf: (mark: Mark) => Offset): void;
	/** Sets off the one that stands for a place; none for null. */
	point(id: string | null, at: Point | null): void;
	/** Whether there is one for this mark, or for its first place. */
	focus(mark: Mark): boolean;
};

const svg = 'http://www.w3.org/2000/svg';

class ButtonIcon extends L.Icon {
	readonly button: HTMLButtonElement;

	constructor(button: HTMLButtonElement) {
		super({ iconUrl: '' });
		this.button = button;
	}

	override createIcon() {
		return this.button;
	}

	override createShadow() {
		return null as unknown as HTMLElement;
	}
}

type Pin = { mark: Mark; marker: L.Marker; button: HTMLButtonElement };

export function pinsOn(chart: L.Map, onChoose: (mark: Mark) => void): Pins {
	let pins: Pin[] = [];
	let pointed: string | null = null;
	let spot: Point | null = null;

	const make = (mark: Mark): Pin => {
		const button = buttonOf(mark);
		const { latitude, longitude } = mark.at;
		const icon = new ButtonIcon(button);
		const options = { icon, keyboard: false, interactive: false };
		const marker = L.marker([latitude, longitude], options).addTo(chart);
		button.addEventListener('click', (event) => {
			// The end of a drag that began here is no choice; a key press has no detail.
			if (event.detail > 0 && wasDragged(chart)) return;
			onChoose(mark);
		});
		button.addEventListener('dblclick', (event) => event.stopPropagation());
		button.addEventListener('keydown', (event) => walk(event, button));
		button.addEventListener('focus', () => {
			marker.setZIndexOffset(2000);
			if (button.matches(':focus-visible')) {
				chart.panInside(marker.getLatLng(), { padding: [48, 56] });
			}
		});
		button.addEventListener('blur', () => marker.setZIndexOffset(0));
		return { mark, marker, button };
	};

	const walk = (event: KeyboardEvent, from: HTMLButtonElement) => {
		const at = pins.findIndex(({ button }) => button === from);
		const to = {
			ArrowRight: at + 1,
			ArrowDown: at + 1,
			ArrowLeft: at - 1,
			ArrowUp: at - 1,
			Home: 0,
			End: pins.length - 1
		}[event.key];
		if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		event.stopPropagation();
		pins[to]?.button.focus({ preventScroll: true });
	};

	const setOff = () => {
		const known = pins.find(({ mark }) => mark.spots.some(({ id }) => id === pointed));
		const set = known ?? (spot && coverOf(chart, pins, spot));
		for (const pin of pins) {
			const { button, marker } = pin;
			const isPointed = pin === set;
			button.classList.toggle('pointed', isPointed);
			if (button !== document.activeElement) marker.setZIndexOffset(isPointed ? 1000 : 0);
		}
	};

	const standIn = (mark: Mark) =>
		pins.find((pin) => pin.mark.key === mark.key) ??
		pins.find((pin) => {
			const [spot] = mark.spots;
			const [area] = mark.areas;
			if (area) return pin.mark.areas.some((one) => one.municipality === area.municipality);
			if (spot) return pin.mark.spots.some(({ id }) => id === spot.id);
			return pin.mark.areas.length === 0 && pin.mark.first === mark.first;
		});

	return {
		show(marks, asideOf) {
			const focused = pins.find(({ button }) => button === document.activeElement);
			const before = new Map(pins.map((pin) => [pin.mark.key, pin]));
			pins = marks.map((mark) => {
				const known = before.get(mark.key);
				before.delete(mark.key);
				const pin = known ?? make(mark);
				pin.marker.setLatLng(movedBy(chart, mark.at, asideOf(mark)));
				return pin;
			});
			for (const { marker } of before.values()) marker.remove();
			inOrder(pins.map(({ button }) => button));
			if (focused && focused.button !== document.activeElement) {
				const next = standIn(focused.mark)?.button ?? chart.getContainer();
				next.focus({ preventScroll: true });
			}
			setOff();
		},
		point(id, at) {
			[pointed, spot] = [id, at];
			setOff();
		},
		focus(mark) {
			const pin = standIn(mark);
			pin?.button.focus({ preventScroll: true });
			return pin !== undefined;
		}
	};
}

/** The nearest of those whose places are not known here, where it is so near that it must be in it. */
function coverOf(chart: L.Map, pins: readonly Pin[], spot: Point): Pin | null {
	const at = chart.latLngToLayerPoint([spot.latitude, spot.longitude]);
	const away = ({ marker }: Pin) => chart.latLngToLayerPoint(marker.getLatLng()).distanceTo(at);
	const [nearest] = pins
		.filter(({ mark }) => mark.count > 1 && mark.spots.length === 0 && mark.areas.length === 0)
		.sort((one, other) => away(one) - away(other));
	return nearest && away(nearest) < apart * 2 ? nearest : null;
}

function movedBy(chart: L.Map, { latitude, longitude }: Point, { x, y }: Offset): L.LatLng {
	const at = L.latLng(latitude, longitude);
	return x === 0 && y === 0 ? at : chart.unproject(chart.project(at).add([x, y]));
}

function wasDragged({ dragging }: L.Map): boolean {
	return dragging.enabled() && (dragging as L.Handler & { moved(): boolean }).moved();
}

/** In the document as in the list; what is in its place already is not touched. */
function inOrder(buttons: readonly HTMLElement[]) {
	let next: Element | null = buttons[0]?.parentElement?.firstElementChild ?? null;
	for (const button of buttons) {
		if (button === next) next = next.nextElementSibling;
		else button.parentElement!.insertBefore(button, next);
	}
}

function buttonOf(mark: Mark): HTMLButtonElement {
	const { spots, areas, name, count } = mark;
	const kind = areas.length > 0 ? 'area' : count > 1 ? 'cluster' : 'pin';
	const button = document.createElement('button');
	button.type = 'button';
	button.className = `mark ${kind}`;
	button.title = name;
	button.setAttribute('aria-label', name);
	const body = document.createElement('span');
	button.classList.toggle('long', kind === 'pin' && spots[0]!.number > 999);
	if (kind === 'pin') body.append(symbol(spots[0]!.symbol));
	body.append(
		kind === 'area' ? areasNumbers(areas) : String(kind === 'pin' ? spots[0]!.number : count)
	);
	if (kind === 'area') {
		// As text it would have to stand in the name in the same words.
		body.dataset['town'] = townsPill(areas.map(({ name }) => name))!;
		const { width, x } = areaBox(areas);
		button.style.width = `${width}px`;
		button.style.marginLeft = `${x}px`;
	}
	button.append(body);
	return button;
}

function symbol(name: string): SVGElement {
	const drawing = document.createElementNS(svg, 'svg');
	drawing.setAttribute('viewBox', '0 0 20 20');
	drawing.setAttribute('aria-hidden', 'true');
	const path = document.createElementNS(svg, 'path');
	path.setAttribute('d', symbolPath(name));
	drawing.append(path);
	return drawing;
}
