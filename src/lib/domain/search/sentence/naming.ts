import { weekdayName } from '#lib/domain/calendar/calendar.ts';
import type { Weekday } from '#lib/domain/calendar/weekday.ts';
import type { Lexicon } from '#lib/domain/search/lexicon.ts';
import type { Want } from './want.ts';

const timeNames: Record<string, string> = {
	morning: '午前に開く',
	day: '午後に開く',
	evening: '夕方から後に開く'
};
const mostNames = 2;

/** With what a reader is told of it, and what a place that does not meet it is told by. */
export function named(want: Want, labels: Lexicon['labels']): Want {
	const name = nameOf(want, labels);
	// The number of an entry stands beside its name, and in nothing that a row is explained by.
	if (name === null || want.facet === 'entry') return { ...want, name };
	const asked = { name, no: want.no, isOpen: want.isOpen, facet: want.facet! };
	return { ...want, name, term: want.isExtra ? want.term : { ...want.term, asked } };
}

function nameOf({ facet, codes, isExtra }: Want, labels: Lexicon['labels']): string | null {
	const [code = ''] = codes;
	switch (facet) {
		case null:
			return null;
		case 'age':
			return code === codes.at(-1) ? `${code}歳` : agesName(Number(code), Number(codes.at(-1)));
		case 'day':
			return codes.map((day) => `${weekdayName(day as Weekday)}曜`).join('か');
		case 'time':
			return codes.map((time) => timeNames[time]).join('か');
		case 'online':
			return 'オンラインで参加できる';
		case 'phone':
			return `電話番号 ${code}`;
		case 'postal':
			return `〒${code.slice(0, 3)}-${code.slice(3)}`;
		case 'municipality':
			if (codes.length > 1)
				return codes
					.slice(0, mostNames)
					.map((code) => labels.apart(code))
					.join('か');
			break;
		case 'entry':
			return `${code}番`;
	}
	const all = codes.flatMap((one) => labels.get(`${facet}=${one}`) ?? []);
	if (all.length === 0 || isExtra) return null;
	return all.slice(0, mostNames).join('か') + (all.length > mostNames ? 'など' : '');
}

const agesName = (from: number, to: number) =>
	to === from + 9 && from % 10 === 0 ? `${from}代` : `${from}歳から${to}歳`;
