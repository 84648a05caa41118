import type { BookletMap, BookletPicture } from '#lib/domain/booklet/booklet.ts';
import { symbolPath } from '#lib/domain/labels/symbols.ts';
import { legal, xhtml, type Markup } from './markup.ts';

/** Shapes and words; nothing that runs, loads or leads anywhere. */
const elements = /^(?:g|defs|pattern|path|rect|circle|ellipse|line|polyline|polygon|text|tspan)$/;
const attribute = /^(?!on|style$|href$|id$)[a-zA-Z-]+$/;

/**
 * A map as a part of a page: one picture with a name and words for those who do not see it. Null where it
 * has anything but plain shapes. `id`: a name of its own in the page.
 */
export function mapMarkup({ svg, alt }: BookletMap, title: string, id: string): Markup | null {
	const [, root, inside] =
		/^\s*<svg((?:\s+[\w:-]+="[^"<]*")*)\s*>([^]*)<\/svg>\s*$/.exec(legal(svg)) ?? [];
	if (root === undefined || inside === undefined) return null;
	const size = /viewBox="([\d.\s-]+)"/.exec(root)?.[1];
	const shapes = inside.replace(/<title>[^<]*<\/title>|<desc>[^<]*<\/desc>/g, '');
	if (!size || !isPlain(shapes)) return null;
	const kept = [...root.matchAll(/(font-family|font-size|fill)="([^"]*)"/g)];
	const look: Markup = { xhtml: kept.map(([whole]) => ` ${whole}`).join('') };
	return xhtml`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${size}"${look} role="img" aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">${title}</title><desc id="${id}-desc">${alt}</desc>${{ xhtml: shapes }}</svg>`;
}

function isPlain(shapes: string): boolean {
	const open: string[] = [];
	const tokens = shapes.match(/<[^>]*>|[^<]+/g) ?? [];
	if (tokens.join('') !== shapes) return false;
	for (const token of tokens) {
		if (!token.startsWith('<')) {
			if (/&(?!(?:amp|lt|gt|quot|apos|#39);)/.test(token)) return false;
			continue;
		}
		const [, closed, name, attributes, empty] =
			/^<(?:\/([a-z]+)|([a-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?))>$/.exec(token) ?? [];
		if (closed !== undefined) {
			if (open.pop() !== closed) return false;
		} else {
			if (name === undefined || !elements.test(name)) return false;
			const names = [...attributes!.matchAll(/([\w:-]+)="/g)].map(([, one]) => one!);
			if (!names.every((one) => attribute.test(one)) || new Set(names).size < names.length) {
				return false;
			}
			if (!empty) open.push(name);
		}
	}
	return open.length === 0;
}

/** The sign of a category, which its word stands beside. */
export const symbolMarkup = (name: string): Markup =>
	xhtml`<svg xmlns="http://www.w3.org/2000/svg" class="symbol" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d="${symbolPath(name)}"/></svg>`;

export const suffixOf = ({ type }: BookletPicture): string =>
	type === 'image/png' ? 'png' : 'jpg';

/** A picture within the page itself. */
export const asData = ({ type, bytes }: BookletPicture): string =>
	`data:${type === 'image/png' ? type : 'image/jpeg'};base64,${bytes.replace(/[^A-Za-z0-9+/=]/g, '')}`;
