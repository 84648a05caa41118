import { boxOf, clearOffset, type Box, type Offset } from '#lib/domain/map/labels.ts';
import type { Area } from '#lib/domain/map/drawing.ts';
import { areasPill } from '#lib/domain/map/words.ts';
import type { Mark } from './marks.ts';

/** Pixels that a mark takes around its place, as in marks.css. */
const pin = { x: -22, y: -44, width: 44, height: 44 };
const cluster = { x: -24, y: -24, width: 48, height: 48 };

/** As wide as its words are. */
export function areaBox(areas: readonly Area[]): Box {
	const words = boxOf(areasPill(areas), 0, 0, 13).width;
	const width = Math.ceil(Math.max(44, words + 22));
	return { x: -width / 2, y: 2, width, height: 44 };
}

export type Pill = { mark: Mark; text: string; x: number; y: number };

export type Layout = {
	/** How far what is somewhere in a town moves aside. */
	asideOf: (mark: Mark) => Offset;
	/** Names of the towns of clusters. */
	pills: Pill[];
	/** All of it. */
	boxes: Box[];
};

const here: Offset = { x: 0, y: 0 };
const letter = 11;
const pill = { padding: 7, height: 18 };

/**
 * Where marks stand that none of their numbers is covered: pins and clusters at their place; what is
 * somewhere in a town beside them; then the names of clusters. `at`: pixels of a mark.
 */
export function layoutOf(marks: readonly Mark[], at: (mark: Mark) => Offset): Layout {
	const boxes: Box[] = [];
	const boxAt = (mark: Mark, box: Box): Box => {
		const { x, y } = at(mark);
		return { ...box, x: x + box.x, y: y + box.y };
	};
	for (const mark of marks) {
		if (mark.areas.length === 0) boxes.push(boxAt(mark, mark.count > 1 ? cluster : pin));
	}
	const asides = new Map<string, Offset>();
	for (const mark of marks) {
		if (mark.areas.length === 0) continue;
		const box = boxAt(mark, areaBox(mark.areas));
		const offset = clearOffset(box, around, boxes);
		asides.set(mark.key, offset);
		boxes.push({ ...box, x: box.x + offset.x, y: box.y + offset.y });
	}
	const pills: Pill[] = [];
	for (const mark of marks) {
		if (mark.town === null) continue;
		const { x, y } = at(mark);
		const { width: words } = boxOf(mark.town, x, y, letter);
		const width = words + 2 * pill.padding;
		const box = { x: x - width / 2, y: y - pill.height / 2, width, height: pill.height };
		const offset = clearOffset(box, beside(width), boxes);
		boxes.push({ ...box, x: box.x + offset.x, y: box.y + offset.y });
		pills.push({ mark, text: mark.town, x: x + offset.x, y: y + offset.y });
	}
	return { asideOf: ({ key }) => asides.get(key) ?? here, pills, boxes };
}

/** In place, then in rings around it: below first, since pins stand above their place. */
const around: Offset[] = [
	here,
	...[46, 84, 122, 160].flatMap((far) =>
		[2, 1, 3, 0, 4, 7, 5, 6].map((eighth) => ({
			x: Math.round(Math.cos((eighth * Math.PI) / 4) * far * 1.1),
			y: Math.round(Math.sin((eighth * Math.PI) / 4) * far)
		}))
	)
];

/** Below, above, right and left of a cluster, then at its corners. */
function beside(width: number): Offset[] {
	const [down, right] = [24 + pill.height / 2, 25 + width / 2];
	const low = 14;
	return [
		{ x: 0, y: down },
		{ x: 0, y: -down },
		{ x: right, y: 0 },
		{ x: -right, y: 0 },
		{ x: right, y: low },
		{ x: -right, y: low },
		{ x: right, y: -low },
		{ x: -right, y: -low },
		{ x: right - 30, y: down },
		{ x: 30 - right, y: down },
		{ x: right - 30, y: -down },
		{ x: 30 - right, y: -down }
	];
}
