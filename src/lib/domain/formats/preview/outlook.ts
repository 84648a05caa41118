import { needsDecision, type Decision, type RowStatus } from './decision.ts';
import type { Way } from './preview.ts';

/** How many rows of a status were decided so; null: not decided. */
export type Standing = { status: RowStatus; is: Decision['is'] | null; rows: number }[];

export type Outlook = Record<'new' | 'changed' | 'withdrawn' | 'left' | 'open', number>;

/** What a commit does with the rows as they stand. */
export function outlookOf(standing: Standing): Outlook {
	const outlook: Outlook = { new: 0, changed: 0, withdrawn: 0, left: 0, open: 0 };
	for (const { status, is, rows } of standing) {
		const fate = fateOf(status, is);
		if (fate) outlook[fate] += rows;
	}
	return outlook;
}

function fateOf(status: RowStatus, is: Decision['is'] | null): keyof Outlook | null {
	if (is === null && needsDecision(status)) return 'open';
	if (status === 'gone') return is === 'take' ? 'withdrawn' : null;
	if (status === 'unchanged') return null;
	if (status === 'skipped' || is === 'skip') return 'left';
	if (is === 'different') return 'new';
	if (is === 'same' || is === 'merge') return 'changed';
	return status === 'new' || status === 'outside' ? 'new' : 'changed';
}

type Words = { new: string; changed: string; withdrawn: string };
const coming: Record<Way, Words> = {
	revision: { new: '新しく載せ', changed: '直し', withdrawn: '外し' },
	draft: { new: '新しく下書きにし', changed: '直しの下書きにし', withdrawn: '外し' },
	proposal: { new: '新しく提案にし', changed: '直しの提案にし', withdrawn: '外し' }
};

const figure = (count: number): string => count.toLocaleString('ja');

/** 73件を新しく載せ、5件を直します。 */
export function outlookSentence(outlook: Outlook, way: Way, isDone: boolean): string {
	const words = coming[way];
	const acts = (['new', 'changed', 'withdrawn'] as const).filter((act) => outlook[act] > 0);
	const left =
		outlook.left > 0
			? `${figure(outlook.left)}件は取り込みま${isDone ? 'せんでした' : 'せん'}。`
			: '';
	if (acts.length === 0) {
		return `${isDone ? '何も変わりませんでした' : '載せるものも直すものもありません'}。${left}`;
	}
	const said = acts.map((act) => `${figure(outlook[act])}件を${words[act]}`).join('、');
	return `${said}ま${isDone ? 'した' : 'す'}。${left}`;
}
