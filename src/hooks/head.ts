import { coverSize } from '#lib/domain/reader/profile/cover.ts';

type Head = Pick<App.Locals, 'head' | 'cover' | 'origin'>;

/**
 * A page with what its head says for programs: the canonical address made whole, and how a link to the page is shown
 * (ogp.me), from the words that are in its head already. No script of the page carries any of it.
 */
export function withHead(page: string, { head = '', cover = '/cover.png', origin }: Head): string {
	const end = page.indexOf('</head>');
	if (end < 0) return page;
	const said = page.slice(0, end);
	const canonical = /<link rel="canonical" href="([^"]*)"/.exec(said);
	if (!canonical) return said + head + page.slice(end);
	const address = origin + canonical[1]!;
	const whole = said.replace(canonical[0], () => `<link rel="canonical" href="${address}"`);
	const isPrivate = said.includes('<meta name="robots" content="noindex"');
	return whole + (isPrivate ? '' : preview(said, address, origin + cover)) + head + page.slice(end);
}

function preview(said: string, address: string, picture: string): string {
	const title = /<title>([^<]*) — [^<]*<\/title>/.exec(said)?.[1]?.replaceAll('"', '&quot;') ?? '';
	const description = /<meta name="description" content="([^"]*)"/.exec(said)?.[1] ?? '';
	const properties = {
		site_name: '地域資源ブックマーク',
		type: 'website',
		title,
		description,
		url: address,
		image: picture,
		'image:width': coverSize.width,
		'image:height': coverSize.height,
		'image:alt': title
	};
	return [
		...Object.entries(properties).map(
			([name, value]) => `<meta property="og:${name}" content="${value}"/>`
		),
		'<meta name="twitter:card" content="summary_large_image"/>'
	].join('');
}
