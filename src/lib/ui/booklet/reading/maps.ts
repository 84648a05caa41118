import type { Entry } from './entries.ts';

type Pin = { shapes: Element[]; numbers: number[] };

/** The numbers on a chapter's map lead to their entries, and those that are left out fade. */
export function readMaps(root: ParentNode, entries: readonly Entry[]) {
	const known = new Map(entries.map((entry) => [entry.number, entry]));
	const pins: Pin[] = [];
	for (const text of Array.from(root.querySelectorAll('figure.map text'))) {
		const words = text.textContent ?? '';
		if (!/^\d+(?:・\d+)*$/.test(words)) continue;
		const numbers = words.split('・').map(Number);
		if (!numbers.every((number) => known.has(number))) continue;
		const shape = text.previousElementSibling;
		const shapes = shape && /^(?:rect|circle)$/.test(shape.nodeName) ? [shape, text] : [text];
		for (const one of shapes) {
			one.classList.add('pin');
			one.addEventListener('click', () => {
				const first = numbers.find((number) => !known.get(number)!.element.hidden) ?? numbers[0]!;
				location.hash = `#e${first}`;
			});
		}
		pins.push({ shapes, numbers });
	}
	return (shown: ReadonlySet<number>): void => {
		for (const { shapes, numbers } of pins) {
			const isOff = !numbers.some((number) => shown.has(number));
			for (const one of shapes) one.classList.toggle('off', isOff);
		}
	};
}
