/** The same as a page, for programs. */
export type Alternate = {
	type: 'text/calendar' | 'application/atom+xml';
	title: string;
	href: string;
};

/** A calendar reads so many places of a list at most, the first ones. */
export const mostPlaces = 300;

/** Of the list at a path, with its words and conditions. */
export const alternatesOf = (path: string, query: string): Alternate[] => [
	{ type: 'application/atom+xml', title: '新しい場所', href: `${path}/new.atom${query}` },
	{ type: 'text/calendar', title: 'この一覧の予定', href: `${path}/calendar.ics${query}` }
];
