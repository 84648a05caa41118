/** Drawings on a square of 20, stroked, by the name that a category has for its symbol. */
export const drawings: Record<string, string> = {
	chair: 'M6 10V3h8v7M3 10h14v4H3zM5 14v3M15 14v3',
	circle: 'M3 10a7 7 0 1 0 14 0a7 7 0 1 0-14 0M7.5 10h.01M12.5 10h.01',
	flower: 'M10 17v-6M5 4c0 5 2 7 5 7s5-2 5-7l-2.5 2L10 3 7.5 6zM10 17c0-2-2-3-4-3',
	home: 'M3 9l7-6 7 6v8H3zM8 17v-5h4v5',
	talk: 'M3 4h14v9H9l-4 4v-4H3z',
	cross: 'M8 3h4v5h5v4h-5v5H8v-5H3V8h5z',
	tool: 'M13 3a4 4 0 0 0-5 5.5L3 13.5a2.3 2.3 0 0 0 3.5 3.5l5-5A4 4 0 0 0 17 7l-3 2-3-3z',
	book: 'M10 5C8 3.5 5.5 3.5 3 4v12c2.5-.5 5-.5 7 1 2-1.5 4.5-1.5 7-1V4c-2.5-.5-5-.5-7 1v12',
	key: 'M3 10a3 3 0 1 0 6 0a3 3 0 1 0-6 0M9 10h8v3M13.5 10v2.5',
	cup: 'M4 7h10v5a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4zM14 8h1a2 2 0 0 1 0 4h-1M7 2v2M11 2v2',
	coin: 'M3 10a7 7 0 1 0 14 0a7 7 0 1 0-14 0M7 6l3 4 3-4M10 10v4.5M7.5 11.5h5',
	screen: 'M3 4h14v10H3zM7 17h6M10 14v3',
	place: 'M10 18c-4-4.5-6-7.5-6-10a6 6 0 0 1 12 0c0 2.5-2 5.5-6 10zM8 8a2 2 0 1 0 4 0a2 2 0 1 0-4 0'
};

export const symbolPath = (name: string): string => drawings[name] ?? drawings.circle!;
