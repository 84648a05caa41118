import { wayWords, type Contact } from '#lib/domain/search/crisis/contact.ts';
import type { LayoutServerLoad } from './$types';

/** At the foot of every page: who answers at any hour, in writing and by telephone. */
export const load: LayoutServerLoad = ({ locals: { care } }) => ({
	care: `いま、つらいとき：${[care.always.written, care.always.spoken].map(wordsOf).join('、')}など、話せるところ`
});

const wordsOf = ({ name, way, at, hours }: Contact) =>
	`${way === 'phone' ? `${name} ${at}` : name}（${wayWords[way]}、${hours}）`;
