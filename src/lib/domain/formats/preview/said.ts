import type { Decision, RowStatus } from './decision.ts';
import type { PreviewRow } from './preview.ts';

/** What becomes of a row, or has become of it; '' where that is still to be decided. */
export function fateWords({ status, decision, candidates }: PreviewRow, isDone = false): string {
	const words = decision ? decisionWords(decision, status, candidates) : (undecided[status] ?? '');
	return isDone ? words.replace(/ません$/, 'ませんでした').replace(/ます$/, 'ました') : words;
}

const undecided: Partial<Record<RowStatus, string>> = {
	new: '新しく載せます',
	changed: '直します',
	unchanged: 'このままにします',
	skipped: '取り込みません'
};

function decisionWords(
	decision: Decision,
	status: RowStatus,
	candidates: PreviewRow['candidates']
): string {
	switch (decision.is) {
		case 'skip':
			return status === 'gone' || status === 'conflict' ? 'いまのままにします' : '取り込みません';
		case 'take':
			return status === 'gone'
				? '取り下げます'
				: status === 'conflict'
					? 'ファイルのほうにします'
					: '取り込みます';
		case 'different':
			return '別のところとして、新しく載せます';
		case 'merge':
			return `選んだ${decision.fields.length}項目だけ、ファイルのほうにします`;
		case 'same': {
			const { resource, fields } = decision;
			const name = candidates.find((one) => one.resource === resource)?.name;
			const what = name ? `「${name}」と同じところとして、` : '同じところとして、';
			return `${what}${fields ? `選んだ${fields.length}項目だけ直します` : '直します'}`;
		}
	}
}
