import type { Content } from '#lib/domain/resource/content.ts';

type Parts = Pick<Content['location'], 'town' | 'street' | 'building'>;

const block =
	/^(?:.*?[\d一二三四五六七八九十]+丁目|.*?[\d一二三四五六七八九十]+条(?:[東西南北]?[\d一二三四五六七八九十]+丁目)?)/u;
const number =
	/^[\d０-９]+(?:[\d０-９\s‐‑–—―−ー－-]|番地?の?|番|号|の(?=[\d０-９])|地(?=[先内の])|[先内](?=$))*/u;

/** The search for its end looks from each figure on: a cell may be a megabyte of them. */
const longestTown = 200;

/** 「塚原1-7-40 さくらビル2階」 as the part of a town, the number in it, and the building. */
export function splitStreet(address: string): Parts {
	const text = address.trim();
	const folded = text.normalize('NFKC');
	const start = block.exec((folded.length === text.length ? folded : text).slice(0, longestTown));
	const at = start ? start[0].length : text.search(/[\d０-９]/u);
	if (text === '') return { town: null, street: null, building: null };
	if (at < 0) return { town: text, street: null, building: null };
	const rest = text.slice(at);
	const found = number.exec(rest)?.[0] ?? '';
	if (found === '' && rest !== '') {
		const isBuilding = /^[\s]/u.test(rest);
		return {
			town: text.slice(0, at).trim() || null,
			street: isBuilding ? null : rest,
			building: isBuilding ? rest.trim() : null
		};
	}
	const after = rest.slice(found.length).trim();
	const isTail = /^(?:[他外ほ先内付地]|\(|（|から|、|・|,|階)/u.test(after) || after.length < 3;
	return {
		town: text.slice(0, at).trim() || null,
		street: (isTail ? rest : found).trim() || null,
		building: isTail ? null : after || null
	};
}
