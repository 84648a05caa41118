import type { ResourcePage } from '#lib/domain/reader/profile/resource-page.ts';

/** What a place said when it was kept, in words that need nothing else to be read. */
export type Copy = {
	id: string;
	/** The day in Japan on which its region was fetched. */
	on: string;
	page: ResourcePage;
	/** Parts that were others when it was kept; what it said was hidden since, and is of today now. */
	renewed?: string[];
};

/** What has become of a place since it was kept. */
export type Since =
	| { state: 'same' }
	| { state: 'changed'; parts: string[] }
	/** It says so itself, or it is not listed any more. */
	| { state: 'closed' }
	| { state: 'gone' };

const parts: [title: string, of: (page: ResourcePage) => unknown][] = [
	['名前', ({ text }) => [text.name, text.plainName, text.organization?.name]],
	['お知らせ', ({ profile }) => [profile.notices, profile.alert]],
	['どんなところ', ({ text }) => [text.summary, text.description, text.activities]],
	['はじめて行く日', ({ profile }) => profile.firstVisit],
	['参加しやすさ', ({ profile }) => profile.eases],
	['だれのための場所', ({ profile }) => profile.who],
	['受け入れ', ({ profile }) => profile.intake],
	['費用', ({ profile }) => profile.fee],
	['連絡のしかた', ({ text, profile }) => [text.approach, profile.ways, text.links]],
	['支援者がつなぐとき', ({ text }) => text.referral],
	['日時', ({ text, row }) => [row.when, text.hoursNote]],
	[
		'場所と行き方',
		({ text, profile }) => [profile.address, profile.withheld, text.access, profile.accessibility]
	]
];

/** A newer check of the same words is no change. `now` is null where its region has it no longer. */
export function since({ page, renewed = [] }: Copy, now: ResourcePage | null): Since {
	if (!now) return { state: 'gone' };
	const isClosed = ({ profile }: ResourcePage) => profile.intake === '終了しました';
	if (isClosed(now) && !isClosed(page)) return { state: 'closed' };
	const changed = parts.filter(
		([title, of]) => renewed.includes(title) || JSON.stringify(of(page)) !== JSON.stringify(of(now))
	);
	return changed.length > 0
		? { state: 'changed', parts: changed.map(([title]) => title) }
		: { state: 'same' };
}

/**
 * What the device may keep of a copy beside what the place says today: nothing (null) of one that is not
 * listed any more, and of one that hides something now what it says now.
 */
export function allowed(copy: Copy, now: ResourcePage | null, on: string): Copy | null {
	if (!now) return null;
	if (!isHidden(copy.page, now)) return copy;
	const told = since(copy, now);
	return { id: copy.id, on, page: now, renewed: told.state === 'changed' ? told.parts : [] };
}

function isHidden(page: ResourcePage, now: ResourcePage): boolean {
	const waysOf = ({ profile, text }: ResourcePage) => [
		...profile.ways.map(({ words }) => words),
		...text.links.map(({ url }) => url)
	];
	const ways = new Set(waysOf(now));
	return (
		(page.profile.address !== null && page.profile.address !== now.profile.address) ||
		(page.text.access !== null && page.text.access !== now.text.access) ||
		waysOf(page).some((way) => !ways.has(way))
	);
}
